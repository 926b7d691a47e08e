import type { Connection } from './connection';
import type { RunJournal } from './run-journal';
import type { Database, RunningNote } from './schema';
import { contentOf } from './stored-shapes';
import { chunksOf } from './streams';

/** An import, or the keeping of a dataset, that ended with its worker. */
export type BrokenOff = Pick<RunningNote, 'what' | 'at' | 'tab'>;

/**
 * Takes away the chunks whose record was never written, and the results of datasets that are gone, unless somebody
 * is writing them now. Answers with the newest import or keeping of a dataset that a dead worker left noted, if any.
 */
export async function collectGarbage(connection: Connection, journal: RunJournal): Promise<BrokenOff | null> {
  const dead = await journal.takeDead();
  await connection.use(deleteUnnamed);
  const crash = dead.filter(isLoss).sort((a, b) => b.at - a.at)[0];
  return crash === undefined ? null : { what: crash.what, at: crash.at, tab: crash.tab };
}

/** What was found in a dataset is found again; all else that was not kept is gone. */
function isLoss({ kind, of }: RunningNote): boolean {
  return kind === 'import' || of === 'dataset';
}

async function deleteUnnamed(database: Database): Promise<void> {
  const transaction = database.transaction(['datasets', 'groupings', 'chunks', 'running'], 'readwrite');
  const kept = new Set<string>();
  for (const record of await transaction.objectStore('datasets').getAll()) kept.add(contentOf(record) ?? '');
  for (const note of await transaction.objectStore('running').getAll()) kept.add(contentOf(note) ?? '');
  const results = transaction.objectStore('groupings');
  for (const record of await results.getAll()) {
    if (kept.has(record.foundIn)) kept.add(contentOf(record) ?? '');
    else void results.delete(record.id).catch(() => undefined);
  }
  const chunks = transaction.objectStore('chunks');
  // Keys only, one for each dataset: from its first chunk to past its last.
  let cursor = await chunks.openKeyCursor();
  while (cursor !== null) {
    const [content] = cursor.key;
    if (!kept.has(content)) void chunks.delete(chunksOf(content)).catch(() => undefined);
    cursor = await cursor.continue([content, Number.MAX_SAFE_INTEGER]);
  }
  await transaction.done;
}
