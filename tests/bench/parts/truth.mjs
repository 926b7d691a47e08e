import { readFile } from 'node:fs/promises';
import { benchFile } from '../bench-files.mjs';
import { bundled } from '../bundled.mjs';

const SIZE = 100_000;
const SEEDS = [1, 2, 3];
const SILENT = { report: () => undefined, pause: () => Promise.resolve() };
const percent = (share) => `${(share * 100).toFixed(2)} %`;

/** How right the judgement is on made-up inventories with known truth, with and without the lists, and how fast. */
export async function truth(table) {
  const kit = await bundled('./truth-entry.ts');
  for (const seed of SEEDS) await oneSeed(table, kit, seed);
  await speed(table, kit);
}

async function oneSeed(table, kit, seed) {
  const made = kit.makeInventory(SIZE, seed);
  const dataset = await read(kit, JSON.stringify(made.records));
  for (const useLists of [true, false]) {
    const settings = { ...kit.DEFAULT_JUDGEMENT_SETTINGS, useLists };
    const judged = await kit.judge(dataset, null, settings, SILENT);
    const right = kit.rightnessOf(judged, made);
    const lists = useLists ? 'with lists' : 'without lists';
    const worst = [...right.bySituation]
      .sort(([, a], [, b]) => b.wrong + b.missed - a.wrong - a.missed)
      .slice(0, 4)
      .map(([name, { wrong, missed }]) => `${name} ${wrong} wrong, ${missed} missed`);
    table.note(
      `truth, seed ${seed}, ${lists}`,
      `precision ${percent(right.precision)}, recall ${percent(right.recall)}, whole machines ${percent(right.whole)}, ` +
        `causes ${percent(right.causes)}, wrong redundant records ${right.wrongRedundant}` +
        (worst.length > 0 ? `; ${worst.join('; ')}` : ''),
    );
  }
}

async function speed(table, kit) {
  const bytes = await readFile(await benchFile('light', 1_000_000));
  const began = performance.now();
  const dataset = await read(kit, bytes);
  const read1 = performance.now();
  await kit.judge(dataset, null, kit.DEFAULT_JUDGEMENT_SETTINGS, SILENT);
  const judged = performance.now();
  table.note(
    `judging ${dataset.size.toLocaleString('en-US')} light assets in Node`,
    `${((judged - read1) / 1000).toFixed(2)} s, ${((judged - read1) / (read1 - began)).toFixed(2)} of the import's time by one thread`,
  );
}

async function read(kit, content) {
  const source = { name: 'made.json', blob: new Blob([content]) };
  const answer = await kit.importSources([source], { origin: 'files' }, null, SILENT);
  return answer.dataset;
}
