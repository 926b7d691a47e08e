import { Match, Show, Switch } from 'solid-js';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { toScreen } from '../../../ui/state/address';
import { REVIEW } from '../../../ui/state/review-address';
import { counted } from '../../../ui/words';
import type { ReviewView } from '../types';
import { useReview } from './context';
import { PART_WORDS } from './state/words';

const EMPTY_WORDS = {
  left: 'No question is left here.',
  asked: 'No decision has to be made again: what they rest on is as it was.',
  notSure: 'No question is answered “not sure”.',
  conflicts: 'No decisions contradict each other.',
  sample:
    'There is nothing to answer a second time. Load the decisions of another person, or change your name.',
  decided: 'No question of this dataset is decided yet.',
} as const;

/** What stands in the place of a question: the end of the queue, and what to do now. */
export function EndOfQueue(props: { view: ReviewView; onGoOn: (() => void) | null }) {
  const app = useApp();
  const review = useReview();
  const part = () => review.query().part;
  const length = () => review.walk.of() ?? 0;
  const left = () => props.view.figures.left;
  const to = (change: Partial<typeof REVIEW.start>) =>
    app.route.href(REVIEW.with({ part: 'left', cause: '', ...change }));
  return (
    <div class="review-end">
      <Switch>
        <Match when={part() === 'left' && props.view.end}>
          {(end) => (
            <>
              <h2>{props.view.figures.questions === 0 ? 'Nothing to decide' : 'Done'}</h2>
              <p>{end()}</p>
              <Show when={props.view.figures.freed > 0}>
                <p>
                  <a class="button button-primary" href={app.route.href(toScreen('hand-over'))}>
                    Hand over {counted(props.view.figures.freed, 'redundant record')}
                  </a>
                </p>
              </Show>
              <Show when={props.onGoOn}>
                {(goOn) => (
                  <button type="button" class="button" onClick={() => goOn()()}>
                    Look at the other {counted(left(), 'question')} all the same
                  </button>
                )}
              </Show>
            </>
          )}
        </Match>
        <Match when={length() === 0}>
          <h2>{PART_WORDS[part()]}</h2>
          <p>{EMPTY_WORDS[part()]}</p>
          <Show when={left() > 0}>
            <p>
              In all,{' '}
              <CountLink count={left()} one="question is left" many="questions are left" href={to({})} />.
            </p>
          </Show>
        </Match>
        <Match when={true}>
          <h2>The end of this queue</h2>
          <Show when={part() === 'left' && left() > 0} fallback={<p>That was the last question here.</p>}>
            <p>
              {counted(left(), 'question is', 'questions are')} left
              {review.query().cause === null ? '' : ' in all'}: those that you skipped, and those of other
              causes.
            </p>
          </Show>
          <button type="button" class="button" onClick={() => void review.restart()}>
            Start over
          </button>{' '}
          <Show when={review.query().cause !== null && left() > 0}>
            <a href={to({})}>All causes</a>
          </Show>
        </Match>
      </Switch>
      <Show when={props.view.figures.notSure > 0 && part() === 'left'}>
        <p>
          <CountLink
            count={props.view.figures.notSure}
            one="question is"
            many="questions are"
            href={to({ part: 'notSure' })}
          />{' '}
          answered “not sure”: look again, or leave {props.view.figures.notSure === 1 ? 'it' : 'them'}.
        </p>
      </Show>
    </div>
  );
}
