import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { RuleId } from '../../model/rule';
import type { IgnoredEntry } from '../../model/settings';
import { LONGEST_IN_SENTENCE, shownText } from '../../wording/shown-text';
import { useApp, useEngine } from '../context';
import { Dialog } from '../parts/dialog';
import {
  type Difference,
  differenceText,
  entryFor,
  type IgnoreCalls,
  ignore,
  isIgnored,
  readyEntries,
} from './ignoring';

/**
 * Ignores a value where one reads that it is shared: says first what that would change, and offers an entry of the list
 * that is ready but off. `pointerOnly` inside a grid, which is one stop of the keyboard.
 */
export function IgnoreButton(props: { rule: RuleId; value: string; pointerOnly?: boolean }) {
  const app = useApp();
  const [asked, setAsked] = createSignal<{ rule: RuleId; value: string } | null>(null);
  const ignored = () => {
    const settings = app.session.result()?.settings;
    return settings !== undefined && isIgnored(settings, entryFor(props.rule, props.value));
  };
  return (
    <>
      <button
        type="button"
        class="button button-small ignore-button"
        tabIndex={props.pointerOnly === true ? -1 : undefined}
        disabled={ignored() || app.session.job() !== null}
        aria-label={`${ignored() ? 'Ignored' : 'Ignore'} ${shownText(props.value, LONGEST_IN_SENTENCE)}`}
        onClick={(event) => {
          event.stopPropagation();
          setAsked({ rule: props.rule, value: props.value });
        }}
      >
        {ignored() ? 'Ignored' : 'Ignore'}
      </button>
      <Show when={asked()}>
        {(value) => <IgnoreDialog rule={value().rule} value={value().value} onClose={() => setAsked(null)} />}
      </Show>
    </>
  );
}

function IgnoreDialog(props: { rule: RuleId; value: string; onClose: () => void }) {
  const app = useApp();
  const engine = useEngine<IgnoreCalls>();
  const settings = app.session.result()!.settings;
  const alone = entryFor(props.rule, props.value);
  const choices: readonly IgnoredEntry[] = [alone, ...readyEntries(settings, props.rule, props.value)];
  const [chosen, setChosen] = createSignal(alone);
  const [difference, setDifference] = createSignal<Difference | 'failed' | null>(null);
  createEffect(
    on(chosen, async (entry) => {
      setDifference(null);
      const found = await app.session.run('report', 'Trying it without that value', (progress) =>
        engine.previewIgnored(entry, progress),
      );
      if (entry === chosen()) setDifference(found ?? 'failed');
    }),
  );
  return (
    <Dialog open title={`Ignore ${shownText(props.value, LONGEST_IN_SENTENCE)}?`} onClose={props.onClose}>
      <p class="dialog-text">
        An ignored value joins no assets. It stays on the list in the detection settings.
      </p>
      <Show when={choices.length > 1}>
        <fieldset class="ignore-choices">
          <legend class="visually-hidden">What is ignored</legend>
          <For each={choices}>
            {(entry) => (
              <label class="check">
                <input
                  type="radio"
                  name="ignored"
                  checked={chosen() === entry}
                  disabled={app.session.job() !== null}
                  onChange={() => setChosen(entry)}
                />
                <span>
                  <b class="fixed">{entry.pattern}</b>{' '}
                  {entry === alone ? 'alone' : `and all like it: on the list, switched off. ${entry.reason}`}
                </span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <p class="dialog-text" role="status">
        <Show when={difference()} fallback="Trying it …">
          {(found) => (
            <Show when={found() !== 'failed'} fallback="What it would change could not be found out.">
              It would mean <b>{differenceText(found() as Difference)}</b>.
            </Show>
          )}
        </Show>
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => props.onClose()}>
          Cancel
        </button>
        <button
          type="button"
          class="button button-primary"
          data-first-focus
          disabled={app.session.job() !== null}
          onClick={() => {
            props.onClose();
            void ignore(app, chosen());
          }}
        >
          Ignore it
        </button>
      </div>
    </Dialog>
  );
}
