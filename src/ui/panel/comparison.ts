import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { Comparison } from '../../model/comparison';
import type { Outcome, Trouble } from '../../model/outcome';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';
import type { Route } from '../state/route';
import type { Session } from '../state/session';
import { PANEL, type PanelView } from '../state/table-address';

/** What the side panel asks of the engine. */
export interface RecordCalls {
  compareGroup(group: GroupIndex, asset: AssetIndex): Promise<Outcome<Comparison>>;
  compareCluster(cluster: ClusterIndex): Promise<Outcome<Comparison>>;
  originalRecord(asset: AssetIndex): Promise<Outcome<string>>;
}

/** What the side panel compares: the records of a group or a cluster, fetched when the address asks. */
export function createComparison(
  engine: RecordCalls,
  session: Pick<Session, 'result'>,
  route: Pick<Route, 'of'>,
) {
  const [comparison, setComparison] = createSignal<Comparison | null>(null);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const panel = createMemo<PanelView | null>(() => route.of(PANEL).view, null, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  let latest = 0;
  createEffect(
    on([() => session.result()?.revision ?? null, panel], async ([present, asked]) => {
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
