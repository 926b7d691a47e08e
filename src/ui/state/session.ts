import { type Accessor, batch, createMemo, createSignal } from 'solid-js';
import type {
  CachedDataset,
  CacheState,
  ImportAnswer,
  KitCalls,
  OnProgress,
  OpenResult,
} from '../../client/api';
import type { DatasetFile, DatasetHeader, DatasetOrigin } from '../../model/dataset';
import type { ColumnMapping, ImportOptions, ImportSource, MappingRequest } from '../../model/import-request';
import { type Outcome, type Trouble, valueOr } from '../../model/outcome';
import type { Progress } from '../../model/progress';
import type { DetectionSettings } from '../../model/settings';
import { rememberedMappings, rememberMapping } from './column-mappings';
import { forgetPrivatePreferences } from './preferences';

export type JobKind = 'import' | 'open' | 'detect' | 'report' | 'gateway';

/** The one long step that runs. */
export interface Job {
  readonly kind: JobKind;
  readonly title: string;
  readonly startedAt: number;
}

/** An import that waits for the person to look at a spreadsheet's columns. */
export interface PendingMapping {
  readonly request: MappingRequest;
  readonly sources: readonly ImportSource[];
  readonly origin: DatasetOrigin;
  readonly add: boolean;
  /** The dataset that is read again, whose place and name the new one takes. */
  readonly again?: { readonly id: string; readonly name: string };
}

export type SessionState = 'idle' | 'busy' | 'ready' | 'error';

/** What is open, what runs, and what went wrong. The worker holds the rest. */
export interface Session {
  readonly state: Accessor<SessionState>;
  readonly result: Accessor<OpenResult | null>;
  readonly job: Accessor<Job | null>;
  readonly progress: Accessor<Progress | null>;
  readonly cancelling: Accessor<boolean>;
  readonly troubles: Accessor<readonly Trouble[]>;
  readonly mapping: Accessor<PendingMapping | null>;
  readonly datasets: Accessor<readonly CachedDataset[]>;
  readonly cache: Accessor<CacheState | null>;
  /** The dataset that is open in memory only because its stored copy was deleted here. */
  readonly memoryOnly: Accessor<string | null>;
  /** What a person should know though nothing failed; "" for nothing. Shown at the start. */
  readonly notice: Accessor<string>;
  setNotice(text: string): void;
  /** Reads sources and opens what they hold; true once it is open. */
  importSources(sources: readonly ImportSource[], origin: DatasetOrigin, add: boolean): Promise<boolean>;
  confirmMapping(columns: ColumnMapping): Promise<boolean>;
  dismissMapping(): void;
  /** Whether this page still has the files of the dataset, so that they can be read again. */
  hasSources(id: string): boolean;
  /** Shows how a file's columns were read, to read the dataset's files again another way. */
  changeColumns(header: DatasetHeader, file: DatasetFile): void;
  cancel(): void;
  detect(settings: DetectionSettings): Promise<boolean>;
  open(id: string): Promise<boolean>;
  close(): Promise<void>;
  /** How caching stands, as the worker reported it. */
  setCache(state: CacheState): void;
  /** What is open now, as the worker's restart left it; `null`: nothing any more. */
  replace(opened: OpenResult | null): void;
  refreshDatasets(): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
  setCaching(on: boolean): Promise<void>;
  /** Runs a step of the worker as the one job; `null` if it failed or was cancelled. */
  run<T>(
    kind: JobKind,
    title: string,
    work: (onProgress: OnProgress) => Promise<Outcome<T>>,
  ): Promise<T | null>;
  report(trouble: Trouble): void;
  dismiss(trouble: Trouble): void;
}

const BUSY: Trouble = {
  code: 'busy',
  what: 'Something else is still running.',
  remedy: 'Wait until it is done, or cancel it, then try again.',
};

/** What the session asks of the engine. */
export interface SessionEngine extends Pick<KitCalls, 'cancel' | 'openDataset' | 'closeDataset'> {
  importSources(
    sources: readonly ImportSource[],
    options: ImportOptions & { readonly add: boolean },
    onProgress: OnProgress,
  ): Promise<Outcome<ImportAnswer>>;
  detect(settings: DetectionSettings, onProgress: OnProgress): Promise<Outcome<OpenResult>>;
  datasets(): Promise<Outcome<readonly CachedDataset[]>>;
  cacheState(): Promise<Outcome<CacheState>>;
  setCaching(on: boolean): Promise<Outcome<CacheState>>;
  renameDataset(id: string, name: string): Promise<Outcome<void>>;
  deleteDataset(id: string): Promise<Outcome<void>>;
  deleteAllData(): Promise<Outcome<void>>;
}

/** A session over the worker's interface; knows nothing of the page. */
export function createSession(engine: SessionEngine): Session {
  const [result, setResult] = createSignal<OpenResult | null>(null);
  const [job, setJob] = createSignal<Job | null>(null);
  const [progress, setProgress] = createSignal<Progress | null>(null);
  const [cancelling, setCancelling] = createSignal(false);
  const [troubles, setTroubles] = createSignal<readonly Trouble[]>([]);
  const [mapping, setMapping] = createSignal<PendingMapping | null>(null);
  const [datasets, setDatasets] = createSignal<readonly CachedDataset[]>([]);
  const [cache, setCache] = createSignal<CacheState | null>(null);
  const [memoryOnly, setMemoryOnly] = createSignal<string | null>(null);
  const [notice, setNotice] = createSignal('');

  // A worker that is lost tells every open call, and the page besides: said once.
  const report = (trouble: Trouble) =>
    setTroubles((before) => [trouble, ...before.filter(({ what }) => what !== trouble.what)].slice(0, 5));
  const settle = <T>(outcome: Outcome<T>): outcome is { ok: true; value: T } => {
    if (!outcome.ok && outcome.trouble !== null) report(outcome.trouble);
    return outcome.ok;
  };

  const run: Session['run'] = async (kind, title, work) => {
    if (job() !== null) {
      report(BUSY);
      return null;
    }
    batch(() => {
      setTroubles([]);
      setProgress(null);
      setCancelling(false);
      setJob({ kind, title, startedAt: performance.now() });
    });
    const outcome = await work((step) => setProgress(step));
    return batch(() => {
      setJob(null);
      setProgress(null);
      return settle(outcome) ? outcome.value : null;
    });
  };

  const show = (opened: OpenResult | null) => {
    if (opened === null) return false;
    setResult(opened);
    setNotice('');
    void refreshDatasets();
    return true;
  };

  /** What each dataset was read from on this page: handles to files, not their bytes. */
  const given = new Map<string, readonly ImportSource[]>();
  const noteSources = (opened: OpenResult, sources: readonly ImportSource[], before: string | null) => {
    const earlier = before === null ? [] : given.get(before);
    if (earlier === undefined) given.delete(opened.header.id);
    else given.set(opened.header.id, [...earlier, ...sources]);
  };

  const bringIn = async (
    sources: readonly ImportSource[],
    origin: DatasetOrigin,
    add: boolean,
    again?: PendingMapping['again'],
  ) => {
    const options = { origin, add, mappings: rememberedMappings(), ...(again && { name: again.name }) };
    const before = add ? (result()?.header.id ?? null) : null;
    const title = sources.length === 1 ? `Reading ${sources[0]!.name}` : `Reading ${sources.length} files`;
    const answer = await run('import', title, (on) => engine.importSources(sources, options, on));
    if (answer === null) return false;
    if (answer.kind === 'opened') {
      noteSources(answer.result, sources, before);
      if (again !== undefined) settle(await engine.deleteDataset(again.id));
      return show(answer.result);
    }
    setMapping({ request: answer.request, sources, origin, add, ...(again && { again }) });
    return false;
  };

  const refreshDatasets = async () => {
    const [listed, state] = await Promise.all([engine.datasets(), engine.cacheState()]);
    batch(() => {
      if (listed.ok) setDatasets(listed.value);
      // Kept again, for instance by switching keeping off and on.
      if (listed.ok && listed.value.some(({ header }) => header.id === memoryOnly())) setMemoryOnly(null);
      setCache(valueOr(state, null));
    });
  };

  /** `null`: every dataset. One that could not be deleted is still listed. */
  const noteDeleted = (id: string | null) => {
    const open = result()?.header.id ?? null;
    if (open === null || (id !== null && id !== open)) return;
    if (!datasets().some(({ header }) => header.id === open)) setMemoryOnly(open);
  };

  const change = async (step: Promise<Outcome<void>>) => {
    settle(await step);
    await refreshDatasets();
  };

  return {
    state: createMemo(() => {
      if (job() !== null) return 'busy';
      if (troubles().length > 0) return 'error';
      return result() === null ? 'idle' : 'ready';
    }),
    result,
    job,
    progress,
    cancelling,
    troubles,
    mapping,
    datasets,
    cache,
    memoryOnly,
    notice,
    setNotice,
    importSources: (sources, origin, add) => bringIn(sources, origin, add),
    confirmMapping: async (columns) => {
      const pending = mapping();
      if (pending === null) return false;
      rememberMapping(pending.request.signature, columns);
      setMapping(null);
      return bringIn(pending.sources, pending.origin, pending.add, pending.again);
    },
    dismissMapping: () => setMapping(null),
    hasSources: (id) => given.has(id),
    changeColumns: ({ id, origin, name }, { name: file, mapping: read }) => {
      const sources = given.get(id);
      if (sources === undefined || read === undefined) return;
      const { signature, headers, columns } = read;
      setMapping({
        request: { file, signature, headers, suggested: columns, preview: [] },
        sources,
        origin,
        add: false,
        again: { id, name },
      });
    },
    cancel: () => {
      setCancelling(true);
      void engine.cancel();
    },
    detect: async (settings) =>
      show(await run('detect', 'Finding duplicates', (on) => engine.detect(settings, on))),
    open: async (id) => show(await run('open', 'Opening dataset', (on) => engine.openDataset(id, on))),
    close: async () => {
      await engine.closeDataset();
      setResult(null);
      await refreshDatasets();
    },
    replace: setResult,
    setCache,
    refreshDatasets,
    rename: async (id, name) => {
      await change(engine.renameDataset(id, name));
      const open = result();
      if (open?.header.id === id) setResult({ ...open, header: { ...open.header, name } });
    },
    remove: async (id) => {
      await change(engine.deleteDataset(id));
      noteDeleted(id);
    },
    removeAll: async () => {
      await change(engine.deleteAllData());
      forgetPrivatePreferences();
      noteDeleted(null);
    },
    setCaching: async (on) => {
      const state = await engine.setCaching(on);
      if (settle(state)) setCache(state.value);
    },
    run,
    report,
    dismiss: (trouble) => setTroubles((before) => before.filter((other) => other !== trouble)),
  };
}
