import { Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import { Time } from '../../../../ui/parts/time';
import { counted, countText } from '../../../../ui/words';
import { ReadingNotes } from './notices';
import './answer.css';

/** What the assets share in one sentence, what it is about, and how its files were read. */
export function Answer(props: { result: OpenResult }) {
  const summary = () => props.result.summary;
  const header = () => props.result.header;
  return (
    <div class="answer">
      <p class="answer-shares">
        <Show
          when={summary().duplicateAssets > 0}
          fallback={
            <>None of {counted(summary().hostAssets, 'host asset')} shares an identifier with another one.</>
          }
        >
          <b>{countText(summary().duplicateAssets)}</b> of {counted(summary().hostAssets, 'host asset')} share
          an identifier with another one.
        </Show>
      </p>
      <p class="quiet">
        {header().name}, imported <Time at={header().importedAt} />
        <Show when={summary().leftOut > 0}>
          ; {counted(summary().leftOut, 'asset')} known only to EASM left out by the settings
        </Show>
        <Show when={props.result.settings.matchExactly}>; no value ignored</Show>
      </p>
      <ReadingNotes header={header()} />
    </div>
  );
}
