import { For, Show } from 'solid-js';
import type { DatasetHeader } from '../../../../model/dataset';
import { Icon } from '../../../../ui/parts/icon';
import { isIncomplete, unreadBeside } from '../../../../ui/state/unread';
import { counted } from '../../../../ui/words';

const FIRST_SHOWN = 5;

/** Beside the answer: what of the files is not in it, where, and what to do. */
export function Incomplete(props: { header: DatasetHeader }) {
  const unread = () => unreadBeside(props.header);
  return (
    <Show when={isIncomplete(props.header)}>
      <section class="incomplete" aria-label="Not everything was read">
        <Icon name="warn" />
        <div class="trouble-words">
          <p class="trouble-what">Not everything was read: assets may be missing from these figures.</p>
          <Show when={props.header.unfinished}>{(unfinished) => <p>{unfinished().reason}</p>}</Show>
          <Show when={unread().length > 0}>
            <p>
              {props.header.unfinished === undefined
                ? `${counted(unread().length, 'file')} could not be read whole:`
                : 'Also not read whole:'}
            </p>
            <ul>
              <For each={unread().slice(0, FIRST_SHOWN)}>
                {(file) => (
                  <li>
                    <b>{file.name}</b>: {file.reason}
                  </li>
                )}
              </For>
            </ul>
            <Show when={unread().length > FIRST_SHOWN}>
              <p>and {counted(unread().length - FIRST_SHOWN, 'more file')}, listed under “What was read”.</p>
            </Show>
          </Show>
          <Show when={props.header.origin === 'gateway'}>
            <p>Continue the fetch on the Gateway page, or fetch again.</p>
          </Show>
        </div>
      </section>
    </Show>
  );
}
