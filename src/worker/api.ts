import type { DatasetHeader } from '../model/dataset';
import type { GroupingSummary, IgnoredValue, WidelySharedValue } from '../model/grouping';
import type { MappingRequest } from '../model/import-request';
import type { Outcome, Trouble } from '../model/outcome';
import type { Progress } from '../model/progress';
import type { Redaction } from '../model/redaction';
import type { DetectionSettings } from '../model/settings';
import type { TableQuery } from '../model/table';
import type { EpochMilliseconds } from '../model/units';

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

/** Four reports on what was found; `assets` is the dataset itself, an asset a line. */
export type ReportKind = 'xlsx' | 'html' | 'json' | 'csv' | 'assets';

/** What a report is to hold: everything, or only what the table shows now. */
export interface ReportChoices {
  /** `null` takes every group. */
  readonly query: TableQuery | null;
  /** Of a redacted copy. */
  readonly redaction?: Redaction | null;
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
  /** Another tab changed the decisions. */
  | { readonly kind: 'decisions' }
  /** The open dataset is whole in IndexedDB, or no longer is (`null`): it survives a reload, or does not. */
  | { readonly kind: 'cached'; readonly id: string | null }
  /** Something failed in the background; nothing that is on screen is lost. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** An import that ended with its worker or its tab. */
export interface BrokenOffImport {
  /** In words: `Import of "inventory.json"`. */
  readonly what: string;
  /** When it began. */
  readonly at: EpochMilliseconds;
  /** The page that it ran in: `EngineClient.tab`. */
  readonly tab: string;
}

/**
 * A worker's calls: every one answers with a promise of an `Outcome`, so that a lost worker has one answer for all
 * of them. `Calls<Api>` is `Api` where that holds; a call without an outcome makes it differ.
 */
export type Calls<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...args: infer Args) => Promise<Outcome<infer Value>>
    ? (...args: Args) => Promise<Outcome<Value>>
    : never;
};

/** The kit's own calls, which every page with a worker needs. Features add theirs, each in its `calls.ts`. */
export interface KitCalls {
  /**
   * The client's first call after each start of the worker. `tab` names the page, so that what a worker of the
   * same page left behind when it was ended is known to be dead. `script`: the worker's own, for more threads of it.
   */
  attach(
    place: Place,
    tab: string,
    onNotice: (notice: EngineNotice) => void,
    script?: Blob | null,
  ): Promise<Outcome<void>>;
  /** Answers at once whenever the worker gets to read its messages: the client's sign that it lives. */
  ping(): Promise<Outcome<void>>;
  /** A person is about to choose a file: gets ready to read a large one. */
  prepareImport(): Promise<Outcome<void>>;
  /** Stops the running import, detection or report; it answers `cancelled`. The state before stays. */
  cancel(): Promise<Outcome<void>>;
  /** Opens a cached dataset, under the settings that were used on it last. */
  openDataset(id: string, onProgress: OnProgress): Promise<Outcome<OpenResult>>;
  closeDataset(): Promise<Outcome<void>>;
  /** The import, or the keeping of a dataset, that ran when a worker or a tab last died, once; `null` for none. */
  lastCrash(): Promise<Outcome<BrokenOffImport | null>>;
}
