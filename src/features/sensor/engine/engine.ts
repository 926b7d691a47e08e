import { importSources } from '../../../import/import';
import type { ImportSource } from '../../../model/import-request';
import type { JudgementSource } from '../../../model/judgement-source';
import { TroubleError } from '../../../model/outcome';
import type { ReportContribution } from '../../../report/section';
import type { EngineKit } from '../../../worker/kit';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { RecipePart } from '../../../worker/recipe-part';
import type { SensorCalls } from '../calls';
import { listExamples, openExample } from '../examples';
import { explainVerdict } from '../explain/explain';
import { findDisagreements } from '../list/disagreements';
import { openVerdicts, type VerdictList } from '../list/verdict-list';
import { createSensorContribution } from '../report/contribution';
import {
  DEFAULT_SENSOR_SETTINGS,
  findSettingsFaults,
  readSensorSettings,
  writeSensorSettings,
} from '../settings';
import type { SensorDisagreements, SensorSuggestions, SuggestionEffect } from '../types/list';
import type { SensorResult } from '../types/result';
import type { SensorSettings } from '../types/settings';
import { createSensorCheck, type SensorCheck } from './check-of-open';
import { createStoredSettings } from './stored-settings';

/** The sensor's part of the engine, and its part in the reports. */
export interface SensorEngine {
  readonly calls: SensorCalls;
  readonly contribution: ReportContribution;
  /** For recipes, by `app/`: holds for all datasets. */
  readonly recipe: RecipePart<SensorSettings>;
}

/** The sensor check for the page: figures, lists, details and settings over a result that stays in the worker. */
export function createSensor(
  kit: EngineKit,
  { judgement }: { readonly judgement: JudgementSource },
): SensorEngine {
  const { session, jobs } = kit;
  const stored = createStoredSettings(kit);
  const check = createSensorCheck(session, stored);
  const lists = createLatestView<{ readonly of: SensorResult; readonly list: VerdictList }>(session);
  const disagreements = createLatestView<SensorDisagreements>(session);
  const suggestions = createLatestView<SensorSuggestions>(session);
  const effects = createLatestView<readonly SuggestionEffect[]>(session);
  /** The list as long as it is of the result on screen. */
  const list = () => {
    const view = lists.current();
    return view !== null && view.of === check.current() ? view.list : null;
  };
  const calls: SensorCalls = {
    sensorCheck: (onProgress) =>
      jobs.run('result', 'Checking the sensors', onProgress, (watch) => check.view(watch)),
    changeSensorSettings: (settings, scope, onProgress) =>
      jobs.run('result', 'Checking the sensors', onProgress, (watch) => check.change(settings, scope, watch)),
    defaultSensorSettings: () => outcomeOf('Reading the settings', () => DEFAULT_SENSOR_SETTINGS),
    sensorSettingsFaults: (settings) =>
      outcomeOf('Checking the settings', () => findSettingsFaults(settings)),
    sensorSettingsFile: (settings) => outcomeOf('Writing the settings', () => writeSensorSettings(settings)),
    sensorSuggestions: () =>
      outcomeOf('Looking for suggestions', () => suggestions.open((watch) => check.suggestions(watch))),
    sensorSuggestionEffects: () =>
      outcomeOf('Trying the suggestions', () => effects.open((watch) => check.effects(watch))),
    sensorDisagreements: () =>
      outcomeOf('Comparing with the judgement', () =>
        disagreements.open(async (watch) =>
          findDisagreements(
            requireResult(check),
            await judgement.judgement(watch),
            judgement.evidence,
            watch,
          ),
        ),
      ),
    openVerdicts: (query) =>
      outcomeOf('Ordering the verdicts', async () => {
        const of = requireResult(check);
        const view = await lists.open(async (watch) => ({ of, list: await openVerdicts(of, query, watch) }));
        return view.list.size;
      }),
    verdictLines: (from, count) => outcomeOf('Reading the verdicts', () => list()?.lines(from, count) ?? []),
    findVerdict: (asset) => outcomeOf('Searching the verdicts', () => list()?.find(asset) ?? -1),
    explainVerdict: (asset, against) =>
      outcomeOf('Explaining the verdict', () => explainVerdict(requireResult(check), asset, against)),
    sensorExamples: () => outcomeOf('Listing the examples', listExamples),
    openSensorExample: (id, onProgress) =>
      jobs.run('result', 'Opening the example', onProgress, async (watch) => {
        const { source, settings } = readExample(id);
        const answer = await importSources([source], { origin: 'sample' }, null, watch);
        if (answer.kind === 'mapping') throw noExample(id);
        const { dataset } = answer;
        await stored.write(dataset.header.id, { settings, scope: 'dataset' });
        return session.open({ dataset, sources: [source], stored: 'nothing' }, watch);
      }),
  };
  const recipe: RecipePart<SensorSettings> = {
    member: 'sensor',
    title: 'Sensor check',
    read: async () => (await stored.read(session.opened()?.dataset.header.id ?? '')).settings,
    check: (value) => {
      const reading = readSensorSettings(value);
      if (reading.ok) return reading.value;
      throw new TroubleError(reading.trouble ?? { code: 'sensor-settings', what: '', remedy: '' });
    },
    apply: async (settings, watch) => {
      await check.change(settings, 'all', watch);
      return null;
    },
    // A recipe holds for every dataset; before it this one may have had settings of its own.
    remember: async () => {
      const own = await stored.read(session.opened()?.dataset.header.id ?? '');
      const shared = await stored.read('');
      return async (watch) => {
        await check.change(shared.settings, 'all', watch);
        if (own.scope === 'dataset') await check.change(own.settings, 'dataset', watch);
        return null;
      };
    },
  };
  return { calls, contribution: createSensorContribution(check), recipe };
}

function requireResult(check: SensorCheck): SensorResult {
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
