import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import type { GatewayCall } from '../../../model/gateway';
import { ScrollTable } from '../../parts/scroll-table';
import type { Gateway, Waiting } from '../../state/gateway';
import { bytesText, counted, countText } from '../../words';

/** What runs now: pages and assets so far, waits with a countdown, each call with its status. */
export function FetchProgress(props: { gateway: Gateway }) {
  return (
    <>
      <Show when={props.gateway.step() === 'fetch'}>
        <section class="gateway-run" aria-label="Fetch">
          <p class="gateway-figures">
            <b>{counted(props.gateway.fetched()?.pages ?? 0, 'page')}</b> with{' '}
            <b>{counted(props.gateway.fetched()?.assets ?? 0, 'asset')}</b> fetched
          </p>
          <Show
            when={props.gateway.paused()}
            fallback={
              <button type="button" class="button" onClick={() => props.gateway.pause()}>
                Pause
              </button>
            }
          >
            <button type="button" class="button button-primary" onClick={() => props.gateway.resume()}>
              Continue
            </button>
            <p class="quiet" role="status">
              Paused: no further call is made until you continue. A session lasts four hours; then Doublet
              logs in again.
            </p>
          </Show>
        </section>
      </Show>
      <Show when={props.gateway.waiting()}>{(waiting) => <Countdown waiting={waiting()} />}</Show>
      <For each={props.gateway.notices()}>
        {(notice) => (
          <p class="gateway-answer gateway-answer-warn" role="note">
            {notice}
          </p>
        )}
      </For>
      <Show when={props.gateway.calls().length > 0}>
        <Calls calls={props.gateway.calls()} />
      </Show>
    </>
  );
}

function Countdown(props: { waiting: Waiting }) {
  const [now, setNow] = createSignal(Date.now());
  createEffect(() => {
    setNow(Date.now());
    const clock = setInterval(() => setNow(Date.now()), 250);
    onCleanup(() => clearInterval(clock));
    return props.waiting;
  });
  const left = () => Math.max(0, Math.ceil((props.waiting.until - now()) / 1000));
  return (
    <p class="gateway-answer gateway-answer-warn" role="status">
      {props.waiting.why} Next call in <b class="gateway-clock">{clockText(left())}</b>.
    </p>
  );
}

function Calls(props: { calls: readonly GatewayCall[] }) {
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title">Calls</h2>
      <p class="section-note">
        {counted(props.calls[0]?.number ?? 0, 'call')}
        {(props.calls[0]?.number ?? 0) > props.calls.length
          ? `, of which the last ${countText(props.calls.length)} are listed`
          : ''}
        .
      </p>
      <ScrollTable label="Calls to the Gateway">
        <table class="plain gateway-calls">
          <thead>
            <tr>
              <th class="number">No.</th>
              <th>Call</th>
              <th>Status</th>
              <th class="number">Time</th>
              <th class="number">Received</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.calls}>
              {(call) => (
                <tr>
                  <td class="number">{countText(call.number)}</td>
                  <td class="fixed">{call.what}</td>
                  <td classList={{ 'gateway-failed': isFailed(call) }}>{statusText(call)}</td>
                  <td class="number">{call.status === null ? '' : `${countText(call.milliseconds)} ms`}</td>
                  <td class="number">{call.bytes === 0 ? '' : bytesText(call.bytes)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
    </section>
  );
}

function isFailed({ status }: GatewayCall): boolean {
  return status !== null && (status < 200 || status >= 300);
}

function statusText({ status }: GatewayCall): string {
  if (status === null) return 'running';
  return status === 0 ? 'no answer' : String(status);
}

/** 75 → "1:15"; 3675 → "1:01:15". */
function clockText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
