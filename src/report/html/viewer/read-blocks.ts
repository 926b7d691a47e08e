import type { AssetRecord, GroupRecord, ReportFacts } from '../blocks';
import { joinBlocks, type Report } from './report';

/** Reads all blocks of the document, a pause after each, and takes them out of it to free their memory. */
export async function readBlocks(onProgress: (done: number, total: number) => void): Promise<Report> {
  const total = document.querySelectorAll('script[type="application/json"]').length;
  let done = 0;
  const readAll = async <Item>(name: string): Promise<Item[]> => {
    const items: Item[] = [];
    for (const block of document.querySelectorAll(`script.${name}`)) {
      for (const item of JSON.parse(block.textContent ?? '[]') as Item[]) items.push(item);
      block.remove();
      onProgress(++done, total);
      await nextTask();
    }
    return items;
  };
  const block = document.querySelector('script.facts');
  const facts = JSON.parse(block?.textContent ?? '{}') as ReportFacts;
  const groups = await readAll<GroupRecord>('groups');
  const assets = await readAll<AssetRecord>('assets');
  const rows = await readAll<number>('rows');
  return joinBlocks({ facts, groups, assets, rows, matches: await readAll<number>('matches') });
}

/** Lets the browser paint and answer between two steps. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
