import { For, Show } from 'solid-js';
import type { ClusterLine, ClusterSort } from '../../../../model/table';
import { useApp, useEngine } from '../../../../ui/context';
import { SidePanel } from '../../../../ui/panel/side-panel';
import { Empty } from '../../../../ui/parts/empty';
import { LinkList } from '../../../../ui/parts/link-list';
import { RuleChip } from '../../../../ui/parts/rule-chip';
import { Time } from '../../../../ui/parts/time';
import { closePanel, PANEL, showPanel } from '../../../../ui/state/table-address';
import { counted, countText, rulesOfBits } from '../../../../ui/words';
import { CLEAR_FILTERS, nothingMatches } from '../../../../wording/nothing-matches';
import type { DuplicatesCalls } from '../../calls';
import { CLUSTERS } from './address';
import { createClusters } from './cluster-list';
import './clusters.css';

const SORTS: readonly (readonly [ClusterSort, string])[] = [
  ['order', 'in the order found'],
  ['assets', 'most assets first'],
  ['groups', 'most groups first'],
  ['newest', 'latest activity first'],
];

/** Assets that groups join together: what is probably one machine, largest first if wanted. */
export function Clusters() {
  const app = useApp();
  const clusters = createClusters(
    useEngine<DuplicatesCalls>(),
    () => app.session.result()?.revision ?? null,
    () => app.route.of(CLUSTERS),
  );
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
            value={app.route.of(CLUSTERS).search}
            onInput={(event) => app.route.type(CLUSTERS.with({ search: event.currentTarget.value }))}
          />
          <label class="save-what">
            <span>Sort</span>
            <select
              class="select"
              aria-label="Sort clusters"
              value={app.route.of(CLUSTERS).sort}
              onChange={(event) =>
                app.route.go(CLUSTERS.with({ sort: event.currentTarget.value as ClusterSort }))
              }
            >
              <For each={SORTS}>{([sort, label]) => <option value={sort}>{label}</option>}</For>
            </select>
          </label>
          <button
            type="button"
            class="chip-button"
            aria-pressed={app.route.of(CLUSTERS).by === 'several'}
            onClick={() =>
              app.route.go(CLUSTERS.with({ by: app.route.of(CLUSTERS).by === 'several' ? 'any' : 'several' }))
            }
          >
            Joined by several groups
            <span class="chip-count">{countText(app.session.result()?.summary.joinedClusters ?? 0)}</span>
          </button>
          <p class="shown" role="status">
            {clusters.count() === null ? '' : counted(clusters.count()!, 'cluster')}
          </p>
        </div>
      </div>
      <div class="beside">
        <Show when={(clusters.count() ?? 0) > 0} fallback={<None counted={clusters.count() !== null} />}>
          <LinkList
            label="Clusters"
            class="cluster-list"
            linkClass="cluster-link"
            count={clusters.count() ?? 0}
            rowHeight={app.small() ? 96 : 44}
            version={clusters.version()}
            line={clusters.line}
            want={clusters.want}
            selected={(line) => selectedCluster(app.route.of(PANEL).view) === line.cluster}
            href={({ cluster }) => app.route.href(showPanel({ kind: 'cluster', cluster }))}
            onClose={() => app.route.go(closePanel)}
          >
            {(line) => <Cells line={line()} />}
          </LinkList>
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
  const place = () => app.route.of(CLUSTERS);
  const filters = () => (place().by === 'several' ? ['joined by several groups'] : []);
  return (
    <Show when={props.counted}>
      <Show
        when={place().search !== '' || filters().length > 0}
        fallback={<Empty text="No assets are joined, so there are no clusters." />}
      >
        <Empty
          text={nothingMatches('clusters', place().search, filters())}
          action={CLEAR_FILTERS}
          onAction={() => app.route.go(CLUSTERS.with({ search: '', by: 'any' }))}
        />
      </Show>
    </Show>
  );
}

function Cells(props: { line: ClusterLine }) {
  const line = () => props.line;
  return (
    <>
      <span class="cluster-number">Cluster {line().cluster + 1}</span>
      <b class="cluster-size">{counted(line().assets, 'asset')}</b>
      <span class="cluster-names cut">{[...new Set(line().names)].join(', ')}</span>
      <span class="cluster-rules">
        <For each={rulesOfBits(line().rules)}>{(rule) => <RuleChip rule={rule} />}</For>
      </span>
      <span class="cluster-groups quiet">{counted(line().groups, 'group')}</span>
      <span class="cluster-newest quiet">
        <Time at={line().newest} otherwise="no activity" />
      </span>
    </>
  );
}
