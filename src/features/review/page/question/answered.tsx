import { For, Show } from 'solid-js';
import type { Decision } from '../../../../model/decision';
import { useEngine } from '../../../../ui/context';
import type { ReviewCalls } from '../../calls';
import type { ReviewItem } from '../../types';
import { useReview } from '../context';
import { ANSWER_WORDS, byText, decisionText } from '../state/words';

/** How the question was answered so far: now, before its basis changed, or by people who disagree. */
export function Answered(props: { item: ReviewItem }) {
  const review = useReview();
  // A second look is to be unbiased by the first.
  const isUnseen = () => review.query().part === 'sample';
  return (
    <Show when={!isUnseen()}>
      <Show when={props.item.status === 'asked'}>
        <section class="review-note" aria-label="Asked again">
          <h3>Asked again, because what the answer rested on has changed</h3>
          <ul>
            <For each={props.item.changed}>{(sentence) => <li>{sentence}</li>}</For>
          </ul>
          <For each={props.item.decisions}>
            {(decision) => (
              <p>
                Answered before: <DecisionLine decision={decision} />
              </p>
            )}
          </For>
        </section>
      </Show>
      <Show when={props.item.status === 'conflict'}>
        <Conflict item={props.item} />
      </Show>
      <Show when={props.item.status === 'decided' || props.item.status === 'notSure'}>
        <section class="review-note" aria-label="Answered">
          <For each={props.item.decisions}>
            {(decision) => (
              <p class="review-answered">
                <span>
                  Answered: <DecisionLine decision={decision} />
                </span>
                <TakeBack decision={decision} />
              </p>
            )}
          </For>
        </section>
      </Show>
    </Show>
  );
}

function DecisionLine(props: { decision: Decision }) {
  return (
    <>
      <b>{decisionText(props.decision)}</b> <span class="quiet">{byText(props.decision)}</span>
      <Show when={props.decision.note !== ''}>
        {' '}
        <q>{props.decision.note}</q>
      </Show>
    </>
  );
}

function TakeBack(props: { decision: Decision }) {
  const review = useReview();
  const engine = useEngine<ReviewCalls>();
  const takeBack = async () => {
    if (!review.take(await engine.editDecision(props.decision.id, { answer: null }))) return;
    review.say('The decision is taken back.');
    await review.walk.refresh();
  };
  return (
    <button type="button" class="button button-small" onClick={() => void takeBack()}>
      Take back
    </button>
  );
}

/** Both sides of a contradiction; taking one of them settles it, and so does any other answer. */
function Conflict(props: { item: ReviewItem }) {
  const review = useReview();
  const settle = async (decision: Decision) => {
    const { item } = props;
    if (decision.answer === null) return;
    const fresh = await review.walk.answer({
      item: item.id,
      answer: decision.answer,
      assetIds: decision.assetIds,
      keep: decision.keep,
      note: decision.note,
    });
    if (fresh !== null && review.take({ ok: true, value: fresh })) review.say('The conflict is settled.');
  };
  return (
    <section class="review-note" aria-label="Conflict">
      <h3>These decisions contradict each other</h3>
      <p class="quiet">Take one of them, or answer anew below: the others are overruled.</p>
      <ul class="review-sides">
        <For each={props.item.conflicting}>
          {(decision) => (
            <li>
              <span>
                <DecisionLine decision={decision} />
              </span>
              <button
                type="button"
                class="button button-small"
                aria-label={`Take the answer “${decision.answer === null ? '' : ANSWER_WORDS[decision.answer]}” ${byText(decision)}`}
                onClick={() => void settle(decision)}
              >
                Take this answer
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
