import { findDuplicates } from '../../../detect/pipeline';
import { DEFAULT_SETTINGS, readSettings } from '../../../detect/settings';
import { importSources } from '../../../import/import';
import type { ImportSource } from '../../../model/import-request';
import { TroubleError } from '../../../model/outcome';
import type { EngineApi } from '../../../worker/api';
import type { Background } from '../../../worker/background';
import type { Keeper } from '../../../worker/dataset-cache';
import type { Jobs } from '../../../worker/jobs';
import { timed } from '../../../worker/measure';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';

type ResultsApi = Pick<EngineApi, 'importSources' | 'defaultSettings' | 'detect' | 'readSettings'>;

/** The steps that make what is open: import and detection. */
export function createResults(
  session: Session,
  jobs: Jobs,
  keeper: Keeper,
  background: Background,
): ResultsApi {
  return {
    importSources: (sources, { add, ...options }, onProgress) =>
      jobs.run('result', 'Reading the files', onProgress, async (watch) => {
        const before = session.opened();
        const base = add ? before : null;
        const ended = noteImport(keeper, sources);
        try {
          const answer = await timed('import', () =>
            importSources(sources, options, base?.dataset ?? null, watch),
          );
          if (answer.kind === 'mapping') return answer;
          const { dataset } = answer;
          // Whoever switched a rule off for the dataset before wants that for the next one too; it is on screen.
          const settings = before?.settings ?? DEFAULT_SETTINGS;
          const grouping = await timed('detection', () => findDuplicates(dataset, settings, watch));
          await watch.pause();
          const all = [...(base?.sources ?? []), ...sources];
          const result = session.show({ dataset, grouping, settings, sources: all });
          background.begin(session.must(), 'nothing');
          return { kind: 'opened', result };
        } finally {
          ended();
        }
      }),
    defaultSettings: () => Promise.resolve(DEFAULT_SETTINGS),
    detect: (settings, onProgress) =>
      jobs.run('result', 'Finding duplicates', onProgress, async (watch) => {
        const { dataset, sources } = session.must();
        const checked = readSettings(settings);
        const grouping = await timed('detection', () => findDuplicates(dataset, checked, watch));
        await watch.pause();
        const result = session.show({
          dataset: session.must().dataset,
          grouping,
          settings: checked,
          sources,
        });
        background.redo(session.must());
        return result;
      }),
    readSettings: (json) => outcomeOf('Reading the settings', () => readSettings(parseSettings(json))),
  };
}

/** Notes the import for the next start, in case this one does not see its end. Nothing waits for the note. */
function noteImport(keeper: Keeper, sources: readonly ImportSource[]): () => void {
  const first = sources[0]?.name ?? 'nothing';
  const others = sources.length > 1 ? ` and ${(sources.length - 1).toLocaleString('en')} more` : '';
  const noted = keeper.store().then((store) => store?.noteRunning(`Import of "${first}"${others}`));
  noted.catch(() => undefined);
  return () => void noted.then((end) => end?.()).catch(() => undefined);
}

function parseSettings(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new TroubleError({
      code: 'settings-not-json',
      what: 'This is not a settings file: it is not JSON.',
      remedy: 'Choose a file that Doublet saved. Nothing was changed.',
    });
  }
}
