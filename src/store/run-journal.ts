import type { EpochMilliseconds } from '../model/units';
import type { Connection } from './connection';
import type { RunningNote } from './schema';
import { type Presence, SEEN_WITHIN_MS } from './writer-locks';

/** How often a note is renewed, for browsers without locks. */
const RENEW_MS = 10_000;

/** Notes of what is running in this worker, and what is left of workers that died. */
export interface RunningNotes {
  /** Notes a step until the answer is called. Fails silently: a missing note costs only an explanation. */
  begin(note: Pick<RunningNote, 'kind' | 'what' | 'content'>): Promise<() => Promise<void>>;
  /** Takes away the notes whose writers are dead, and answers with them. */
  takeDead(): Promise<RunningNote[]>;
}

/** See `RunningNotes`. `tab` names the page: another worker's note of the same page is dead for sure. */
export function createRunningNotes(
  connection: Connection,
  presence: Presence,
  tab: string,
  now: () => EpochMilliseconds = Date.now,
): RunningNotes {
  const mine = new Set<string>();

  const begin: RunningNotes['begin'] = async (note) => {
    const id = `${tab}-${now()}-${String(Math.random()).slice(2)}`;
    const release = presence.hold(id);
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

  const takeDead: RunningNotes['takeDead'] = async () => {
    const notes = await connection.use((database) => database.getAll('running'));
    const held = await presence.held();
    const dead = notes.filter((note) => {
      if (mine.has(note.id)) return false;
      if (note.tab === tab) return true;
      return held === null ? now() - note.seenAt > SEEN_WITHIN_MS : !held.has(note.id);
    });
    for (const note of dead) await connection.use((database) => database.delete('running', note.id));
    return dead;
  };
  return { begin, takeDead };
}
