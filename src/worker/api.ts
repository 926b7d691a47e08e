import type { GatewayApi } from '../features/gateway/engine/calls';
import type { SensorExample } from '../features/sensor/types/example';
import type { SensorSuggestions, VerdictLine, VerdictQuery } from '../features/sensor/types/list';
import type { VerdictDetail } from '../features/sensor/types/result';
import type { SensorSettings, SettingsFault } from '../features/sensor/types/settings';
import type { SensorScope, SensorView } from '../features/sensor/types/view';
import type { Comparison } from '../model/comparison';
import type { DatasetHeader } from '../model/dataset';
import type { GroupingSummary, IgnoredValue, WidelySharedValue } from '../model/grouping';
import type { ImportOptions, ImportSource, MappingRequest } from '../model/import-request';
import type { Outcome, Trouble } from '../model/outcome';
import type { Progress } from '../model/progress';
import type { DetectionSettings } from '../model/settings';
import type { ClusterLine, ClusterSort, TableLine, TableQuery, TableSize } from '../model/table';
import type { AssetIndex, ClusterIndex, EpochMilliseconds, GroupIndex } from '../model/units';

export type { FetchAnswer, OnGatewayEvent } from '../features/gateway/engine/calls';

/** The dataset that is open, with what detection found in it. */
export interface OpenResult {
  readonly header: DatasetHeader;
  readonly settings: DetectionSettings;
  readonly summary: GroupingSummary;
  readonly ignored: readonly IgnoredValue[];
  readonly sharedWidely: readonly WidelySharedValue[];
  /** Grows with every new result, so that a late answer to an old question can be dropped. */
  readonly revision: number;
}

/** What an import came to: a result, or a spreadsheet whose columns want a look first. */
export type ImportAnswer =
  | { readonly kind: 'opened'; readonly result: OpenResult }
  | { readonly kind: 'mapping'; readonly request: MappingRequest };

/** One line of the list of cached datasets. */
export interface CachedDataset {
  readonly header: DatasetHeader;
  /** Bytes it takes in IndexedDB. */
  readonly bytes: number;
  readonly open: boolean;
  /** Its stored copy cannot be read any more; all that is left is to delete it. */
  readonly damaged?: true;
}

/** How caching stands: on, off by choice or by place, or failing, with the sentence that says so. */
export interface CacheState {
  readonly mode: 'on' | 'off' | 'unavailable' | 'full';
  readonly reason: string | null;
}

export type ReportKind = 'xlsx' | 'html' | 'json' | 'csv';

/** What a report is to hold: everything, or only what the table shows now. */
export interface ReportChoices {
  /** `null` takes every group. */
  readonly query: TableQuery | null;
}

/** A finished report. The blob is in the browser's own storage, not in the page's heap. */
export interface SavedReport {
  readonly blob: Blob;
  readonly fileName: string;
  /** The same for the screen, where the Gateway's user name is left out. */
  readonly shownName: string;
  readonly rows: number;
}

/** A plain function for the page; `client` wraps it for the way to the worker and releases it. */
export type OnProgress = (progress: Progress) => void;

/** Where the page was opened from: a server, or a file on a disk, where all pages share one storage. */
export type Place = 'web' | 'disk';

/** What the worker tells without having been asked. */
export type EngineNotice =
  /** Caching came on, went off, or failed. */
  | { readonly kind: 'cache'; readonly state: CacheState }
  /** The list of cached datasets changed, here or in another tab. */
  | { readonly kind: 'datasets' }
  /** The open dataset is whole in IndexedDB, or no longer is (`null`): it survives a reload, or does not. */
  | { readonly kind: 'cached'; readonly id: string | null }
  /** Something failed in the background; nothing that is on screen is lost. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/**
 * What the page can ask of the worker. Every answer is an outcome; none of these rejects, except when the
 * worker itself is gone, which `client` notices.
 */
export interface EngineApi extends GatewayApi {
  /**
   * The client's first call after each start of the worker. `tab` names the page, so that what a worker of the
   * same page left behind when it was ended is known to be dead. `script`: the worker's own, for more threads of it.
   */
  attach(
    place: Place,
    tab: string,
    onNotice: (notice: EngineNotice) => void,
    script?: Blob | null,
  ): Promise<void>;
  /** Answers at once whenever the worker gets to read its messages: the client's sign that it lives. */
  ping(): Promise<void>;
  /** A person is about to choose a file: gets ready to read a large one. */
  prepareImport(): Promise<void>;
  /** Reads the sources, finds duplicates, makes them the open dataset. The one before stays open on any failure. */
  importSources(
    sources: readonly ImportSource[],
    options: ImportOptions & { readonly add: boolean },
    onProgress: OnProgress,
  ): Promise<Outcome<ImportAnswer>>;
  /** Stops the running import, detection or report; it answers `cancelled`. The state before stays. */
  cancel(): Promise<void>;
  defaultSettings(): Promise<DetectionSettings>;
  /** Finds duplicates again under other settings. */
  detect(settings: DetectionSettings, onProgress: OnProgress): Promise<Outcome<OpenResult>>;
  /** Checks settings from a file. */
  readSettings(json: string): Promise<Outcome<DetectionSettings>>;

  /** Makes `query` the table's view and says how long it is. The latest call wins; earlier ones answer `cancelled`. */
  openTable(query: TableQuery): Promise<Outcome<TableSize>>;
  /** Lines `from … from + count` of the view. Empty once the view has changed. */
  tableLines(from: number, count: number): Promise<readonly TableLine[]>;
  /** Where in the view the asset stands in that group, -1 if it does not. */
  findLine(asset: AssetIndex, group: GroupIndex): Promise<number>;
  /** Every value of one column as text, line after line, for the clipboard (at most 1,000,000 lines). */
  columnText(column: string): Promise<string>;

  openClusters(sort: ClusterSort, search: string): Promise<Outcome<number>>;
  clusterLines(from: number, count: number): Promise<readonly ClusterLine[]>;

  /** The assets of a group beside each other, `first` in front where given; at most 20 of them. */
  compareGroup(group: GroupIndex, first: AssetIndex | null): Promise<Outcome<Comparison>>;
  compareCluster(cluster: ClusterIndex): Promise<Outcome<Comparison>>;
  /** The asset's record as it stands in its file, if the file is at hand; JSON, indented, at most 1 MB. */
  originalRecord(asset: AssetIndex): Promise<Outcome<string>>;

  saveReport(kind: ReportKind, choices: ReportChoices, onProgress: OnProgress): Promise<Outcome<SavedReport>>;

  /** The sensor check of the open dataset under the settings that hold for it; done once, then known. */
  sensorCheck(onProgress: OnProgress): Promise<Outcome<SensorView>>;
  /** Checks again under other settings, from the form or from a file's text, and keeps them. Invalid ones change nothing. */
  changeSensorSettings(
    settings: SensorSettings | string,
    scope: SensorScope,
    onProgress: OnProgress,
  ): Promise<Outcome<SensorView>>;
  defaultSensorSettings(): Promise<SensorSettings>;
  /** What is wrong with settings, field by field. */
  sensorSettingsFaults(settings: unknown): Promise<readonly SettingsFault[]>;
  /** The text of a settings file. */
  sensorSettingsFile(settings: SensorSettings): Promise<string>;
  /** What the dataset says about the settings. The latest call wins. */
  sensorSuggestions(): Promise<Outcome<SensorSuggestions>>;
  /** Makes `query` the verdict list and says how long it is. The latest call wins. */
  openVerdicts(query: VerdictQuery): Promise<Outcome<number>>;
  verdictLines(from: number, count: number): Promise<readonly VerdictLine[]>;
  /** Where in the verdict list the asset stands, -1 if it does not. */
  findVerdict(asset: AssetIndex): Promise<number>;
  /** Everything about one verdict, against one other asset where given; `null` if the asset is not passive. */
  explainVerdict(asset: AssetIndex, against: AssetIndex | null): Promise<Outcome<VerdictDetail | null>>;
  sensorExamples(): Promise<readonly SensorExample[]>;
  /** Opens a worked example as a dataset, with its settings for it alone. */
  openSensorExample(id: string, onProgress: OnProgress): Promise<Outcome<OpenResult>>;

  datasets(): Promise<Outcome<readonly CachedDataset[]>>;
  openDataset(id: string, onProgress: OnProgress): Promise<Outcome<OpenResult>>;
  closeDataset(): Promise<void>;
  renameDataset(id: string, name: string): Promise<Outcome<void>>;
  deleteDataset(id: string): Promise<Outcome<void>>;
  deleteAllData(): Promise<Outcome<void>>;
  /** Turns caching on or off. Off on `file://` unless the person says otherwise. */
  setCaching(on: boolean): Promise<CacheState>;
  cacheState(): Promise<CacheState>;
  /** What was running when the worker or the tab last died, once. */
  lastCrash(): Promise<{
    readonly what: string;
    readonly at: EpochMilliseconds;
    /** The page that it ran in: `EngineClient.tab`. */
    readonly tab: string;
  } | null>;
}
