import { DEFAULT_SETTINGS, readSettings } from '../../../detect/settings';
import { importSources } from '../../../import/import';
import type { ImportSource } from '../../../model/import-request';
import { TroubleError } from '../../../model/outcome';
import type { DatasetCache } from '../../../worker/dataset-cache';
import type { EngineKit } from '../../../worker/kit';
import { measure } from '../../../worker/measure';
import { outcomeOf } from '../../../worker/outcomes';
import type { DuplicatesCalls } from '../calls';

type ImportCalls = Pick<DuplicatesCalls, 'importSources' | 'defaultSettings' | 'detect' | 'readSettings'>;

/** The steps that make what is open: import and detection. */
export function createImportAndDetect({ session, jobs, cache }: EngineKit): ImportCalls {
  return {
    importSources: (sources, { add, ...options }, onProgress) =>
      jobs.run('result', 'Reading the files', onProgress, async (watch, ending) => {
        const base = add ? session.opened() : null;
        ending(noteImport(cache, sources));
        const answer = await measure('import', () =>
          importSources(sources, options, base?.dataset ?? null, watch),
        );
        if (answer.kind === 'mapping') return answer;
        const all = [...(base?.sources ?? []), ...sources];
        const next = { dataset: answer.dataset, sources: all, stored: 'nothing' } as const;
        return { kind: 'opened', result: await session.open(next, watch) };
      }),
    defaultSettings: () => outcomeOf('Reading the settings', () => DEFAULT_SETTINGS),
    detect: (settings, onProgress) =>
      jobs.run('result', 'Finding duplicates', onProgress, (watch) => {
        const { dataset, sources } = session.requireOpen();
        const next = { dataset, sources, settings: readSettings(settings), stored: 'unchanged' } as const;
        return session.open(next, watch);
      }),
    readSettings: (json) => outcomeOf('Reading the settings', () => readSettings(parseSettings(json))),
  };
}

/** Notes the import for the next start, in case this one does not see its end. Nothing waits for the note. */
function noteImport(cache: DatasetCache, sources: readonly ImportSource[]): () => void {
  const first = sources[0]?.name ?? 'nothing';
  const others = sources.length > 1 ? ` and ${(sources.length - 1).toLocaleString('en')} more` : '';
  const noted = cache.store().then((store) => store?.noteRunning(`Import of "${first}"${others}`));
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
