import type { EpochMilliseconds } from '../model/units';
import type { Connection } from './connection';
import type { RunningNotes } from './run-journal';
import type { Database } from './schema';
import { chunksOf } from './streams';

/** An import that ended with its worker. */
export interface BrokenOff {
  readonly what: string;
  /** When it began. */
  readonly at: EpochMilliseconds;
  /** The page that it ran in. */
  readonly tab: string;
}

/**
 * Takes away the chunks whose header was never written, and what was found in datasets that are gone, unless somebody is writing them now.
 * Answers with the newest import that a dead worker left noted, if any.
 */
export async function sweep(connection: Connection, notes: RunningNotes): Promise<BrokenOff | null> {
  const dead = await notes.takeDead();
  await connection.use(sweepChunks);
  const crash = dead.filter((note) => note.kind === 'import').sort((a, b) => b.at - a.at)[0];
  return crash === undefined ? null : { what: crash.what, at: crash.at, tab: crash.tab };
}

async function sweepChunks(database: Database): Promise<void> {
  const transaction = database.transaction(['datasets', 'groupings', 'chunks', 'running'], 'readwrite');
  const kept = new Set<string>();
  for (const record of await transaction.objectStore('datasets').getAll()) kept.add(record?.content);
  for (const note of await transaction.objectStore('running').getAll()) kept.add(note.content ?? '');
  const groupings = transaction.objectStore('groupings');
  for (const { id, foundIn, content } of await groupings.getAll()) {
    if (kept.has(foundIn)) kept.add(content);
    else void groupings.delete(id).catch(() => undefined);
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
