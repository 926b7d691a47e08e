import { For, Index, Show } from 'solid-js';
import { QUEUE_ORDERS, QUEUE_PARTS, type QueueOrder } from '../../../model/review-queue';
import { useApp } from '../../../ui/context';
import { REVIEW } from '../../../ui/state/review-address';
import { countText } from '../../../ui/words';
import type { ReviewView } from '../types';
import { useReview } from './context';
import { DecisionFiles } from './decision-files';
import { ORDER_WORDS, PART_NOTES, PART_WORDS, partCount } from './state/words';

/** Which questions, in which order; how one reviews; and the file of the decisions. */
export function ReviewToolbar(props: { view: ReviewView; onLeft: () => void }) {
  const app = useApp();
  const review = useReview();
  const query = () => review.query();
  const go = useGo();
  return (
    <div class="toolbar">
      <div class="toolbar-line">
        <div class="chips" role="group" aria-label="Part of the queue">
          <For each={QUEUE_PARTS}>
            {(part) => (
              <button
                type="button"
                class="chip-button"
                title={PART_NOTES[part]}
                aria-pressed={query().part === part}
                onClick={() => go({ part })}
              >
                {PART_WORDS[part]}{' '}
                <span class="chip-count">{countText(partCount(props.view.figures, part))}</span>
              </button>
            )}
          </For>
        </div>
        <span class="toolbar-gap" />
        <DecisionFiles view={props.view} />
      </div>
      <Show when={app.small()} fallback={<Choices view={props.view} onLeft={props.onLeft} />}>
        <details class="review-fold">
          <summary>Order, cause, list, history, name</summary>
          <Choices view={props.view} onLeft={props.onLeft} />
        </details>
      </Show>
    </div>
  );
}

/** Goes to the queue that is shown, with a change. */
function useGo() {
  const app = useApp();
  const review = useReview();
  return (change: { part?: typeof REVIEW.start.part; order?: QueueOrder; cause?: string }) => {
    const { part, order, cause } = review.query();
    app.route.go(REVIEW.with({ part, order, cause: cause ?? '', ...change }));
  };
}

/** Order and cause, how one reviews, and the dialogs. */
function Choices(props: { view: ReviewView; onLeft: () => void }) {
  const review = useReview();
  const query = () => review.query();
  const go = useGo();
  // By pointer the focus goes back to the question, so that the keys work again; by keyboard it stays.
  let byPointer = false;
  const afterPointer = () => {
    if (byPointer) props.onLeft();
    byPointer = false;
  };
  const pointed = () => {
    byPointer = true;
  };
  return (
    <div class="toolbar-line">
      <label class="save-what">
        <span>Order</span>
        <select
          class="select"
          aria-label="Order of the questions"
          value={query().order}
          disabled={query().part === 'sample'}
          onPointerDown={pointed}
          onChange={(event) => {
            go({ order: event.currentTarget.value as QueueOrder });
            afterPointer();
          }}
        >
          <For each={QUEUE_ORDERS}>{(order) => <option value={order}>{ORDER_WORDS[order]}</option>}</For>
        </select>
      </label>
      <label class="save-what">
        <span>Cause</span>
        <select
          class="select"
          aria-label="Cause"
          onPointerDown={pointed}
          onChange={(event) => {
            go({ cause: event.currentTarget.value });
            afterPointer();
          }}
        >
          <option value="" selected={query().cause === null}>
            all
          </option>
          <Index each={props.view.figures.byCause}>
            {(one) => (
              <option value={one().cause} selected={one().cause === query().cause}>
                {one().title} ({countText(one().left)} left)
              </option>
            )}
          </Index>
        </select>
      </label>
      <label class="check save-what">
        <input
          type="checkbox"
          checked={review.preferences().blind}
          onChange={(event) => review.setPreferences({ blind: event.currentTarget.checked })}
        />
        Blind
      </label>
      <span class="toolbar-gap" />
      <button type="button" class="button" onClick={() => review.setDialog('template')}>
        Decide a cause as a list
      </button>
      <button type="button" class="button" onClick={() => review.setDialog('history')}>
        History
      </button>
      <button type="button" class="button" onClick={() => review.setDialog('settings')}>
        <Show when={props.view.by !== ''} fallback="Name and keys">
          {props.view.by}, keys
        </Show>
      </button>
    </div>
  );
}
