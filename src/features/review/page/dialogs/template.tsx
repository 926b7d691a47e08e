import { createMemo, createResource, createSignal, For, Show } from 'solid-js';
import type { Answer } from '../../../../model/decision';
import type { CauseId } from '../../../../model/judgement';
import { useApp, useEngine } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import { counted, countText } from '../../../../ui/words';
import type { ReviewCalls } from '../../calls';
import type { TemplatePreview } from '../../types';
import { useReview } from '../context';
import { ACTION_LABELS } from '../state/keys';

/** Exceptions that the page draws; the engine names all of them. */
const MOST_LINES = 500;

/** The rest of a cause as a list: exceptions first and left out, then one last look, then one step for all. */
export function TemplateDialog() {
  const app = useApp();
  const review = useReview();
  const engine = useEngine<ReviewCalls>();
  const causes = () => review.view()?.figures.byCause.filter(({ left }) => left > 0) ?? [];
  const start = review.template();
  const [cause, setCause] = createSignal<CauseId | null>(
    start?.cause ?? review.query().cause ?? review.question()?.proposal.cause ?? causes()[0]?.cause ?? null,
  );
  const [answer, setAnswer] = createSignal<Answer>(
    start?.answer ?? review.question()?.proposal.answer ?? 'same',
  );
  const [isLast, setLast] = createSignal(false);
  const [working, setWorking] = createSignal(false);
  /** Lines whose mark the person changed: an exception that is taken in, a regular one that is left out. */
  const [turned, setTurned] = createSignal<ReadonlySet<string>>(new Set());
  const [preview] = createResource(
    () => {
      const of = cause();
      return of === null ? null : { cause: of, answer: answer() };
    },
    async (wanted) => {
      const outcome = await engine.previewTemplate(wanted.cause, wanted.answer);
      if (!outcome.ok && outcome.trouble !== null) app.session.report(outcome.trouble);
      return outcome.ok ? outcome.value : null;
    },
  );
  const except = createMemo(() => {
    const known = preview.latest;
    if (known == null) return [];
    const exceptions = known.exceptions.map(({ item }) => item).filter((item) => !turned().has(item));
    const regular = known.rest.map(({ item }) => item).filter((item) => turned().has(item));
    return [...exceptions, ...regular];
  });
  const answered = () => (preview.latest?.questions ?? 0) - except().length;
  const title = () => causes().find((one) => one.cause === cause())?.title ?? '';
  const choose = (change: () => void) => {
    setTurned(new Set<string>());
    change();
  };
  const turn = (item: string) =>
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(item)) next.add(item);
      return next;
    });
  const turnAll = (items: readonly string[], marked: boolean) =>
    setTurned((before) => {
      const next = new Set(before);
      for (const item of items) {
        if (marked) next.add(item);
        else next.delete(item);
      }
      return next;
    });
  const apply = async () => {
    const of = cause();
    if (of === null) return;
    setWorking(true);
    const done = review.take(await engine.applyTemplate(of, answer(), except()));
    setWorking(false);
    if (!done) return;
    review.say(`${counted(answered(), 'question')} of “${title()}” answered. Undo takes all of them back.`);
    review.setDialog(null);
    await review.reopen();
  };
  const isReady = () =>
    !preview.loading && preview.latest?.cause === cause() && preview.latest.answer === answer();
  return (
    <Dialog open kind="drawer" title="Decide a cause as a list" onClose={() => review.setDialog(null)}>
      <div class="review-drawer">
        <Show
          when={!isLast()}
          fallback={
            <section aria-label="Last look">
              <h3>Last look</h3>
              <p>
                {counted(answered(), 'question')} of “{title()}” will be answered{' '}
                <b>{ACTION_LABELS[answer()]}</b>.{' '}
                {except().length > 0
                  ? `${counted(except().length, 'question')} of this cause ${except().length === 1 ? 'is' : 'are'} left for you.`
                  : 'None of this cause is left out.'}
              </p>
              <p>It is one step: one Undo takes all of it back.</p>
              <div class="dialog-actions">
                <button type="button" class="button" onClick={() => setLast(false)}>
                  Back to the list
                </button>
                <button
                  type="button"
                  class="button button-primary"
                  disabled={working()}
                  onClick={() => void apply()}
                >
                  Answer {counted(answered(), 'question')}
                </button>
              </div>
            </section>
          }
        >
          <div class="review-choice">
            <label class="save-what">
              <span>Cause</span>
              <select
                class="select"
                aria-label="Cause of the list"
                onChange={(event) => choose(() => setCause(event.currentTarget.value as CauseId))}
              >
                <For each={causes()}>
                  {(one) => (
                    <option value={one.cause} selected={one.cause === cause()}>
                      {one.title} ({countText(one.left)} left, {countText(one.decided)} decided)
                    </option>
                  )}
                </For>
              </select>
            </label>
            <label class="save-what">
              <span>Answer</span>
              <select
                class="select"
                aria-label="Answer of the list"
                value={answer()}
                onChange={(event) => choose(() => setAnswer(event.currentTarget.value as Answer))}
              >
                <For each={['same', 'different', 'notSure'] as const}>
                  {(one) => <option value={one}>{ACTION_LABELS[one]}</option>}
                </For>
              </select>
            </label>
          </div>
          <Show when={preview.latest} fallback={<p class="quiet">Looking at the questions …</p>}>
            {(known) => <Lines preview={known()} turned={turned()} onTurn={turn} onTurnAll={turnAll} />}
          </Show>
          <div class="dialog-actions review-list-end">
            <button
              type="button"
              class="button button-primary"
              disabled={!isReady() || answered() < 1}
              onClick={() => setLast(true)}
            >
              Last look at {counted(answered(), 'question')}
            </button>
          </div>
        </Show>
      </div>
    </Dialog>
  );
}

function Lines(props: {
  preview: TemplatePreview;
  turned: ReadonlySet<string>;
  onTurn: (item: string) => void;
  onTurnAll: (items: readonly string[], marked: boolean) => void;
}) {
  const review = useReview();
  const exceptions = () => props.preview.exceptions.map(({ item }) => item);
  const areAllMarked = () => exceptions().every((item) => props.turned.has(item));
  const unnamed = () => props.preview.questions - props.preview.exceptions.length - props.preview.rest.length;
  const open = (item: string) => {
    review.setDialog(null);
    void review.walk.show(item);
  };
  return (
    <>
      <p class="quiet">
        {counted(props.preview.questions, 'question')}
        {props.preview.freed > 0 ? `, ${counted(props.preview.freed, 'record')} freed` : ''}. What is marked
        is answered; exceptions are not, unless you mark them.
      </p>
      <Show when={props.preview.exceptions.length > 0}>
        <div class="section-head">
          <h3>{counted(props.preview.exceptions.length, 'exception')}</h3>
          <button
            type="button"
            class="button button-small"
            onClick={() => props.onTurnAll(exceptions(), !areAllMarked())}
          >
            {areAllMarked() ? 'Leave all exceptions out' : 'Mark all exceptions'}
          </button>
        </div>
        <ul class="review-lines">
          <For each={props.preview.exceptions.slice(0, MOST_LINES)}>
            {({ item, title, why }) => (
              <Line
                title={title}
                why={why}
                checked={props.turned.has(item)}
                onTurn={() => props.onTurn(item)}
                onOpen={() => open(item)}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.preview.exceptions.length > MOST_LINES}>
        <p class="quiet">
          and {countText(props.preview.exceptions.length - MOST_LINES)} more exceptions, which are{' '}
          {areAllMarked() ? 'answered too' : 'left for you'}.
        </p>
      </Show>
      <Show when={props.preview.rest.length > 0}>
        <h3>{counted(props.preview.rest.length + unnamed(), 'question')} without an exception</h3>
        <ul class="review-lines">
          <For each={props.preview.rest}>
            {({ item, title }) => (
              <Line
                title={title}
                why=""
                checked={!props.turned.has(item)}
                onTurn={() => props.onTurn(item)}
                onOpen={() => open(item)}
              />
            )}
          </For>
        </ul>
        <Show when={unnamed() > 0}>
          <p class="quiet">and {countText(unnamed())} more like them, which are answered too.</p>
        </Show>
      </Show>
    </>
  );
}

function Line(props: {
  title: string;
  why: string;
  checked: boolean;
  onTurn: () => void;
  onOpen: () => void;
}) {
  return (
    <li>
      <label class="check">
        <input type="checkbox" checked={props.checked} onChange={() => props.onTurn()} />
        <span>
          {props.title}
          <Show when={props.why !== ''}>
            <span class="review-why">{props.why}</span>
          </Show>
        </span>
      </label>
      <button
        type="button"
        class="button button-small button-bare"
        aria-label={`Open ${props.title}`}
        onClick={() => props.onOpen()}
      >
        Open
      </button>
    </li>
  );
}
