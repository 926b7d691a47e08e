import { Show } from 'solid-js';
import type { Answer } from '../../../model/decision';
import { counted } from '../../../ui/words';
import type { ReviewView } from '../types';
import { useReview } from './context';
import { ANSWER_WORDS } from './state/words';

/** Answers by hand before the rest of their cause is offered as a list, and questions that make it worth the while. */
const BY_HAND = 4;
const WORTH = 5;

/** At first, what to do; after some answers of one cause by hand, that the rest could be decided as a list. */
export function TemplateHint(props: { view: ReviewView }) {
  const review = useReview();
  const offer = () => {
    const cause = review.question()?.proposal.cause;
    const figures = props.view.figures.byCause.find((one) => one.cause === cause);
    if (figures === undefined || figures.left < WORTH || review.query().part !== 'left') return null;
    const counts = (['same', 'different', 'notSure'] as const).map((answer): [Answer, number] => [
      answer,
      review.byHand().get(`${cause} ${answer}`) ?? 0,
    ]);
    const given = counts.filter(([, count]) => count > 0);
    const [only] = given;
    if (only === undefined || given.length > 1 || only[1] < BY_HAND || only[0] === 'notSure') return null;
    return { ...figures, answer: only[0], count: only[1] };
  };
  const isFirst = () =>
    review.query().part === 'left' && props.view.figures.decided + props.view.figures.notSure === 0;
  return (
    <Show
      when={offer()}
      fallback={
        <Show when={isFirst()}>
          <p class="review-hint">
            Are these records one machine? Answer with a button below, or with its key. Each answer is kept at
            once, and Undo takes it back.
          </p>
        </Show>
      }
    >
      {(known) => (
        <p class="review-hint">
          <span>
            You answered {counted(known().count, 'question')} of “{known().title}” with “
            {ANSWER_WORDS[known().answer]}”; {counted(known().left, 'is', 'are')} left.
          </span>
          <button
            type="button"
            class="button button-small"
            onClick={() => review.openTemplate(known().cause, known().answer)}
          >
            Look at the rest as a list
          </button>
        </p>
      )}
    </Show>
  );
}
