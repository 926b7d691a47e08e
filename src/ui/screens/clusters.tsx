import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { ClusterLine, ClusterSort } from '../../model/table';
import { useApp } from '../context';
import { SidePanel } from '../frame/side-panel';
import { RuleChip } from '../parts/rule-chip';
import { Time } from '../parts/time';
import { createClusters } from '../state/clusters';
import { createVirtualRows } from '../state/virtual-rows';
import { counted, countText, rulesOfBits } from '../words';

const SORTS: readonly (readonly [ClusterSort, string])[] = [
  ['order', 'in the order found'],
  ['assets', 'most assets first'],
  ['groups', 'most groups first'],
  ['newest', 'latest activity first'],
];

/** Assets that groups join together: what is probably one machine, largest first if wanted. */
export function Clusters() {
  const app = useApp();
  const clusters = createClusters(app.engine, () => app.session.result()?.revision ?? null, app.route.view);
  return (
    <div class="clusters">
      <h1 class="visually-hidden">Clusters</h1>
      <div class="toolbar">
        <div class="toolbar-line">
          <input
            class="search"
            type="search"
            aria-label="Search clusters"
            placeholder="Search clusters"
            value={app.route.view().clusterSearch}
            onInput={(event) => app.route.type({ clusterSearch: event.currentTarget.value })}
          />
          <label class="save-what">
            <span>Sort</span>
            <select
              class="select"
              aria-label="Sort clusters"
              value={app.route.view().clusterSort}
              onChange={(event) => app.route.go({ clusterSort: event.currentTarget.value as ClusterSort })}
            >
              <For each={SORTS}>{([sort, label]) => <option value={sort}>{label}</option>}</For>
            </select>
          </label>
          <p class="shown" role="status">
            {clusters.count() === null ? '' : counted(clusters.count()!, 'cluster')}
          </p>
        </div>
      </div>
      <div class="beside">
        <Show when={(clusters.count() ?? 0) > 0} fallback={<None counted={clusters.count() !== null} />}>
          <ClusterList
            count={clusters.count() ?? 0}
            version={clusters.version()}
            line={clusters.line}
            want={clusters.want}
            height={app.small() ? 96 : 44}
            selected={selectedCluster(app.route.view().panel)}
            href={(cluster) => app.route.href({ panel: { kind: 'cluster', cluster } })}
          />
        </Show>
        <SidePanel />
      </div>
    </div>
  );
}

function selectedCluster(panel: { kind: string; cluster?: number } | null): number | null {
  return panel?.kind === 'cluster' ? (panel.cluster ?? null) : null;
}

function None(props: { counted: boolean }) {
  const app = useApp();
  return (
    <Show when={props.counted}>
      <div class="nothing">
        <p>
          {app.route.view().clusterSearch === ''
            ? 'No assets are joined, so there are no clusters.'
            : 'No cluster has these words.'}
        </p>
      </div>
    </Show>
  );
}

function ClusterList(props: {
  count: number;
  version: number;
  line: (index: number) => ClusterLine | undefined;
  want: (from: number, to: number) => void;
  height: number;
  selected: number | null;
  href: (cluster: number) => string;
}) {
  let list!: HTMLDivElement;
  const rows = createVirtualRows(
    () => props.count,
    () => props.height,
  );
  const [focused, setFocused] = createSignal(0);
  const inSight = createMemo(() =>
    Array.from({ length: Math.max(0, rows.end() - rows.first()) }, (_, place) => rows.first() + place),
  );
  createEffect(() => {
    void props.version;
    props.want(rows.first(), rows.end());
  });
  onMount(() => {
    const observer = new ResizeObserver(() => rows.resized(list.clientHeight));
    observer.observe(list);
    onCleanup(() => observer.disconnect());
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(0, focused() + step), props.count - 1);
    setFocused(next);
    const top = rows.reveal(next, 'nearest');
    if (top !== null) list.scrollTop = top;
    requestAnimationFrame(() =>
      list.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus({ preventScroll: true }),
    );
  };
  return (
    <div
      ref={list}
      class="cluster-list"
      role="list"
      aria-label="Clusters"
      tabIndex={-1}
      onScroll={() => rows.scrolled(list.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div class="grid-space" role="presentation" style={{ height: `${rows.height()}px` }}>
        <For each={inSight()}>
          {(row) => (
            <div
              class="cluster-row"
              role="listitem"
              aria-setsize={props.count}
              aria-posinset={row + 1}
              data-row={row}
              style={{ transform: `translateY(${rows.top(row)}px)`, height: `${props.height}px` }}
            >
              <Show when={props.line(row)}>
                {(line) => (
                  <a
                    class="cluster-link"
                    classList={{ 'cluster-selected': props.selected === line().cluster }}
                    href={props.href(line().cluster)}
                    tabIndex={row === focused() ? 0 : -1}
                    onFocus={() => setFocused(row)}
                  >
                    <span class="cluster-number">Cluster {countText(line().cluster + 1)}</span>
                    <b class="cluster-size">{counted(line().assets, 'asset')}</b>
                    <span class="cluster-names cut">{[...new Set(line().names)].join(', ')}</span>
                    <span class="cluster-rules">
                      <For each={rulesOfBits(line().rules)}>{(rule) => <RuleChip rule={rule} />}</For>
                    </span>
                    <span class="cluster-groups quiet">{counted(line().groups, 'group')}</span>
                    <span class="cluster-newest quiet">
                      <Time at={line().newest} otherwise="no activity" />
                    </span>
                  </a>
                )}
              </Show>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}
