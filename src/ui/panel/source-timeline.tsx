import { createMemo, For, Show } from 'solid-js';
import type { AssetRecord } from '../../model/comparison';
import { shownText } from '../../wording/shown-text';
import { Time } from '../parts/time';
import { timeText } from '../words';

interface Span {
  readonly source: string;
  readonly from: number;
  readonly to: number;
}

/** Who reported each asset, from first to last seen, all on one scale. */
export function SourceTimeline(props: { assets: readonly AssetRecord[] }) {
  const spans = createMemo(() => props.assets.map((asset) => ({ asset, spans: spansOf(asset) })));
  const scale = createMemo(() => {
    const times = spans().flatMap(({ spans: own }) => own.flatMap(({ from, to }) => [from, to]));
    const known = times.filter((time) => !Number.isNaN(time));
    return { from: Math.min(...known), to: Math.max(...known) };
  });
  return (
    <Show when={spans().some(({ spans: own }) => own.length > 0)}>
      <section class="timeline" aria-labelledby="timeline-title">
        <h3 id="timeline-title">Sources, first to last seen</h3>
        <Show when={Number.isFinite(scale().from) && scale().to > scale().from}>
          <p class="timeline-scale" aria-hidden="true">
            <span>{timeText(scale().from)}</span>
            <span>{timeText(scale().to)}</span>
          </p>
        </Show>
        <For each={spans()}>
          {({ asset, spans: own }) => (
            <div class="timeline-asset">
              <p class="timeline-name cut">
                {asset.title} <span class="fixed quiet">{asset.assetId}</span>
              </p>
              <ul>
                <For each={own} fallback={<li class="quiet">No source is named.</li>}>
                  {(span) => (
                    <li class="timeline-line">
                      <span class="timeline-source cut">{shownText(span.source)}</span>
                      <span class="timeline-track" aria-hidden="true">
                        <span class="timeline-span" style={placeOf(span, scale())} />
                      </span>
                      <span class="timeline-times">
                        <Time at={span.from} otherwise="unknown" /> to{' '}
                        <Time at={span.to} otherwise="unknown" />
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </div>
          )}
        </For>
      </section>
    </Show>
  );
}

function spansOf(asset: AssetRecord): Span[] {
  const sources = asset.fields.sources;
  return (sources?.values ?? []).map((source, place) => ({
    source,
    from: sources?.created?.[place] ?? Number.NaN,
    to: sources?.lastUpdated?.[place] ?? Number.NaN,
  }));
}

function placeOf(span: Span, scale: { from: number; to: number }): Record<string, string> {
  const length = scale.to - scale.from;
  const ends = [span.from, span.to].filter((time) => !Number.isNaN(time));
  if (ends.length === 0) return { display: 'none' };
  if (!(length > 0)) return { left: '0%', width: '100%' };
  const left = ((Math.min(...ends) - scale.from) / length) * 100;
  const right = ((Math.max(...ends) - scale.from) / length) * 100;
  return { left: `${Math.min(left, 99)}%`, width: `${Math.max(1, right - left)}%` };
}
