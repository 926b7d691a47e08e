import { For, Show } from 'solid-js';
import type { ReportKind } from '../../client/api';
import { REPORTS } from '../state/reports';

/** The four reports; each saves at once, and what it will hold stands beside them. */
export function SaveButtons(props: {
  busy: boolean;
  saved: string;
  choice: string;
  onSave: (kind: ReportKind) => void;
}) {
  return (
    <div class="save" role="group" aria-label="Save">
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
      <span class="save-choice">
        <Show when={props.saved !== ''} fallback={props.choice}>
          {props.saved}
        </Show>
      </span>
    </div>
  );
}
