import { createSignal, Show } from 'solid-js';
import { downloadBlob } from '../../../ui/browser/download';
import { useEngine } from '../../../ui/context';
import type { SensorCalls } from '../calls';
import type { SensorView } from '../types/view';
import { useSensor } from './context';

const FILE_NAME = 'doublet-sensor-settings.json';
/** Ten times the largest settings that are accepted. */
const LARGEST = 50_000_000;

/** Where the settings hold, and their way to and from a file. */
export function SettingsFile(props: { view: SensorView }) {
  const sensor = useSensor();
  const engine = useEngine<SensorCalls>();
  const [note, setNote] = createSignal('');
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    setNote('');
    const text = file.size > LARGEST ? '' : await file.text().catch(() => '');
    if (await sensor.load(text)) setNote(`Loaded ${file.name}.`);
  };
  const save = async () => {
    const text = await engine.sensorSettingsFile(props.view.settings);
    if (!text.ok) {
      setNote('The file could not be made. Try again.');
      return;
    }
    downloadBlob(new Blob([text.value], { type: 'application/json' }), FILE_NAME);
    setNote(`Saved ${FILE_NAME}.`);
  };
  return (
    <section class="settings-file" aria-label="Where the settings hold">
      <p class="sensor-lead">
        Each change checks again at once and shows above what it did. Nothing changes in Qualys: the sensor
        there needs the same settings.
      </p>
      <div class="settings-tools">
        <label class="save-what">
          <span>These settings hold for</span>
          <select
            class="select"
            aria-label="These settings hold for"
            onChange={(event) => void sensor.share(event.currentTarget.value === 'all' ? 'all' : 'dataset')}
          >
            <option value="all" selected={props.view.scope === 'all'}>
              every dataset
            </option>
            <option value="dataset" selected={props.view.scope === 'dataset'}>
              this dataset alone
            </option>
          </select>
        </label>
        <span class="toolbar-gap" />
        <label class="button">
          Load sensor settings
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            aria-label="Load sensor settings"
            onChange={(event) => {
              void load(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="button" onClick={() => void save()}>
          Save sensor settings
        </button>
        <button type="button" class="button" onClick={() => void sensor.restoreDefaults()}>
          Restore defaults
        </button>
      </div>
      <p class="setting-note" role="status">
        {note() ||
          (props.view.kept
            ? 'Kept in this browser.'
            : 'Kept only while this page is open: save them to a file to have them again.')}
      </p>
      <Show when={sensor.refusal() !== ''}>
        <p class="refusal" role="alert">
          {sensor.refusal()}
        </p>
      </Show>
    </section>
  );
}
