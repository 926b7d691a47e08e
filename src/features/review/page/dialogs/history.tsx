import { createResource, createSignal, For, Show } from 'solid-js';
import { ANSWERS, type Answer } from '../../../../model/decision';
import { useApp, useEngine } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import { Time } from '../../../../ui/parts/time';
import { counted } from '../../../../ui/words';
import type { ReviewCalls } from '../../calls';
import type { HistoryEntry } from '../../types';
import { useReview } from '../context';
import { ANSWER_WORDS } from '../state/words';

const PAGE = 50;

/** Every step, newest first; the decision of a step can be changed or taken back, and its question opened. */
export function HistoryDialog() {
  const app = useApp();
  const review = useReview();
  const engine = useEngine<ReviewCalls>();
  const [count, setCount] = createSignal(PAGE);
  const [changes, setChanges] = createSignal(0);
  const [entries] = createResource(
    () => ({ count: count(), changes: changes() }),
    async ({ count: wanted }) => {
      const outcome = await engine.decisionHistory(0, wanted + 1);
      if (!outcome.ok && outcome.trouble !== null) app.session.report(outcome.trouble);
      return outcome.ok ? outcome.value : [];
    },
  );
  const edit: EditDecision = async (id, change) => {
    if (review.take(await engine.editDecision(id, change))) await review.walk.refresh();
    setChanges((before) => before + 1);
  };
  return (
    <Dialog open kind="drawer" title="History" onClose={() => review.setDialog(null)}>
      <div class="review-drawer">
        <Show
          when={(entries.latest?.length ?? 0) > 0}
          fallback={<p class="quiet">{entries.loading ? 'Reading …' : 'Nothing was decided yet.'}</p>}
        >
          <ol class="review-steps">
            <For each={entries.latest?.slice(0, count())}>
              {(entry) => <Step entry={entry} edit={edit} />}
            </For>
          </ol>
          <Show when={(entries.latest?.length ?? 0) > count()}>
            <button type="button" class="button" onClick={() => setCount((before) => before + PAGE)}>
              Show older ones
            </button>
          </Show>
        </Show>
      </div>
    </Dialog>
  );
}

type EditDecision = (
  id: string,
  change: { readonly answer?: Answer | null; readonly note?: string },
) => Promise<void>;

function Step(props: { entry: HistoryEntry; edit: EditDecision }) {
  const review = useReview();
  const decision = () => props.entry.decision;
  const open = (item: string) => {
    review.setDialog(null);
    void review.walk.show(item);
  };
  return (
    <li classList={{ 'review-undone': props.entry.undone }}>
      <p>
        <b>{props.entry.what}</b>
        <Show when={props.entry.undone}>
          {' '}
          <span class="chip">taken back</span>
        </Show>
      </p>
      <p class="quiet">
        <Time at={props.entry.at} />
        <Show when={decision()}>
          {(one) => <>, {one().by === '' ? 'without a name' : `by ${one().by}`}</>}
        </Show>
        <Show when={props.entry.more > 0}>, {counted(props.entry.more + 1, 'decision')}</Show>
      </p>
      <Show when={!props.entry.undone && props.entry.more === 0 && decision()?.answer != null && decision()}>
        {(one) => (
          <div class="review-edit">
            <label>
              <span class="visually-hidden">Answer of {props.entry.title}</span>
              <select
                class="select"
                value={one().answer ?? ''}
                onChange={(event) =>
                  void props.edit(one().id, { answer: event.currentTarget.value as Answer })
                }
              >
                <For each={ANSWERS}>{(answer) => <option value={answer}>{ANSWER_WORDS[answer]}</option>}</For>
              </select>
            </label>
            <input
              class="field"
              type="text"
              autocomplete="off"
              maxLength={2000}
              aria-label={`Note of ${props.entry.title}`}
              placeholder="Note"
              value={one().note}
              onChange={(event) => void props.edit(one().id, { note: event.currentTarget.value })}
            />
            <button
              type="button"
              class="button button-small"
              onClick={() => void props.edit(one().id, { answer: null })}
            >
              Take back
            </button>
            <Show when={props.entry.item}>
              {(item) => (
                <button type="button" class="button button-small" onClick={() => open(item())}>
                  Open
                </button>
              )}
            </Show>
          </div>
        )}
      </Show>
    </li>
  );
}
