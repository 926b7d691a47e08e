import type { Engine } from '../../../../src/app/engine';
import type { QueueQuery, ReviewItem } from '../../../../src/features/review/types';
import { makeInventory } from '../../../fixtures/machines/inventory';
import { jsonFile, must, opened, silent } from '../../worker/support';

export type PlainRecord = Record<string, unknown>;

const FILES = { origin: 'files', add: false } as const;
export const LEFT: QueueQuery = { part: 'left', order: 'freed', cause: null, strength: null };

/** Records as the Gateway gives them: pairs that are one machine by serial number, `count` of them. */
export function pairsOf(count: number, first = 1): PlainRecord[] {
  return Array.from({ length: count }, (_, at) => [
    recordOf(first + at * 2, `host${first + at}`, `PF0000${first + at}`, 0),
    recordOf(first + at * 2 + 1, `host${first + at}`, `PF0000${first + at}`, 40),
  ]).flat();
}

/** A record found by a scan, last seen so many days before the newest. */
export function recordOf(assetId: number, name: string, serial: string | null, days: number): PlainRecord {
  const seen = new Date(Date.UTC(2026, 10, 25) - days * 86_400_000).toISOString();
  return {
    assetId,
    assetName: name,
    dnsName: `${name}.corp.example`,
    address: `10.0.${assetId >> 8}.${assetId & 255}`,
    ...(serial === null ? {} : { biosSerialNumber: serial }),
    inventoryListData: { inventory: [{ source: 'QAGENT', created: seen, lastUpdated: seen }] },
  };
}

export function inventory(size: number, seed: number): PlainRecord[] {
  return makeInventory(size, seed).records;
}

export async function openRecords(
  engine: Engine,
  records: readonly PlainRecord[],
  name = 'assets.json',
): Promise<void> {
  opened(await engine.importSources([jsonFile(records, name)], FILES, silent));
}

/** The questions of a queue, whole. */
export async function queueOf(engine: Engine, query: Partial<QueueQuery> = {}): Promise<ReviewItem[]> {
  const length = must(await engine.openQueue({ ...LEFT, ...query }));
  const items: ReviewItem[] = [];
  for (let at = 0; at < length; at++) items.push(must(await engine.reviewItem(at))!);
  return items;
}

/** Answers a question as it is, or about some of its records. */
export async function decide(
  engine: Engine,
  item: ReviewItem,
  answer: 'same' | 'different' | 'notSure',
  more: { assetIds?: readonly string[]; keep?: string | null; note?: string } = {},
) {
  return must(
    await engine.decide({ item: item.id, answer, assetIds: item.assetIds, keep: null, note: '', ...more }),
  );
}
