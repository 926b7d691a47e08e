import { type JSX, Show } from 'solid-js';
import type { ReviewItem } from '../types';
import { useReview } from './context';
import { answerFault, type Draft } from './state/draft';
import { ACTION_LABELS, type Action, keyText } from './state/keys';
import './answer-bar.css';

/** Everything that can be done with the question, each with its key; it stays in the same place from question to question. */
export function AnswerBar(props: { item: ReviewItem | null; act: (action: Action) => void }) {
  const review = useReview();
  const draft = (): Draft => review.draft();
  const canAnswer = (answer: 'same' | 'different' | 'notSure') =>
    props.item !== null && answerFault(props.item, draft(), answer) === null;
  const given = () => {
    const { item } = props;
    if (item === null || review.query().part === 'sample') return null;
    return item.status === 'decided' || item.status === 'notSure' ? (item.decision?.answer ?? null) : null;
  };
  const isOut = () => draft().out.includes(review.current() ?? '');
  return (
    <div class="review-bar" role="group" aria-label="Answer">
      <div class="review-answers">
        <Do
          action="same"
          act={props.act}
          class="review-answer"
          disabled={!canAnswer('same')}
          current={given() === 'same'}
        >
          <span aria-hidden="true">= </span>
          <Show when={draft().cut !== null} fallback="Same machine">
            Two machines, A and B
          </Show>
        </Do>
        <Do
          action="different"
          act={props.act}
          class="review-answer"
          disabled={!canAnswer('different')}
          current={given() === 'different'}
        >
          <span aria-hidden="true">≠ </span>Different machines
        </Do>
        <Do
          action="notSure"
          act={props.act}
          class="review-answer"
          disabled={!canAnswer('notSure')}
          current={given() === 'notSure'}
        >
          <span aria-hidden="true">? </span>Not sure
        </Do>
        <Do
          action="skip"
          act={props.act}
          disabled={review.isEnded() || review.walk.at() >= (review.walk.of() ?? 0)}
        />
        <Do action="back" act={props.act} disabled={review.isEnded() || review.walk.at() === 0} />
        <span class="toolbar-gap" />
        <Show when={review.view()?.canRedo}>
          {(what) => <Do action="redo" act={props.act} class="review-redo" title={what()} />}
        </Show>
        <Do
          action="undo"
          act={props.act}
          disabled={review.view()?.canUndo == null}
          title={review.view()?.canUndo ?? undefined}
        />
      </div>
      <div class="review-tools">
        <Do action="takeOut" act={props.act} pressed={isOut()} disabled={review.current() === null} />
        <Do
          action="keep"
          act={props.act}
          pressed={draft().keep !== null && draft().keep === review.current()}
          disabled={review.current() === null || isOut()}
        />
        <Do
          action="split"
          act={props.act}
          pressed={draft().cut !== null}
          disabled={(props.item?.bridges.length ?? 0) === 0}
        />
        <Do action="find" act={props.act} disabled={props.item === null} />
        <Do action="ignoreValue" act={props.act} disabled={(props.item?.sharedValues.length ?? 0) === 0} />
        <label class="review-note-field">
          <span>
            Note <Key of="note" />
          </span>
          <input
            id="review-note"
            class="field"
            type="text"
            autocomplete="off"
            aria-label="Note"
            placeholder="Why, for yourself and others"
            maxLength={2000}
            disabled={props.item === null}
            value={draft().note}
            onInput={(event) => review.change({ note: event.currentTarget.value })}
          />
        </label>
      </div>
    </div>
  );
}

function Do(props: {
  action: Action;
  act: (action: Action) => void;
  class?: string;
  disabled?: boolean;
  pressed?: boolean;
  current?: boolean;
  title?: string | undefined;
  children?: JSX.Element;
}) {
  const review = useReview();
  return (
    <button
      type="button"
      class={`button ${props.class ?? ''}`}
      classList={{ 'review-given': props.current === true }}
      disabled={props.disabled}
      aria-pressed={props.pressed}
      aria-current={props.current === true ? 'true' : undefined}
      aria-keyshortcuts={
        review.preferences().keysOn ? review.preferences().keys[props.action].toUpperCase() : undefined
      }
      title={props.title}
      onClick={() => props.act(props.action)}
    >
      <span>{props.children ?? ACTION_LABELS[props.action]}</span> <Key of={props.action} />
    </button>
  );
}

function Key(props: { of: Action }) {
  const review = useReview();
  return (
    <Show when={review.preferences().keysOn}>
      <span class="key" aria-hidden="true">
        {keyText(review.preferences().keys[props.of])}
      </span>
    </Show>
  );
}
