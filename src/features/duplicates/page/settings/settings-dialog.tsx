import { createResource, createSignal, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { valueOr } from '../../../../model/outcome';
import type { DetectionSettings } from '../../../../model/settings';
import { downloadBlob } from '../../../../ui/browser/download';
import { useApp, useEngine } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import type { DuplicatesCalls } from '../../calls';
import { IgnoredList } from './ignored-list';
import { RuleSwitches } from './rule-switches';
import './settings-dialog.css';

/** Everything that changes what detection finds, while its dialog is open. */
export function SettingsDialog() {
  const app = useApp();
  return (
    <Show when={app.dialog() === 'settings' && app.session.result() !== null}>
      <Settings onClose={() => app.setDialog(null)} />
    </Show>
  );
}

/** Takes effect at once when applied, in place. */
function Settings(props: { onClose: () => void }) {
  const app = useApp();
  const engine = useEngine<DuplicatesCalls>();
  const [draft, setDraft] = createSignal<DetectionSettings>(unwrap(app.session.result()!.settings));
  const [refusal, setRefusal] = createSignal('');
  const [defaults] = createResource(async () => valueOr(await engine.defaultSettings(), undefined));
  const change = (part: Partial<DetectionSettings>) => setDraft({ ...draft(), ...part });
  const check = async (settings: DetectionSettings) => {
    const outcome = await engine.readSettings(JSON.stringify(settings));
    if (outcome.ok) return outcome.value;
    if (outcome.trouble !== null) setRefusal(`${outcome.trouble.what} ${outcome.trouble.remedy}`);
    return null;
  };
  const apply = async () => {
    setRefusal('');
    const settings = await check(draft());
    if (settings === null) return;
    props.onClose();
    await app.session.detect(settings);
  };
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    setRefusal('');
    const text = await file.text().catch(() => null);
    if (text === null) {
      setRefusal(`“${file.name}” cannot be read. Choose it again.`);
      return;
    }
    const outcome = await engine.readSettings(text);
    if (outcome.ok) setDraft(outcome.value);
    else if (outcome.trouble !== null) setRefusal(`${outcome.trouble.what} ${outcome.trouble.remedy}`);
  };
  const save = () =>
    downloadBlob(
      new Blob([`${JSON.stringify(draft(), null, 2)}\n`], { type: 'application/json' }),
      'doublet-detection-settings.json',
    );
  return (
    <Dialog open title="Detection settings" kind="drawer" onClose={props.onClose}>
      <div class="settings">
        <RuleSwitches settings={draft()} onChange={change} />
        <IgnoredList
          entries={draft().ignored}
          found={app.session.result()?.ignored ?? []}
          off={draft().matchExactly}
          check={async (ignored) => {
            const outcome = await engine.readSettings(JSON.stringify({ ...draft(), ignored }));
            if (outcome.ok || outcome.trouble === null) return null;
            // Where in the list the new entry would stand says nothing to the person who types it.
            return outcome.trouble.what.replace(/^The settings were refused\. ignored\.\d+\.pattern: /, '');
          }}
          onChange={(ignored) => change({ ignored })}
        />
      </div>
      <div class="settings-foot">
        <Show when={refusal() !== ''}>
          <p class="refusal" role="alert">
            {refusal()}
          </p>
        </Show>
        <div class="dialog-actions">
          <label class="button">
            Import settings…
            <input
              type="file"
              class="visually-hidden"
              accept=".json,application/json"
              aria-label="Import settings…"
              onChange={(event) => {
                void load(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <button type="button" class="button" onClick={save}>
            Export settings…
          </button>
          <button
            type="button"
            class="button"
            disabled={defaults() === undefined}
            onClick={() => setDraft(defaults()!)}
          >
            Restore defaults
          </button>
          <span class="toolbar-gap" />
          <button type="button" class="button button-primary" onClick={() => void apply()}>
            Apply
          </button>
        </div>
      </div>
    </Dialog>
  );
}
