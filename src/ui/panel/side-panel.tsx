import { For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Comparison } from '../../model/comparison';
import { useApp, useEngine } from '../context';
import { IgnoreButton } from '../ignore/ignore-button';
import { Icon } from '../parts/icon';
import { ofZone, type PanelSection } from '../section';
import { closePanel, type PanelView, showPanel, toTable } from '../state/table-address';
import { counted, countText } from '../words';
import { createComparison, type RecordCalls } from './comparison';
import { ComparisonTable } from './comparison-table';
import { OriginalRecord } from './original-record';
import { PanelFrame } from './panel-frame';
import { PanelHead } from './panel-head';
import { SourceTimeline } from './source-timeline';

/** One asset against the others of its group, or the assets of one cluster, beside the screen. */
export function SidePanel() {
  const app = useApp();
  const { panel, comparison, trouble } = createComparison(useEngine<RecordCalls>(), app.session, app.route);
  const close = () => {
    app.route.go(closePanel);
    document.querySelector<HTMLElement>('.grid, .cluster-list')?.focus();
  };
  return (
    <Show when={panel()}>
      {(shown) => (
        <PanelFrame
          label={shown().kind === 'asset' ? 'Asset compared with its group' : 'Cluster'}
          shown={shown()}
          onClose={close}
        >
          <Show when={trouble()}>
            {(failed) => (
              <div class="panel-trouble" role="alert">
                {failed().what} {failed().remedy}
              </div>
            )}
          </Show>
          <Show when={comparison()} fallback={<Loading onClose={close} />}>
            {(known) => (
              <>
                <PanelHead
                  panel={shown()}
                  comparison={known()}
                  groupLink={(group, asset) => app.route.href(showPanel({ kind: 'asset', asset, group }))}
                  clusterLink={(cluster) => app.route.href(showPanel({ kind: 'cluster', cluster }))}
                  groupTableLink={(group) => app.route.href(toTable({ group }), showPanel(shown()))}
                  groupAction={(tie) => (
                    <Show when={shown().kind === 'asset' || tie.size > 2}>
                      <IgnoreButton rule={tie.rule} value={tie.value} />
                    </Show>
                  )}
                  tableLink={(cluster) => app.route.href(toTable({ cluster }), showPanel(shown()))}
                  onClose={close}
                />
                <Sections panel={shown()} comparison={known()} />
              </>
            )}
          </Show>
        </PanelFrame>
      )}
    </Show>
  );
}

/** The records' fields, sources and origin, and between them what the features add. */
function Sections(props: { panel: PanelView; comparison: Comparison }) {
  return (
    <>
      <Added zone="why" panel={props.panel} comparison={props.comparison} />
      <Show when={props.comparison.more > 0}>
        <p class="panel-note">
          The first {countText(props.comparison.assets.length)};{' '}
          {counted(props.comparison.more, 'more asset')} in the table.
        </p>
      </Show>
      <ComparisonTable comparison={props.comparison} first={props.panel.kind === 'asset'} />
      <Added zone="fields" panel={props.panel} comparison={props.comparison} />
      <SourceTimeline assets={props.comparison.assets} />
      <Added zone="sources" panel={props.panel} comparison={props.comparison} />
      <Original comparison={props.comparison} />
      <Added zone="origin" panel={props.panel} comparison={props.comparison} />
    </>
  );
}

function Added(props: { zone: PanelSection['zone']; panel: PanelView; comparison: Comparison }) {
  const app = useApp();
  return (
    <For each={ofZone(app.panel, props.zone)}>
      {(section) => (
        <Dynamic component={section.component} panel={props.panel} comparison={props.comparison} />
      )}
    </For>
  );
}

function Original(props: { comparison: Comparison }) {
  const engine = useEngine<RecordCalls>();
  return (
    <Show when={props.comparison.assets[0]}>
      {(first) => <OriginalRecord record={first()} load={engine.originalRecord} />}
    </Show>
  );
}

function Loading(props: { onClose: () => void }) {
  return (
    <div class="panel-head">
      <p class="quiet">Loading</p>
      <button
        type="button"
        class="button button-bare button-square"
        aria-label="Close panel"
        onClick={() => props.onClose()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
