import { Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import type { ReviewView } from '../types';
import { useReview } from './context';
import { onlyHereText } from './state/words';

/** Decisions that are in no file yet, in sight; and the two ways between the browser and a file. */
export function DecisionFiles(props: { view: ReviewView }) {
  const app = useApp();
  const review = useReview();
  const onlyHere = () => props.view.figures.onlyHere;
  const load = async (files: readonly File[]) => {
    if (files.length > 0) await review.load(files);
  };
  return (
    <div class="review-files" role="group" aria-label="Decisions">
      <p role="status" class="review-only-here">
        <Show when={onlyHere() > 0} fallback={<span class="quiet">{review.saved()}</span>}>
          {onlyHereText(onlyHere(), props.view.kept.in)}
        </Show>
      </p>
      <button
        type="button"
        class="button"
        classList={{ 'button-primary': onlyHere() > 0 }}
        disabled={app.session.job() !== null}
        onClick={() => void review.save()}
      >
        Save decisions
      </button>
      <label class="button">
        Load decisions
        <input
          type="file"
          multiple
          class="visually-hidden"
          accept=".json,.xlsx,application/json"
          aria-label="Load decisions"
          onChange={(event) => {
            const input = event.currentTarget;
            void load([...(input.files ?? [])]).finally(() => {
              input.value = '';
            });
          }}
        />
      </label>
    </div>
  );
}
