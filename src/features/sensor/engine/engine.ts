import { findDuplicates } from '../../../detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../detect/settings';
import { importSources } from '../../../import/import';
import type { ImportSource } from '../../../model/import-request';
import { TroubleError } from '../../../model/outcome';
import type { EngineApi } from '../../../worker/api';
import type { Background } from '../../../worker/background';
import type { Jobs } from '../../../worker/jobs';
import { createLatest } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';
import { listExamples, openExample } from '../examples';
import { explainVerdict } from '../explain/explain';
import { openVerdicts, type VerdictList } from '../list/verdict-list';
import {
  DEFAULT_SENSOR_SETTINGS,
  findSettingsFaults,
  readSensorSettings,
  writeSensorSettings,
} from '../settings';
import type { SensorSuggestions } from '../types/list';
import type { SensorResult } from '../types/result';
import type { SensorCheck } from './check-of-open';
import type { SensorSettingsKeeper } from './stored-settings';

type SensorApi = Pick<
  EngineApi,
  | 'sensorCheck'
  | 'changeSensorSettings'
  | 'defaultSensorSettings'
  | 'sensorSettingsFaults'
  | 'sensorSettingsFile'
  | 'sensorSuggestions'
  | 'openVerdicts'
  | 'verdictLines'
  | 'findVerdict'
  | 'explainVerdict'
  | 'sensorExamples'
  | 'openSensorExample'
>;

/** The sensor check for the page: figures, lists, details and settings over a result that stays in the worker. */
export function createSensorView(
  session: Session,
  jobs: Jobs,
  background: Background,
  check: SensorCheck,
  kept: SensorSettingsKeeper,
): SensorApi {
  const lists = createLatest<{ readonly of: SensorResult; readonly list: VerdictList }>(session);
  const suggestions = createLatest<SensorSuggestions>(session);
  /** The list as long as it is of the result on screen. */
  const list = () => {
    const view = lists.current();
    return view !== null && view.of === check.current() ? view.list : null;
  };
  return {
    sensorCheck: (onProgress) =>
      jobs.run('result', 'Checking the sensors', onProgress, (watch) => check.view(watch)),
    changeSensorSettings: (settings, scope, onProgress) =>
      jobs.run('result', 'Checking the sensors', onProgress, (watch) => check.change(settings, scope, watch)),
    defaultSensorSettings: () => Promise.resolve(DEFAULT_SENSOR_SETTINGS),
    sensorSettingsFaults: (settings) => Promise.resolve(findSettingsFaults(settings)),
    sensorSettingsFile: (settings) => Promise.resolve(writeSensorSettings(settings)),
    sensorSuggestions: () =>
      outcomeOf('Looking for suggestions', () => suggestions.open((watch) => check.suggestions(watch))),
    openVerdicts: (query) =>
      outcomeOf('Ordering the verdicts', async () => {
        const of = must(check);
        const view = await lists.open(async (watch) => ({ of, list: await openVerdicts(of, query, watch) }));
        return view.list.size;
      }),
    verdictLines: async (from, count) => list()?.lines(from, count) ?? [],
    findVerdict: async (asset) => list()?.find(asset) ?? -1,
    explainVerdict: (asset, against) =>
      outcomeOf('Explaining the verdict', () => explainVerdict(must(check), asset, against)),
    sensorExamples: () => Promise.resolve(listExamples()),
    openSensorExample: (id, onProgress) =>
      jobs.run('result', 'Opening the example', onProgress, async (watch) => {
        const { source, settings } = readExample(id);
        const answer = await importSources([source], { origin: 'sample' }, null, watch);
        if (answer.kind === 'mapping') throw noExample(id);
        const { dataset } = answer;
        const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, watch);
        await kept.write(dataset.header.id, { settings, scope: 'dataset' });
        await watch.pause();
        const result = session.show({ dataset, grouping, settings: DEFAULT_SETTINGS, sources: [source] });
        background.begin(session.must(), 'nothing');
        return result;
      }),
  };
}

function must(check: SensorCheck): SensorResult {
  const result = check.current();
  if (result !== null) return result;
  throw new TroubleError({
    code: 'sensor-not-checked',
    what: 'The sensor check of this dataset has not been done.',
    remedy: 'Open the screen Sensor check again.',
  });
}

function readExample(id: string) {
  const example = openExample(id);
  const settings = example === null ? null : readSensorSettings(example.settingsJson);
  if (example === null || !settings?.ok) throw noExample(id);
  const title = listExamples().find((one) => one.id === id)?.title ?? id;
  const source: ImportSource = {
    name: `Example: ${title}`,
    blob: new Blob([example.exportJson], { type: 'application/json' }),
  };
  return { source, settings: settings.value };
}

function noExample(id: string): TroubleError {
  return new TroubleError({
    code: 'no-such-example',
    what: `There is no worked example “${id}”.`,
    remedy: 'Choose one from the list.',
  });
}
