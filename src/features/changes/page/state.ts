import { type Accessor, batch, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { CachedDataset } from '../../../client/api';
import type { Trouble } from '../../../model/outcome';
import type { App } from '../../../ui/context';
import type { ChangesCalls, ChangesView } from '../calls';
import { CHANGES } from './address';

/** The comparison that is shown, and which datasets it can be made with. */
export interface ChangesState {
  readonly view: Accessor<ChangesView | null>;
  readonly busy: Accessor<boolean>;
  /** How far the comparison is, in percent. */
  readonly percent: Accessor<number>;
  readonly trouble: Accessor<Trouble | null>;
  /** Grows with every comparison, so that lists are read anew. */
  readonly version: Accessor<number>;
  /** Kept datasets, the newest import first. */
  readonly kept: Accessor<readonly CachedDataset[]>;
  /** The dataset that is compared: the open one, unless another was chosen. "" for none. */
  readonly later: Accessor<string>;
  /** Kept datasets besides that one. */
  readonly others: Accessor<readonly CachedDataset[]>;
  /** The dataset that is compared with, "" for none. */
  readonly earlier: Accessor<string>;
  /** Stops the comparison; nothing is compared then until `again` or another choice. */
  cancel(): void;
  again(): void;
}

/** See `ChangesState`. Compared as soon as the screen is shown, and again when one of the two changes. */
export function createChangesState(
  engine: Pick<ChangesCalls, 'compareDatasets' | 'cancelComparison'>,
  { session, route }: Pick<App, 'session' | 'route'>,
): ChangesState {
  const [view, setView] = createSignal<ChangesView | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [percent, setPercent] = createSignal(0);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const [version, setVersion] = createSignal(0);
  const kept = createMemo(() => session.datasets().filter(({ damaged }) => damaged !== true));
  const openId = () => session.result()?.header.id ?? '';
  const later = createMemo(() => {
    const chosen = route.of(CHANGES).later;
    return kept().some(({ header }) => header.id === chosen) ? chosen : openId();
  });
  const others = createMemo(() => kept().filter(({ header }) => header.id !== later()));
  const earlier = createMemo(() => {
    const chosen = route.of(CHANGES).earlier;
    if (others().some(({ header }) => header.id === chosen)) return chosen;
    const own = kept().find(({ header }) => header.id === later())?.header ?? session.result()?.header;
    const imported = own?.importedAt ?? 0;
    const before = others().find(({ header }) => header.importedAt <= imported) ?? others()[0];
    return before?.header.id ?? '';
  });
  const wanted = createMemo(() => {
    const revision = session.result()?.revision ?? null;
    return route.screen() === 'changes' && revision !== null && earlier() !== ''
      ? `${revision} ${later()} ${earlier()}`
      : null;
  });
  let asked = 0;
  /** What is compared or being compared, and of which result it is. */
  let shown: { readonly pair: string | null; readonly revision: number | null } = {
    pair: null,
    revision: null,
  };
  const compare = async (pair: string, revision: number | null) => {
    const mine = ++asked;
    shown = { pair, revision };
    batch(() => {
      setBusy(true);
      setPercent(0);
      setView(null);
    });
    const other = later() === openId() ? null : later();
    const outcome = await engine.compareDatasets(earlier(), other, ({ done, total }) => {
      if (mine === asked && total > 0) setPercent(Math.floor((done / total) * 100));
    });
    if (mine !== asked) return;
    // What was cancelled is not begun again by itself.
    if (!outcome.ok && outcome.trouble !== null) shown = { pair: null, revision };
    batch(() => {
      setBusy(false);
      setTrouble(outcome.ok ? null : outcome.trouble);
      setView(outcome.ok ? outcome.value : null);
      if (outcome.ok) setVersion((count) => count + 1);
    });
  };
  createEffect(
    on([() => session.result()?.revision ?? null, wanted], ([revision, pair]) => {
      if (pair !== null && pair !== shown.pair) void compare(pair, revision);
      if (pair !== null || revision === shown.revision) return;
      // What is compared goes with the result that was open.
      asked++;
      shown = { pair: null, revision };
      batch(() => {
        setBusy(false);
        setView(null);
      });
    }),
  );
  return {
    view,
    busy,
    percent,
    trouble,
    version,
    kept,
    later,
    others,
    earlier,
    cancel: () => void engine.cancelComparison(),
    again: () => {
      const pair = wanted();
      if (pair !== null && !busy()) void compare(pair, session.result()?.revision ?? null);
    },
  };
}
