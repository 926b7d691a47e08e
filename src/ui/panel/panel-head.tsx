import { For, type JSX, Show } from 'solid-js';
import type { Comparison, Tie } from '../../model/comparison';
import { isFixedWidthRule, RULE_LABELS } from '../../model/rule';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';
import { LONGEST_IN_SENTENCE, shownText } from '../../wording/shown-text';
import { Icon } from '../parts/icon';
import type { PanelView } from '../state/table-address';
import { counted } from '../words';

/** What the panel is about: the asset, why it is in its groups, and its cluster. */
export function PanelHead(props: {
  panel: PanelView;
  comparison: Comparison;
  groupLink: (group: GroupIndex, asset: AssetIndex) => string;
  clusterLink: (cluster: ClusterIndex) => string;
  tableLink: (cluster: ClusterIndex) => string;
  groupTableLink: (group: GroupIndex) => string;
  /** What can be done with a group's value, beside it. */
  groupAction?: (tie: Tie) => JSX.Element;
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
              Cluster {(cluster() ?? 0) + 1}, {counted(all(), 'asset')}
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
                    >
                      <b>Group {member.group + 1}</b> {shownText(member.why, LONGEST_IN_SENTENCE)}
                    </a>
                    {props.groupAction?.(member)}
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
        <Show when={props.panel.kind === 'cluster' && props.comparison.ties}>
          {(ties) => (
            <>
              <h3 class="panel-ties-title">What joins it</h3>
              <ul class="panel-groups">
                <For each={ties().groups}>
                  {(tie) => (
                    <li>
                      <a href={props.groupTableLink(tie.group)}>
                        <b>Group {tie.group + 1}</b> {RULE_LABELS[tie.rule]}{' '}
                        <b classList={{ fixed: isFixedWidthRule(tie.rule) }}>{tie.value}</b>,{' '}
                        {counted(tie.size, 'asset')}
                      </a>
                      {props.groupAction?.(tie)}
                    </li>
                  )}
                </For>
              </ul>
              <Show when={ties().more > 0}>
                <p class="quiet">and {counted(ties().more, 'more group')} in the table.</p>
              </Show>
            </>
          )}
        </Show>
        <Show when={cluster() !== null}>
          <p class="panel-links">
            <Show when={props.panel.kind === 'asset'}>
              <a href={props.clusterLink(cluster()!)}>Cluster {cluster()! + 1}</a>
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
