import type { HandOver, HandOverSummary } from '../model/hand-over';
import { type Connection, READ_MS } from './connection';

/** One object store, two values for each hand-over: what the list shows, and the rest, which may be large. */
const SUMMARY = 'summary/';
const CONTENT = 'content/';

/** All that is remembered, the newest first; what cannot be read is left out. */
export async function listHandOvers(connection: Connection): Promise<HandOverSummary[]> {
  const range = IDBKeyRange.bound(SUMMARY, `${SUMMARY}\uffff`);
  const found: readonly unknown[] = await connection.use((db) => db.getAll('handOvers', range), READ_MS);
  return found.filter(isSummary).sort((a, b) => b.at - a.at);
}

/** One hand-over whole; `null` where there is none that can be read. */
export async function readHandOver(connection: Connection, id: string): Promise<HandOver | null> {
  const found: unknown = await connection.use((db) => db.get('handOvers', CONTENT + id));
  return isHandOver(found) ? found : null;
}

/** Keeps a hand-over, both parts or none. */
export async function writeHandOver(connection: Connection, handOver: HandOver): Promise<void> {
  const { id } = handOver.summary;
  await connection.use(async (database) => {
    const transaction = database.transaction('handOvers', 'readwrite');
    void transaction.store.put(handOver.summary, SUMMARY + id).catch(() => undefined);
    void transaction.store.put(handOver, CONTENT + id).catch(() => undefined);
    await transaction.done;
  });
}

export async function deleteHandOver(connection: Connection, id: string): Promise<void> {
  await connection.use(async (database) => {
    const transaction = database.transaction('handOvers', 'readwrite');
    void transaction.store.delete(SUMMARY + id).catch(() => undefined);
    void transaction.store.delete(CONTENT + id).catch(() => undefined);
    await transaction.done;
  });
}

/** A damaged database may hold anything. */
function isSummary(value: unknown): value is HandOverSummary {
  const summary = value as Partial<HandOverSummary> | null | undefined;
  return (
    typeof summary?.id === 'string' &&
    typeof summary.at === 'number' &&
    Math.abs(summary.at) <= 8.64e15 &&
    typeof summary.fileName === 'string' &&
    typeof summary.dataset?.name === 'string' &&
    typeof summary.dataset.id === 'string' &&
    typeof summary.records === 'number'
  );
}

function isHandOver(value: unknown): value is HandOver {
  const kept = value as Partial<HandOver> | null | undefined;
  if (!isSummary(kept?.summary)) return false;
  const texts = [kept.assetIds, kept.hostIds, kept.survivors];
  return (
    texts.every(
      (list) =>
        Array.isArray(list) &&
        list.length === kept.assetIds?.length &&
        list.every((text) => typeof text === 'string'),
    ) &&
    kept.identities instanceof Float64Array &&
    kept.known instanceof Float64Array
  );
}
