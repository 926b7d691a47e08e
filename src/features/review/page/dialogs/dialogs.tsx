import { Show } from 'solid-js';
import { useReview } from '../context';
import { HistoryDialog } from './history';
import { IgnoreDialog } from './ignore';
import { LoadedDialog } from './loaded';
import { SettingsDialog } from './settings';
import { TemplateDialog } from './template';
import './dialogs.css';

/** The dialogs of the screen; one at a time, each made anew when it opens. */
export function ReviewDialogs() {
  const review = useReview();
  return (
    <>
      <Show when={review.dialog() === 'settings'}>
        <SettingsDialog />
      </Show>
      <Show when={review.dialog() === 'template'}>
        <TemplateDialog />
      </Show>
      <Show when={review.dialog() === 'history'}>
        <HistoryDialog />
      </Show>
      <Show when={review.dialog() === 'ignore'}>
        <IgnoreDialog />
      </Show>
      <Show when={review.dialog() === 'loaded'}>
        <LoadedDialog />
      </Show>
    </>
  );
}
