import { Show } from 'solid-js';
import { counted, durationText } from '../../../ui/words';
import type { GatewayEstimate, ProxyTest } from '../types';

/** What the proxy's test and the count came to. */
export function Answers(props: { verdict: ProxyTest | null; estimate: GatewayEstimate | null }) {
  return (
    <div class="gateway-answers" aria-live="polite">
      <Show when={props.verdict}>
        {(verdict) => (
          <p
            class="gateway-answer"
            classList={{ 'gateway-answer-warn': verdict().verdict !== 'ready' }}
            role="status"
            data-verdict={verdict().verdict}
          >
            <b>{verdict().what}</b> {verdict().remedy}
          </p>
        )}
      </Show>
      <Show when={props.estimate}>
        {(estimate) => (
          <p class="gateway-answer" role="status">
            <b>{counted(estimate().assets, 'asset')}</b>, fetched with {counted(estimate().calls, 'call')}.{' '}
            {limitText(estimate())} {timeNeeded(estimate())}
          </p>
        )}
      </Show>
    </div>
  );
}

function limitText({ callsPerWindow, windowMilliseconds, limitKnown }: GatewayEstimate): string {
  const limit = `${counted(callsPerWindow, 'call')} in ${durationText(windowMilliseconds / 1000)}`;
  return limitKnown
    ? `The Gateway allows ${limit}.`
    : `The limit is not readable through this proxy; the usual one is ${limit}.`;
}

function timeNeeded({ milliseconds }: GatewayEstimate): string {
  return milliseconds === 0
    ? 'The calls fit into one such window, so nothing has to be waited for.'
    : `That takes at least ${durationText(milliseconds / 1000)}, waits included. You can pause, and close the tab and continue within a day.`;
}
