import { For, Show } from 'solid-js';
import { useApp } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import { REVIEW } from '../../../../ui/state/review-address';
import { counted, countText } from '../../../../ui/words';
import { useReview } from '../context';

/** What came of loading files: what was taken up, what was known, and what could not be read, by row. */
export function LoadedDialog() {
  const app = useApp();
  const review = useReview();
  const close = () => review.setDialog(null);
  return (
    <Show when={review.loaded()}>
      {(loaded) => (
        <Dialog open title="Decisions loaded" onClose={close}>
          <dl class="review-loaded">
            <dt>Added</dt>
            <dd>{countText(loaded().added)}</dd>
            <dt>Changed by the file</dt>
            <dd>{countText(loaded().changed)}</dd>
            <dt>Known already</dt>
            <dd>{countText(loaded().known)}</dd>
            <dt>About records that are not in this dataset</dt>
            <dd>
              {countText(loaded().elsewhere)}
              {loaded().elsewhere > 0 ? ', kept for when they are' : ''}
            </dd>
            <dt>In conflict with others</dt>
            <dd>{countText(loaded().conflicts)}</dd>
          </dl>
          <Show when={loaded().unread.length > 0}>
            <section aria-label="Not read">
              <h3>{counted(loaded().unread.length, 'entry', 'entries')} could not be read</h3>
              <ul class="review-unread" tabIndex={0}>
                <For each={loaded().unread}>
                  {({ place, why }) => (
                    <li>
                      <b>{place}</b>: {why}
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
          <div class="dialog-actions">
            <Show when={loaded().conflicts > 0}>
              <button
                type="button"
                class="button"
                onClick={() => {
                  close();
                  app.route.go(REVIEW.with({ part: 'conflicts', cause: '' }));
                }}
              >
                Settle the conflicts
              </button>
            </Show>
            <button type="button" class="button button-primary" data-first-focus onClick={close}>
              Go on
            </button>
          </div>
        </Dialog>
      )}
    </Show>
  );
}
