import { type Accessor, createSignal } from 'solid-js';
import type { CachedDataset } from '../../client/api';
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

/** See `Incoming`; `bringIn` imports, `mustAsk` says whether there is something to choose, and nothing runs. */
export function createIncoming(
  bringIn: (next: WaitingSources, add: boolean) => Promise<void>,
  mustAsk: (next: WaitingSources) => boolean,
): Incoming {
  const [waiting, setWaiting] = createSignal<WaitingSources | null>(null);
  return {
    waiting,
    take: (sources, origin) => {
      const next = { sources, origin };
      if (mustAsk(next)) setWaiting(next);
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

/** The kept dataset that was read from files of the same names and sizes, if there is one. */
export function keptCopyOf(
  sources: readonly ImportSource[],
  kept: readonly CachedDataset[],
): CachedDataset | null {
  const isSame = ({ header, damaged }: CachedDataset) =>
    !damaged &&
    header.files.length === sources.length &&
    sources.every(({ name, blob }) =>
      header.files.some((file) => file.name === name && file.bytes === blob.size),
    );
  return kept.find(isSame) ?? null;
}
