import { CancelledError } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { Result } from '../store/results';
import type { EngineKit } from './kit';
import type { Opened } from './session';

/** How a feature makes a result of its own from what is open. */
export interface DerivedResult<T> {
  /** The area of the store that it is kept in: the feature's name. */
  readonly area: string;
  /** All that it depends on besides the dataset, as text: settings, and the version of what makes it. */
  key(opened: Opened): string;
  make(opened: Opened, watch: Watch): Promise<T>;
  /** As it is kept: arrays of numbers by name, and one value that can be cloned. */
  pack(value: T): Result;
  /** Checks what was kept; throws where it cannot have been made from that dataset, and then it is made anew. */
  unpack(result: Result, opened: Opened): T;
}

/** A result of a feature, see `createDerived`. */
export interface Derived<T> {
  /** That of what is open: known, read from the store, or made now. Throws what `make` throws. */
  get(watch: Watch): Promise<T>;
  /** That of what is open if it is known, without any work. */
  current(): T | null;
  /** Something that its key depends on has changed: the next who asks gets it made, or read, anew. */
  forget(): void;
}

/**
 * A result that a feature makes from each open result, such as a judgement of its clusters. It is made once for each
 * result, by the first who needs it: a call of the page, or the background after the dataset is kept. It stands in
 * the store beside the dataset under its key, so that opening the dataset again only reads it; a change of settings
 * is a new result, so it is made again, without reading any file. Deleting the dataset deletes it.
 */
export function createDerived<T>(
  { session, cache, background }: EngineKit,
  { area, key, make, pack, unpack }: DerivedResult<T>,
): Derived<T> {
  interface Known {
    readonly revision: number;
    readonly value: T;
    /** Whether it came from the store. */
    readonly stored: boolean;
  }
  let known: Known | null = null;
  let making: { readonly revision: number; readonly done: Promise<Known> } | null = null;
  session.onChange(() => {
    known = null;
  });

  const readBack = async (opened: Opened, watch: Watch): Promise<T | null> => {
    const store = await cache.store();
    const result = await store?.area(area).openResult(opened.dataset, key(opened), watch);
    try {
      return result ? unpack(result, opened) : null;
    } catch {
      return null;
    }
  };
  const begin = async (opened: Opened, watch: Watch): Promise<Known> => {
    const { revision } = opened;
    const read = await readBack(opened, watch);
    const value = read ?? (await make(opened, watch));
    const made = { revision, value, stored: read !== null };
    if (session.opened()?.revision === revision) known = made;
    return made;
  };
  const find = async (opened: Opened, watch: Watch): Promise<Known> => {
    if (known?.revision === opened.revision) return known;
    if (making?.revision === opened.revision) {
      try {
        return await making.done;
      } catch (error) {
        // The other one was cancelled, this one was not.
        if (!(error instanceof CancelledError)) throw error;
      }
    }
    const done = begin(opened, watch);
    making = { revision: opened.revision, done };
    return done;
  };
  background.addStep(async (opened, store, watch) => {
    if (session.opened()?.revision !== opened.revision) return;
    const { value, stored } = await find(opened, watch);
    if (!stored) await store?.area(area).saveResult(opened.dataset, key(opened), pack(value), watch);
  });
  return {
    get: async (watch) => (await find(session.requireOpen(), watch)).value,
    forget: () => {
      known = null;
      making = null;
    },
    current: () => (known !== null && known.revision === session.opened()?.revision ? known.value : null),
  };
}
