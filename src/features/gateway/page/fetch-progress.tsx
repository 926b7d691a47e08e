import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import { counted } from '../../../ui/words';
import type { Gateway, Waiting } from './state';

/** What runs now: pages and assets so far, waits with a countdown, what was odd. */
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

/** 75 → "1:15"; 3675 → "1:01:15". */
function clockText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
