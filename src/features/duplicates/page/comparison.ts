import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { Comparison } from '../../../model/comparison';
import type { Trouble } from '../../../model/outcome';
import type { PanelView, View } from '../../../ui/state/view';
import type { DuplicatesCalls } from '../calls';

/** What the side panel asks of the engine. */
export type RecordCalls = Pick<DuplicatesCalls, 'compareGroup' | 'compareCluster' | 'originalRecord'>;

/** What the side panel compares: the records of a group or a cluster, fetched when the view asks. */
export function createComparison(
  engine: RecordCalls,
  revision: Accessor<number | null>,
  view: Accessor<View>,
) {
  const [comparison, setComparison] = createSignal<Comparison | null>(null);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const panel = createMemo<PanelView | null>(() => view().panel, null, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  let latest = 0;
  createEffect(
    on([revision, panel], async ([present, asked]) => {
      const mine = ++latest;
      setTrouble(null);
      if (present === null || asked === null) {
        setComparison(null);
        return;
      }
      const outcome = await (asked.kind === 'asset'
        ? engine.compareGroup(asked.group, asked.asset)
        : engine.compareCluster(asked.cluster));
      if (mine !== latest) return;
      setComparison(outcome.ok ? outcome.value : null);
      if (!outcome.ok) setTrouble(outcome.trouble);
    }),
  );
  return { panel, comparison, trouble };
}
