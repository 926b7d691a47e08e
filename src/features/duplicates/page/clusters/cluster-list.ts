import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { ClusterLine, ClusterQuery } from '../../../../model/table';
import { createLineCache } from '../../../../ui/state/line-cache';
import type { DuplicatesCalls } from '../../calls';
import type { CLUSTERS } from './address';

/** The list of clusters, opened in the worker while its screen shows. */
export function createClusters(
  engine: Pick<DuplicatesCalls, 'openClusters' | 'clusterLines'>,
  revision: Accessor<number | null>,
  view: Accessor<typeof CLUSTERS.start>,
) {
  const lines = createLineCache<ClusterLine>((from, count) => engine.clusterLines(from, count));
  const [count, setCount] = createSignal<number | null>(null);
  const [version, setVersion] = createSignal(0);
  const query = createMemo<ClusterQuery>(() => queryOfView(view()), queryOfView(view()), {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  let latest = 0;
  createEffect(
    on([revision, query], async ([present, asked]) => {
      const mine = ++latest;
      if (present === null) return;
      const outcome = await engine.openClusters(asked);
      if (mine !== latest || !outcome.ok) return;
      lines.clear();
      setCount(outcome.value);
      setVersion((before) => before + 1);
    }),
  );
  return { count, version, line: lines.line, want: lines.want };
}

function queryOfView({ sort, search, by }: typeof CLUSTERS.start): ClusterQuery {
  return { sort, search: search.trim(), joined: by === 'several' };
}
