import { Show } from 'solid-js';
import type { EpochMilliseconds } from '../../model/units';
import { timeText, timeWithZone } from '../words';

/** A time as 25 May 2026 14:21, the zone on hover; "never" where there is none. */
export function Time(props: { at: EpochMilliseconds; otherwise?: string }) {
  return (
    <Show when={!Number.isNaN(props.at)} fallback={<span class="quiet">{props.otherwise ?? 'never'}</span>}>
      <time dateTime={new Date(props.at).toISOString()} title={timeWithZone(props.at)}>
        {timeText(props.at)}
      </time>
    </Show>
  );
}
