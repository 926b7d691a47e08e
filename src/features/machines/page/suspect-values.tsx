import { createSignal, For, Show } from 'solid-js';
import type { SuspectValue } from '../../../model/judgement';
import { useApp, useEngine } from '../../../ui/context';
import { counted } from '../../../ui/words';
import { LONGEST_IN_SENTENCE, shownText } from '../../../wording/shown-text';
import type { IgnorePreview, MachinesCalls } from '../calls';

const FIELD_WORDS: Readonly<Record<SuspectValue['field'], string>> = {
  macAddress: 'MAC address',
  name: 'Name',
  ipv4Address: 'IPv4 address',
  serial: 'Serial number',
  hardwareUuid: 'Hardware UUID',
  agentId: 'Agent ID',
};
const FIRST_SHOWN = 20;

/** Values that different machines have, found from the data; the five fields' values can be ignored at once. */
export function SuspectValues(props: { suspects: readonly SuspectValue[] }) {
  return (
    <Show when={props.suspects.length > 0}>
      <section aria-labelledby="suspect-title">
        <h2 id="suspect-title">Suspect values</h2>
        <p class="quiet">
          {counted(props.suspects.length, 'value')} that different machines have. The judgement weighs them
          down already; to take one out of the groups as well, ignore it.
        </p>
        <ul class="suspects">
          <For each={props.suspects.slice(0, FIRST_SHOWN)}>{(suspect) => <Suspect suspect={suspect} />}</For>
        </ul>
        <Show when={props.suspects.length > FIRST_SHOWN}>
          <details>
            <summary>{counted(props.suspects.length - FIRST_SHOWN, 'more')}</summary>
            <ul class="suspects">
              <For each={props.suspects.slice(FIRST_SHOWN)}>{(suspect) => <Suspect suspect={suspect} />}</For>
            </ul>
          </details>
        </Show>
      </section>
    </Show>
  );
}

function Suspect(props: { suspect: SuspectValue }) {
  const app = useApp();
  const engine = useEngine<MachinesCalls>();
  const [preview, setPreview] = createSignal<IgnorePreview | null>(null);
  const shown = () => shownText(props.suspect.value, LONGEST_IN_SENTENCE);
  const settings = () => app.session.result()?.settings;
  const ignorable = () => {
    const { field } = props.suspect;
    return field === 'macAddress' || field === 'name' || field === 'ipv4Address' ? field : null;
  };
  const isIgnored = () =>
    settings()?.ignored.some(
      ({ field, pattern }) => field === ignorable() && pattern === props.suspect.value,
    ) === true;
  const entryOf = () => {
    const field = ignorable();
    return field === null
      ? null
      : { field, pattern: props.suspect.value, reason: 'Different machines have it', enabled: true };
  };
  const look = async () => {
    const entry = entryOf();
    if (entry === null) return;
    setPreview(
      await app.session.run('detect', 'Trying it without that value', (on) =>
        engine.previewIgnored(entry, on),
      ),
    );
  };
  const ignore = async () => {
    const before = settings();
    const entry = entryOf();
    if (before === undefined || entry === null) return;
    setPreview(null);
    const had = app.session.result()?.summary.duplicateAssets ?? 0;
    if (!(await app.session.detect({ ...before, ignored: [...before.ignored, entry] }))) return;
    const fewer = had - (app.session.result()?.summary.duplicateAssets ?? 0);
    app.toasts.say(
      `${shown()} is ignored: ${counted(fewer, 'potential duplicate')} fewer.`,
      () => void app.session.detect(before),
    );
  };
  return (
    <li>
      <b class="fixed">{shown()}</b> ({FIELD_WORDS[props.suspect.field]},{' '}
      {counted(props.suspect.assets, 'asset')}): {props.suspect.reason}{' '}
      <Show when={ignorable()}>
        <button
          type="button"
          class="button button-small"
          disabled={isIgnored() || app.session.job() !== null}
          aria-label={`${isIgnored() ? 'Ignored' : 'Ignore'} ${shown()}`}
          onClick={() => void look()}
        >
          {isIgnored() ? 'Ignored' : 'Ignore'}
        </button>
      </Show>
      <Show when={preview()}>
        {(found) => (
          <div class="suspect-preview" role="status">
            <span>{differenceText(found())}</span>
            <button type="button" class="button button-small button-primary" onClick={() => void ignore()}>
              Ignore it
            </button>
            <button type="button" class="button button-small" onClick={() => setPreview(null)}>
              Cancel
            </button>
          </div>
        )}
      </Show>
    </li>
  );
}

/** What ignoring the value would do, in a sentence. */
function differenceText({ groups, duplicateAssets, clusters }: IgnorePreview): string {
  if (groups === 0 && duplicateAssets === 0 && clusters === 0) return 'Ignoring it changes no group.';
  const fewer = (count: number, one: string) =>
    count >= 0 ? `${counted(count, one)} fewer` : `${counted(-count, one)} more`;
  return `Without it: ${fewer(groups, 'group')}, ${fewer(duplicateAssets, 'potential duplicate')}, ${fewer(clusters, 'cluster')}.`;
}
