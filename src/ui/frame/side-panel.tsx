import { createEffect, createSignal, on, Show } from 'solid-js';
import { createComparison, type RecordCalls } from '../../features/duplicates/page/comparison';
import { useApp, useEngine } from '../context';
import { Icon } from '../parts/icon';
import { ComparisonTable } from '../parts/panel/comparison-table';
import { OriginalRecord } from '../parts/panel/original-record';
import { PanelHead } from '../parts/panel/panel-head';
import { SourceTimeline } from '../parts/panel/source-timeline';
import { isNumber, keep, readKept } from '../state/preferences';
import { counted, countText } from '../words';

const NARROWEST = 320;

/** One asset against the others of its group, or the assets of one cluster, beside the screen. */
export function SidePanel() {
  const app = useApp();
  const engine = useEngine<RecordCalls>();
  const { panel, comparison, trouble } = createComparison(
    engine,
    () => app.session.result()?.revision ?? null,
    app.route.view,
  );
  const [width, setWidth] = createSignal(readKept('panel', isNumber) ?? 520);
  const close = () => {
    app.route.go({ panel: null });
    document.querySelector<HTMLElement>('.grid, .cluster-list')?.focus();
  };
  const resize = (next: number) => {
    const most = Math.max(NARROWEST, innerWidth - 360);
    setWidth(Math.min(most, Math.max(NARROWEST, Math.round(next))));
    keep('panel', width());
  };
  const startDrag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent) => resize(innerWidth - move.clientX);
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  let body: HTMLDivElement | undefined;
  createEffect(on(panel, () => body?.scrollTo(0, 0)));
  return (
    <Show when={panel()}>
      {(shown) => (
        <aside
          class="panel"
          aria-label={shown().kind === 'asset' ? 'Asset compared with its group' : 'Cluster'}
          style={{ '--panel-width': `${width()}px` }}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          <div
            class="panel-edge"
            role="separator"
            aria-orientation="vertical"
            aria-label="Panel width"
            aria-valuenow={width()}
            aria-valuemin={NARROWEST}
            aria-valuemax={1600}
            tabIndex={0}
            onPointerDown={startDrag}
            onKeyDown={(event) => {
              if (event.key === 'ArrowLeft') resize(width() + 32);
              if (event.key === 'ArrowRight') resize(width() - 32);
            }}
          />
          <div class="panel-body" ref={body}>
            <Show when={trouble()}>
              {(failed) => (
                <div class="panel-trouble" role="alert">
                  {failed().what} {failed().remedy}
                </div>
              )}
            </Show>
            <Show when={comparison()} fallback={<PanelClose title="Loading" onClose={close} />}>
              {(known) => (
                <>
                  <PanelHead
                    panel={shown()}
                    comparison={known()}
                    groupLink={(group, asset) => app.route.href({ panel: { kind: 'asset', asset, group } })}
                    clusterLink={(cluster) => app.route.href({ panel: { kind: 'cluster', cluster } })}
                    tableLink={(cluster) =>
                      app.route.href({
                        screen: 'duplicates',
                        cluster,
                        rules: null,
                        overlap: null,
                        search: '',
                      })
                    }
                    onClose={close}
                  />
                  <ComparisonTable comparison={known()} first={shown().kind === 'asset'} />
                  <Show when={known().more > 0}>
                    <p class="panel-note">
                      The first {countText(known().assets.length)}; {counted(known().more, 'more asset')} in
                      the table.
                    </p>
                  </Show>
                  <SourceTimeline assets={known().assets} />
                  <Show when={known().assets[0]}>
                    {(first) => <OriginalRecord record={first()} load={engine.originalRecord} />}
                  </Show>
                </>
              )}
            </Show>
          </div>
        </aside>
      )}
    </Show>
  );
}

function PanelClose(props: { title: string; onClose: () => void }) {
  return (
    <div class="panel-head">
      <p class="quiet">{props.title}</p>
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
