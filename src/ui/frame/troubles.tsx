import { For, Show } from 'solid-js';
import type { Trouble } from '../../model/outcome';
import { Icon } from '../parts/icon';
import { countText } from '../words';

/** What went wrong: what happened, where, what to do now. The result before stays below it. */
export function Troubles(props: { troubles: readonly Trouble[]; onDismiss: (trouble: Trouble) => void }) {
  return (
    <div class="troubles">
      <For each={props.troubles}>
        {(trouble) => (
          <div class="trouble" role="alert">
            <Icon name="warn" />
            <div class="trouble-words">
              <p class="trouble-what">{trouble.what}</p>
              <Show when={placeText(trouble)}>{(place) => <p class="trouble-where">{place()}</p>}</Show>
              <p>{trouble.remedy}</p>
            </div>
            <button
              type="button"
              class="button button-bare button-small"
              onClick={() => props.onDismiss(trouble)}
            >
              Dismiss
            </button>
          </div>
        )}
      </For>
    </div>
  );
}

/** "assets.json, record 7, byte 4,096"; "" where that says no more than the sentence above it. */
export function placeText(trouble: Trouble): string {
  const { file, record, byte } = trouble.where ?? {};
  const within = record !== undefined || (byte ?? 0) > 0;
  if (!within && (file === undefined || trouble.what.includes(file))) return '';
  const parts: string[] = [];
  if (file !== undefined) parts.push(file);
  if (record !== undefined) parts.push(`record ${countText(record)}`);
  if (byte !== undefined && byte > 0) parts.push(`byte ${countText(byte)}`);
  return parts.join(', ');
}
