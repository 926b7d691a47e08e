import { createEffect, untrack } from 'solid-js';
import { DATASET } from './address';
import type { Route } from './route';
import type { Session, SessionEngine } from './session';
import { closePanel } from './table-address';

/** Says why a dataset that an address names cannot come back. */
const MEMORY_ONLY =
  'The dataset that was open was kept in memory only, so it went when it was closed, or its page was. Choose its file again to open it.';

type Engine = Pick<SessionEngine, 'cacheState' | 'datasets'>;

/**
 * Opens the dataset that the address names, at the start and when back or forward lead to another one. While
 * something runs it waits, and follows once that has ended; only an address that cannot be opened is put right.
 */
export function followAddress(
  engine: Engine,
  session: Pick<Session, 'job' | 'result' | 'open' | 'setNotice'>,
  route: Pick<Route, 'dataset' | 'adjust'>,
): void {
  const openId = () => session.result()?.header.id ?? null;
  /** The dataset to open now; `null` if there is none, or something runs. */
  const wanted = () => {
    const id = route.dataset();
    return id === null || id === openId() || session.job() !== null ? null : id;
  };
  const bring = async (id: string): Promise<boolean> => {
    const lost = await neverKept(engine, id);
    // The address may have moved on, or an import begun, while the engine answered.
    if (wanted() !== id) return true;
    if (lost) session.setNotice(MEMORY_ONLY);
    return lost ? false : session.open(id);
  };
  let following = false;
  const follow = async () => {
    if (following) return;
    following = true;
    for (let id = wanted(); id !== null; id = wanted()) {
      const isBrought = await bring(id);
      if (!isBrought && wanted() === id) route.adjust(DATASET.with({ id: openId() }), closePanel);
    }
    following = false;
  };
  createEffect(() => {
    route.dataset();
    if (session.job() === null) untrack(() => void follow());
  });
}

/** Whether the dataset can only have been in memory: nothing is kept here, and it is not among what was kept before. */
async function neverKept(engine: Engine, id: string): Promise<boolean> {
  const state = await engine.cacheState();
  if (!state.ok || state.value.mode !== 'off') return false;
  const listed = await engine.datasets();
  return listed.ok && !listed.value.some(({ header }) => header.id === id);
}

/** A dataset whose stored copy was deleted here leaves the address, which could not open it again. */
export function forgetDeleted(
  session: Pick<Session, 'memoryOnly'>,
  route: Pick<Route, 'dataset' | 'adjust'>,
): void {
  createEffect(() => {
    const id = session.memoryOnly();
    if (id !== null && untrack(route.dataset) === id) route.adjust(DATASET.with({ id: null }));
  });
}
