import { For, Show } from 'solid-js';
import { Time } from '../../../ui/parts/time';
import { counted, countText } from '../../../ui/words';
import type { FetchState } from '../types';

/** Fetches that broke off less than a day ago: go on from there, open what there is, or discard it. */
export function UnfinishedFetches(props: {
  fetches: readonly FetchState[];
  busy: boolean;
  onContinue: (id: string) => void;
  onOpen: (id: string) => void;
  onDiscard: (id: string) => void;
}) {
  return (
    <section aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">Unfinished fetches</h2>
      <p class="section-note">
        What was fetched is kept for a day. To continue, enter user name and password of the same account.
      </p>
      <ul class="lines">
        <For each={props.fetches}>
          {(fetch) => (
            <li class="gateway-line">
              <div class="gateway-line-words">
                <p>
                  <b>{fetch.query.platform.code === 'own' ? 'Own host' : fetch.query.platform.code}</b>{' '}
                  {fetch.query.platform.host}
                </p>
                <p class="quiet">
                  {counted(fetch.pages, 'page')} with {assetsText(fetch)}, last one{' '}
                  <Time at={fetch.savedAt} />
                </p>
                <p class="quiet">through {fetch.query.proxy}</p>
              </div>
              <Show when={!fetch.complete}>
                <button
                  type="button"
                  class="button button-primary"
                  disabled={props.busy}
                  onClick={() => props.onContinue(fetch.id)}
                >
                  Continue from page {fetch.pages + 1}
                </button>
              </Show>
              <button
                type="button"
                class="button"
                disabled={props.busy}
                onClick={() => props.onOpen(fetch.id)}
              >
                <Show when={fetch.complete} fallback="Open as it is">
                  Open
                </Show>
              </button>
              <button
                type="button"
                class="button button-danger"
                disabled={props.busy}
                onClick={() => props.onDiscard(fetch.id)}
              >
                Discard
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function assetsText({ assets, expected }: FetchState): string {
  return expected === null
    ? counted(assets, 'asset')
    : `${countText(assets)} of ${counted(expected, 'asset')}`;
}
