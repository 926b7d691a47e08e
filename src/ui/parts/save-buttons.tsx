import { For, Show } from 'solid-js';
import type { ReportKind } from '../../client/api';
import { REPORTS } from '../state/reports';

/** The reports and the file of assets; each saves at once, and what it will hold stands before them. */
export function SaveButtons(props: {
  busy: boolean;
  saved: string;
  choice: string;
  onSave: (kind: ReportKind) => void;
}) {
  return (
    <div class="save" role="group" aria-label="Save">
      <Show when={props.choice !== ''}>
        <span class="save-choice">{props.choice}</span>
      </Show>
      <For each={REPORTS}>
        {(report, place) => (
          <button
            type="button"
            class="button"
            classList={{ 'button-primary': place() === 0 }}
            disabled={props.busy}
            onClick={() => props.onSave(report.kind)}
          >
            {report.label}
          </button>
        )}
      </For>
      <span class="save-done">{props.saved}</span>
    </div>
  );
}
