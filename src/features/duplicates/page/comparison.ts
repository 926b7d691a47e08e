import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { EngineApi } from '../../../client/api';
import type { Comparison } from '../../../model/comparison';
import type { Trouble } from '../../../model/outcome';
import type { PanelView, View } from '../../../ui/state/view';

/** What the side panel compares: the records of a group or a cluster, fetched when the view asks. */
export function createComparison(
  engine: Pick<EngineApi, 'compareGroup' | 'compareCluster'>,
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
        : engine.compareCluster(asked.cluster)
      ).catch(() => null);
      if (mine !== latest || outcome === null) return;
      setComparison(outcome.ok ? outcome.value : null);
      if (!outcome.ok) setTrouble(outcome.trouble);
    }),
  );
  return { panel, comparison, trouble };
}
