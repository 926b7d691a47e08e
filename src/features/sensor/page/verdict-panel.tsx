import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { Trouble } from '../../../model/outcome';
import type { AssetIndex } from '../../../model/units';
import { useApp, useEngine } from '../../../ui/context';
import { Icon } from '../../../ui/parts/icon';
import { counted } from '../../../ui/words';
import type { SensorCalls } from '../calls';
import type { NearMiss, StillSeparate, VerdictDetail } from '../types/result';
import type { SensorView } from '../types/view';
import { CriterionSteps } from './criterion-steps';
import { RecordsCompared } from './records-compared';
import { OUTCOME_WORDS } from './sensor-words';
import { SENSOR_ADDRESS } from './state/place';
import './verdict-panel.css';

/** One passive asset explained: its verdict, each criterion tried, both records, reasons and near misses. */
export function VerdictPanel(props: { view: SensorView; onClose: () => void }) {
  const app = useApp();
  const engine = useEngine<SensorCalls>();
  const place = () => app.route.of(SENSOR_ADDRESS);
  const [detail, setDetail] = createSignal<VerdictDetail | null>(null);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  let body: HTMLDivElement | undefined;
  let latest = 0;
  createEffect(
    on([() => place().asset, () => place().against, () => props.view.revision], async ([asset, against]) => {
      const mine = ++latest;
      if (asset === null) return void setDetail(null);
      const outcome = await engine.explainVerdict(asset, against);
      if (mine !== latest) return;
      setTrouble(outcome.ok ? null : outcome.trouble);
      setDetail(outcome.ok ? outcome.value : null);
    }),
  );
  createEffect(on([() => place().asset, () => place().against], () => body?.scrollTo(0, 0)));
  const against = (other: AssetIndex) => app.route.href(SENSOR_ADDRESS.with({ against: other }));
  return (
    <Show when={place().asset !== null}>
      <aside
        class="panel verdict-panel"
        aria-label="Verdict explained"
        onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
      >
        <div class="panel-body" ref={body}>
          <div class="panel-head">
            <div class="panel-title">
              <Show when={detail()} fallback={<h2>{trouble() === null ? 'No verdict' : 'Not explained'}</h2>}>
                {(known) => (
                  <>
                    <h2>{known().asset.title}</h2>
                    <p class="fixed quiet">{known().asset.assetId}</p>
                    <p class="verdict-sentence">
                      <span class={`outcome-label outcome-${known().outcome}`}>
                        {OUTCOME_WORDS[known().outcome]}
                      </span>{' '}
                      {known().text}
                    </p>
                  </>
                )}
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
          </div>
          <Show when={trouble()}>
            {(failed) => (
              <p class="panel-trouble" role="alert">
                {failed().what} {failed().remedy}
              </p>
            )}
          </Show>
          <Show when={detail()}>
            {(known) => (
              <>
                <Show
                  when={known().other}
                  fallback={
                    <p class="panel-note">No asset of this dataset comes near it by any criterion.</p>
                  }
                >
                  {(other) => (
                    <>
                      <CriterionSteps steps={known().steps} other={other()} />
                      <RecordsCompared asset={known().asset} other={other()} steps={known().steps} />
                    </>
                  )}
                </Show>
                <Reasons reasons={known().stillSeparate} />
                <NearMisses misses={known().nearMisses} href={against} shown={known().other?.asset ?? -1} />
                <Group detail={known()} href={against} />
              </>
            )}
          </Show>
        </div>
      </aside>
    </Show>
  );
}

function Reasons(props: { reasons: readonly StillSeparate[] }) {
  return (
    <Show when={props.reasons.length > 0}>
      <section class="verdict-section">
        <h3>Why both are still in the export</h3>
        <ul class="verdict-reasons">
          <For each={props.reasons}>
            {(reason) => (
              <li>
                {reason.text}{' '}
                <span class="quiet">{reason.seenInData ? 'Seen in the data.' : 'Possible.'}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function NearMisses(props: {
  misses: readonly NearMiss[];
  href: (asset: AssetIndex) => string;
  shown: AssetIndex;
}) {
  return (
    <Show when={props.misses.length > 0}>
      <section class="verdict-section">
        <h3>Near misses</h3>
        <ul class="verdict-reasons">
          <For each={props.misses}>
            {(miss) => (
              <li>
                {miss.text}{' '}
                <Show when={miss.candidate >= 0 && miss.candidate !== props.shown}>
                  <a href={props.href(miss.candidate)}>Compare with it</a>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** Members that are listed. */
const MOST = 20;

function Group(props: { detail: VerdictDetail; href: (asset: AssetIndex) => string }) {
  const others = () =>
    (props.detail.group?.assets ?? []).filter((asset) => asset !== props.detail.asset.asset).slice(0, MOST);
  return (
    <Show when={props.detail.group}>
      {(group) => (
        <section class="verdict-section">
          <h3>
            Passive group {group().id}: {counted(group().size, 'asset')} that look like one device
          </h3>
          <p class="group-links">
            <For each={others()}>
              {(asset, place) => (
                <a href={props.href(asset)} aria-label={`Compare with member ${place() + 1} of the group`}>
                  {place() + 1}
                </a>
              )}
            </For>
            <span class="quiet">Compare with another member</span>
          </p>
        </section>
      )}
    </Show>
  );
}
