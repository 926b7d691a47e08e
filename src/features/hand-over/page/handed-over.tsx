import { createSignal, For, Show } from 'solid-js';
import type { HandOverSummary } from '../../../model/hand-over';
import { Confirm } from '../../../ui/parts/confirm';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { Time } from '../../../ui/parts/time';
import { countText } from '../../../ui/words';
import { useHandOver } from './context';

/** What was handed over before: remembered without its dataset, until it is forgotten here. */
export function HandedOver() {
  const state = useHandOver();
  const [toForget, setToForget] = createSignal<HandOverSummary | null>(null);
  return (
    <Show when={state.before().length > 0}>
      <section aria-labelledby="handed-over-title">
        <h2 id="handed-over-title">Handed over before</h2>
        <p class="section-note">
          The IDs are remembered in this browser, so that a later export can be compared with them on the
          screen Changes.
        </p>
        <ScrollTable label="Kits">
          <table class="plain stacked">
            <thead>
              <tr>
                <th>Saved</th>
                <th>From</th>
                <th class="number">Records</th>
                <th>File</th>
                <th>
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={state.before()}>
                {(summary) => (
                  <tr>
                    <td data-label="Saved">
                      <Time at={summary.at} />
                    </td>
                    <td data-label="From">{summary.dataset.name}</td>
                    <td class="number" data-label="Records">
                      {countText(summary.records)}
                    </td>
                    <td data-label="File">{summary.fileName}</td>
                    <td>
                      <button
                        type="button"
                        class="button button-small"
                        aria-label={`Forget ${summary.fileName}`}
                        onClick={() => setToForget(summary)}
                      >
                        Forget
                      </button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
        <Confirm
          open={toForget() !== null}
          title="Forget this hand-over"
          text={`What was handed over as ${toForget()?.fileName ?? ''} will be forgotten: a later export cannot be compared with it any more.`}
          action="Forget"
          onConfirm={() => void state.forget(toForget()!.id)}
          onClose={() => setToForget(null)}
        />
      </section>
    </Show>
  );
}
