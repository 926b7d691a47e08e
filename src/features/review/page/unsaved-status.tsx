import { Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { toScreen } from '../../../ui/state/address';
import { closePanel } from '../../../ui/state/table-address';
import { countText } from '../../../ui/words';
import { useReview } from './context';
import { onlyHereText } from './state/words';
import './unsaved-status.css';

/** From so many on, the reminder to save is one. */
const REMIND_FROM = 25;

/** In the top bar of every other screen: decisions that are in no file, so that nobody forgets to save them. */
export function UnsavedStatus() {
  const app = useApp();
  const review = useReview();
  const count = () => review.view()?.figures.onlyHere ?? 0;
  const text = () => onlyHereText(count(), review.view()?.kept.in ?? 'browser');
  return (
    <Show when={count() > 0 && app.session.result() !== null && app.route.screen() !== 'review'}>
      <a
        class="unsaved"
        classList={{ 'unsaved-many': count() >= REMIND_FROM }}
        href={app.route.href(toScreen('review'), closePanel)}
        aria-label={`${text()}: save them to a file on the screen Review`}
        title="Deleting the data of this browser deletes them: save them to a file"
      >
        {countText(count())} unsaved
      </a>
    </Show>
  );
}
