import { For, Show } from 'solid-js';
import { lowerFirst } from '../../../../ui/words';
import type { ReviewItem } from '../../types';
import { useReview } from '../context';
import { keyText } from '../state/keys';

const PROPOSES = {
  same: 'One machine',
  different: 'Different machines',
  notSure: 'Perhaps one machine',
} as const;

/** What the judgement says to the question, and why; in a blind review only that it is hidden. */
export function Proposal(props: { item: ReviewItem }) {
  const review = useReview();
  const proposal = () => props.item.proposal;
  return (
    <Show
      when={!review.hidden()}
      fallback={
        <p class="review-proposal">
          <span class="quiet">The proposal is hidden until you answer.</span>{' '}
          <button
            type="button"
            class="button button-small"
            aria-keyshortcuts={review.preferences().keys.proposal}
            onClick={() => review.reveal()}
          >
            Show the proposal{' '}
            <span class="key" aria-hidden="true">
              {keyText(review.preferences().keys.proposal)}
            </span>
          </button>
        </p>
      }
    >
      <div class="review-proposal">
        <p>
          <b>{PROPOSES[proposal().answer]}</b>
          <Show when={proposal().strength}>
            {(strength) => <span class="chip review-strength">{strength()}</span>}
          </Show>
          <b>{proposal().causeTitle}.</b> {proposal().sentence}
        </p>
        <Show when={proposal().keep}>
          {(keep) => (
            <p>
              Keep <b class="fixed">{keep()}</b>: {lowerFirst(withoutDot(proposal().keepReason))}.{' '}
              <Show
                when={proposal().redundant.length > 0}
                fallback="No record would be listed as redundant: the others are alive, in conflict, or go away by themselves."
              >
                Redundant: <span class="fixed">{listed(proposal().redundant)}</span>.
              </Show>
            </p>
          )}
        </Show>
        <Show when={proposal().action !== ''}>
          <p class="quiet">{proposal().action}</p>
        </Show>
        <For each={proposal().warnings}>{(warning) => <p class="review-warning">{warning}</p>}</For>
      </div>
    </Show>
  );
}

const MOST_LISTED = 12;

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_LISTED).join(', ');
  return ids.length > MOST_LISTED ? `${shown} and ${ids.length - MOST_LISTED} more` : shown;
}

function withoutDot(sentence: string): string {
  const text = sentence.replace(/\.$/, '');
  return text === '' ? 'the first of them' : text;
}
