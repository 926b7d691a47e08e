import { type Accessor, createSignal } from 'solid-js';
import type { DatasetOrigin } from '../../model/dataset';
import type { ImportSource } from '../../model/import-request';

/** Sources that came in while a dataset is open. */
export interface WaitingSources {
  readonly sources: readonly ImportSource[];
  readonly origin: DatasetOrigin;
}

/** Sources on their way in, and the question of what becomes of the open dataset. */
export interface Incoming {
  readonly waiting: Accessor<WaitingSources | null>;
  /** Reads at once where nothing is open, else asks; while something runs the session refuses. */
  take(sources: readonly ImportSource[], origin: DatasetOrigin): void;
  /** Reads what waits, in the place of the open dataset or into it. */
  accept(add: boolean): void;
  dismiss(): void;
}

/** See `Incoming`; `bringIn` imports, `mustAsk` says whether a dataset is open and nothing runs. */
export function createIncoming(
  bringIn: (next: WaitingSources, add: boolean) => Promise<void>,
  mustAsk: () => boolean,
): Incoming {
  const [waiting, setWaiting] = createSignal<WaitingSources | null>(null);
  return {
    waiting,
    take: (sources, origin) => {
      const next = { sources, origin };
      if (mustAsk()) setWaiting(next);
      else void bringIn(next, false);
    },
    accept: (add) => {
      const next = waiting();
      setWaiting(null);
      if (next !== null) void bringIn(next, add);
    },
    dismiss: () => setWaiting(null),
  };
}
