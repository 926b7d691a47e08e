import { For, Show } from 'solid-js';
import type { Comparison } from '../../model/comparison';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';
import { Icon } from '../parts/icon';
import type { PanelView } from '../state/table-address';
import { counted, countText } from '../words';

/** What the panel is about: the asset, why it is in its groups, and its cluster. */
export function PanelHead(props: {
  panel: PanelView;
  comparison: Comparison;
  groupLink: (group: GroupIndex, asset: AssetIndex) => string;
  clusterLink: (cluster: ClusterIndex) => string;
  tableLink: (cluster: ClusterIndex) => string;
  onClose: () => void;
}) {
  const first = () => props.comparison.assets[0];
  const all = () => props.comparison.assets.length + props.comparison.more;
  const cluster = () => (props.panel.kind === 'cluster' ? props.panel.cluster : (first()?.cluster ?? null));
  return (
    <header class="panel-head">
      <div class="panel-title">
        <Show
          when={props.panel.kind === 'asset' && first()}
          fallback={
            <h2>
              Cluster {countText((cluster() ?? 0) + 1)}, {counted(all(), 'asset')}
            </h2>
          }
        >
          {(asset) => (
            <>
              <h2>{asset().title}</h2>
              <p class="fixed quiet">{asset().assetId}</p>
            </>
          )}
        </Show>
        <Show when={props.panel.kind === 'asset' && first()}>
          {(asset) => (
            <ul class="panel-groups">
              <For each={asset().groups}>
                {(member) => (
                  <li>
                    <a
                      href={props.groupLink(member.group, asset().asset)}
                      aria-current={
                        props.panel.kind === 'asset' && props.panel.group === member.group
                          ? 'true'
                          : undefined
                      }
                      classList={{
                        'edge-blue': member.group % 2 === 0,
                        'edge-peach': member.group % 2 === 1,
                      }}
                    >
                      <b>Group {countText(member.group + 1)}</b> {member.why}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
        <Show when={cluster() !== null}>
          <p class="panel-links">
            <Show when={props.panel.kind === 'asset'}>
              <a href={props.clusterLink(cluster()!)}>Cluster {countText(cluster()! + 1)}</a>
            </Show>
            <a href={props.tableLink(cluster()!)}>Show this cluster in the table</a>
          </p>
        </Show>
      </div>
      <button
        type="button"
        class="button button-bare button-square"
        aria-label="Close panel"
        onClick={() => props.onClose()}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}
