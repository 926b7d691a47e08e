import { createEffect, For, on, onCleanup, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { Empty } from '../../../ui/parts/empty';
import { toScreen } from '../../../ui/state/address';
import { REVIEW } from '../../../ui/state/review-address';
import { counted } from '../../../ui/words';
import type { ReviewView } from '../types';
import { AnswerBar } from './answer-bar';
import { useReview } from './context';
import { DecisionFiles } from './decision-files';
import { ReviewDialogs } from './dialogs/dialogs';
import { EndOfQueue } from './end';
import { ProgressOfReview } from './progress';
import { QuestionView } from './question/question';
import { createActions } from './state/actions';
import { answerFault } from './state/draft';
import { actionOfKey } from './state/keys';
import { takesKeys } from './state/typing';
import { TemplateHint } from './template-hint';
import { ReviewToolbar } from './toolbar';
import './review.css';

/** A queue of questions, one at a time: are these records one machine? */
export function ReviewScreen() {
  const app = useApp();
  const review = useReview();
  // Not there before the first figures are.
  let question: HTMLDivElement | undefined;
  const focusQuestion = () => question?.focus({ preventScroll: true });
  const actions = createActions(review, focusQuestion);
  createEffect(
    on(
      () => [
        app.session.result()?.revision,
        review.query(),
        review.view() === null,
        app.route.of(REVIEW).records,
      ],
      () => void review.enter(),
    ),
  );
  onCleanup(review.leave);
  createEffect(
    on(
      () => review.question()?.id,
      () => question?.scrollTo(0, 0),
    ),
  );
  const fault = () => {
    const item = review.question();
    return item === null ? null : answerFault(item, review.draft(), 'same');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (app.dialog() !== null || review.dialog() !== null) return;
    if (event.key === 'Escape' && isInput(event.target)) {
      focusQuestion();
      return;
    }
    if (!review.preferences().keysOn || takesKeys(event.target)) return;
    const action = actionOfKey(review.preferences().keys, event);
    if (action === null) return;
    event.preventDefault();
    if (typeof action === 'number') actions.chooseRecord(action);
    else actions.act(action);
  };
  document.addEventListener('keydown', onKeyDown);
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  return (
    <div class="review">
      <h1 class="visually-hidden">Review</h1>
      <Show when={review.view()} fallback={<Waiting />}>
        {(view) => (
          <Show when={view().figures.questions > 0} fallback={<NothingToAsk view={view()} />}>
            <ReviewToolbar view={view()} onLeft={focusQuestion} />
            <Notices view={view()} />
            <div class="review-body">
              <div class="review-work">
                <div
                  ref={question}
                  class="review-main"
                  tabIndex={0}
                  role="region"
                  aria-label="Question and evidence"
                  aria-busy={review.walk.of() === null}
                >
                  <Work view={view()} />
                </div>
                <p class="review-said" role="status" aria-live="polite">
                  {fault() ?? review.said()}
                  <span class="visually-hidden"> {review.question()?.title ?? ''}</span>
                </p>
                <AnswerBar item={review.question()} act={actions.act} />
              </div>
              <ProgressOfReview view={view()} />
            </div>
          </Show>
        )}
      </Show>
      <ReviewDialogs />
    </div>
  );
}

/** The question, or what stands in its place. */
function Work(props: { view: ReviewView }) {
  const review = useReview();
  const isPast = () => {
    const length = review.walk.of();
    return length !== null && review.walk.item() === null && review.walk.at() >= length;
  };
  return (
    <Show
      when={!review.isEnded() && !isPast()}
      fallback={
        <EndOfQueue
          view={props.view}
          onGoOn={review.isEnded() && props.view.figures.left > 0 ? review.goOn : null}
        />
      }
    >
      <TemplateHint view={props.view} />
      <Show when={review.question()} fallback={<p class="quiet review-opening">Opening …</p>}>
        {(item) => <QuestionView item={item()} />}
      </Show>
    </Show>
  );
}

/** Where decisions are not kept, and what could not be read of them. */
function Notices(props: { view: ReviewView }) {
  const reason = () => (props.view.kept.in === 'page' ? props.view.kept.reason : null);
  return (
    <>
      <Show when={reason()}>
        {(why) => (
          <p class="review-notice" role="note">
            Decisions are kept only until this page is closed: {why()} Save them to a file before you leave.
          </p>
        )}
      </Show>
      <Show when={props.view.unread.length > 0}>
        <details class="review-notice">
          <summary>
            {counted(props.view.unread.length, 'kept decision')} could not be read and{' '}
            {props.view.unread.length === 1 ? 'is' : 'are'} left out.
          </summary>
          <ul>
            <For each={props.view.unread}>
              {({ place, why }) => (
                <li>
                  {place}: {why}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </>
  );
}

function Waiting() {
  const review = useReview();
  return (
    <Empty text={review.trouble() || 'Putting the questions together …'} busy={review.trouble() === ''} />
  );
}

/** Nothing was proposed: why, and what to do. */
function NothingToAsk(props: { view: ReviewView }) {
  const app = useApp();
  return (
    <>
      <div class="review-nothing">
        <DecisionFiles view={props.view} />
      </div>
      <Empty
        text={
          <span class="review-nothing-text">
            {props.view.end ?? 'There is nothing to decide in this dataset.'} Look at the identifiers that are
            compared, and at the ignored values, if you expected some.
          </span>
        }
        action="Open Machines"
        onAction={() => app.route.go(toScreen('machines'))}
      />
    </>
  );
}

function isInput(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
