import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { EngineApi } from '../../client/api';
import type { Comparison } from '../../model/comparison';
import type { Trouble } from '../../model/outcome';
import type { Route } from '../state/route';
import type { Session } from '../state/session';
import { PANEL, type PanelView } from '../state/table-address';

/** What the side panel compares: the records of a group or a cluster, fetched when the address asks. */
export function createComparison(
  engine: Pick<EngineApi, 'compareGroup' | 'compareCluster'>,
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
        : engine.compareCluster(asked.cluster)
      ).catch(() => null);
      if (mine !== latest || outcome === null) return;
      setComparison(outcome.ok ? outcome.value : null);
      if (!outcome.ok) setTrouble(outcome.trouble);
    }),
  );
  return { panel, comparison, trouble };
}
