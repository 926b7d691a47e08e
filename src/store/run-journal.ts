import type { EpochMilliseconds } from '../model/units';
import type { Connection } from './connection';
import type { RunningNote } from './schema';
import { readRunningNote } from './stored-shapes';
import { SEEN_WITHIN_MS, type WriterLocks } from './writer-locks';

/** How often a note is renewed, for browsers without locks. */
const RENEW_MS = 10_000;

/** Notes of what is running in this worker, and what is left of workers that died. */
export interface RunJournal {
  /** Notes a step until the answer is called. Fails silently: a missing note costs only an explanation. */
  begin(note: Pick<RunningNote, 'kind' | 'of' | 'what' | 'content'>): Promise<() => Promise<void>>;
  /** Takes away the notes whose writers are dead, and those that cannot be read. Answers with the former. */
  takeDead(): Promise<RunningNote[]>;
}

/** See `RunJournal`. `tab` names the page: another worker's note of the same page is dead for sure. */
export function createRunJournal(
  connection: Connection,
  locks: WriterLocks,
  tab: string,
  now: () => EpochMilliseconds = Date.now,
): RunJournal {
  const mine = new Set<string>();

  const begin: RunJournal['begin'] = async (note) => {
    const id = `${tab}-${now()}-${String(Math.random()).slice(2)}`;
    const release = locks.hold(id);
    mine.add(id);
    const write = () =>
      connection.use((database) => database.put('running', { ...note, id, tab, at, seenAt: now() }));
    const at = now();
    await write().catch(() => undefined);
    const timer = setInterval(() => void write().catch(() => undefined), RENEW_MS);
    return async () => {
      clearInterval(timer);
      await connection.use((database) => database.delete('running', id)).catch(() => undefined);
      mine.delete(id);
      release();
    };
  };

  const isAlive = (note: RunningNote, held: ReadonlySet<string> | null): boolean => {
    if (note.tab === tab) return false;
    return held === null ? now() - note.seenAt <= SEEN_WITHIN_MS : held.has(note.id);
  };

  const takeDead: RunJournal['takeDead'] = async () => {
    const [ids, records] = await connection.use(async (database) => {
      const { store } = database.transaction('running');
      return Promise.all([store.getAllKeys(), store.getAll()]);
    });
    const held = await locks.held();
    const dead: RunningNote[] = [];
    for (const [index, id] of ids.entries()) {
      const note = readRunningNote(records[index]);
      if (mine.has(id) || (note !== null && isAlive(note, held))) continue;
      await connection.use((database) => database.delete('running', id));
      if (note !== null) dead.push(note);
    }
    return dead;
  };
  return { begin, takeDead };
}
