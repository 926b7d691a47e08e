import type { HandOverSummary } from '../../model/hand-over';
import type { CauseId } from '../../model/judgement';
import type { Outcome } from '../../model/outcome';
import type { EpochMilliseconds } from '../../model/units';
import type { OnProgress } from '../../worker/api';
import type { FiguresPoint, ReadBackState, Said } from './types';

/** The lists of the screen, each asset in one of them. */
export const CHANGE_LISTS = ['new', 'gone', 'back', 'still', 'changed'] as const;
export type ChangeList = (typeof CHANGE_LISTS)[number];

/** A dataset of a comparison. */
export interface ComparedDataset {
  readonly id: string;
  readonly name: string;
  readonly importedAt: EpochMilliseconds;
  readonly assets: number;
}

/** A dataset, the open one or another, compared with an earlier one. */
export interface ChangesView {
  readonly earlier: ComparedDataset;
  readonly later: ComparedDataset;
  /** Whether the one that is called earlier has newer activity than the other. */
  readonly isReversed: boolean;
  readonly counts: Readonly<Record<ChangeList, number>>;
  /** Causes of what changed and of what came back, the most frequent first. */
  readonly byCause: readonly {
    readonly list: 'changed' | 'back';
    readonly cause: CauseId;
    readonly title: string;
    readonly assets: number;
  }[];
  /** The dataset before both that was looked into, for records that go to and fro; `null` for none. */
  readonly alsoLookedInto: string | null;
  /** Decisions that hold in the open dataset, and that are asked again; `null` where another one is compared. */
  readonly decisions: { readonly standing: number; readonly asked: number } | null;
}

export interface ChangeQuery {
  readonly list: ChangeList;
  readonly cause: CauseId | null;
}

/** One line of a list. */
export interface ChangeLine {
  /** Place of the asset in the later dataset; of one that is gone, in the earlier one. */
  readonly asset: number;
  readonly title: string;
  readonly assetId: string;
  /** The asset id before, of one that came back. */
  readonly before: string | null;
  /** What differs, in words; "" for nothing. */
  readonly what: string;
  readonly cause: string;
  /** Whether a decision rests on it, and whether that one is asked again. */
  readonly decision: 'standing' | 'asked' | null;
}

/** One record then and now. */
export interface ChangeDetail {
  readonly line: ChangeLine;
  readonly causeText: { readonly title: string; readonly sentence: string; readonly action: string } | null;
  readonly rows: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly differs: boolean;
  }[];
}

/** What became of a hand-over. */
export interface ReadBackView {
  readonly handOver: HandOverSummary;
  /** Whether the open dataset is the one that it was made from: nothing can be gone yet. */
  readonly sameDataset: boolean;
  readonly counts: Readonly<Record<ReadBackState, number>>;
  /** What a result file said; `null` where none was loaded. */
  readonly results: ReadResults | null;
}

export interface ReadResults {
  readonly fileName: string;
  /** Which of the two kinds of numbers the file has. */
  readonly space: 'asset' | 'host';
  readonly said: Readonly<Record<Said, number>>;
  /** Records that the file does not name. */
  readonly unsaid: number;
  /** Lines with a result for an id that was not handed over. */
  readonly unknown: number;
  /** Said to be purged, and yet still there or back. */
  readonly contradicted: number;
}

export interface ReadBackLine {
  readonly assetId: string;
  readonly hostId: string;
  readonly survivor: string;
  readonly state: ReadBackState;
  /** Under which id, and what it is called. */
  readonly backAs: { readonly assetId: string; readonly title: string } | null;
  readonly said: Said | null;
}

/** What the page can ask about changes. */
export interface ChangesCalls {
  /** Compares a kept dataset, or what is open (`null`), with an earlier one. The latest call wins. */
  compareDatasets(
    earlier: string,
    later: string | null,
    onProgress: OnProgress,
  ): Promise<Outcome<ChangesView>>;
  /** Stops the comparison that is being made; it answers `cancelled`. */
  cancelComparison(): Promise<Outcome<void>>;
  /** Makes `query` the list and says how long it is. */
  openChanges(query: ChangeQuery): Promise<Outcome<number>>;
  changeLines(from: number, count: number): Promise<Outcome<readonly ChangeLine[]>>;
  openChange(list: ChangeList, asset: number): Promise<Outcome<ChangeDetail | null>>;
  /** What was handed over, the newest first. */
  handOversToFollow(): Promise<Outcome<readonly HandOverSummary[]>>;
  /** Compares what is open with what was handed over, and with a result file where there is one. */
  readBack(
    handOver: string,
    results: { readonly name: string; readonly blob: Blob } | null,
  ): Promise<Outcome<ReadBackView>>;
  /** Lines of the last read-back in a state, or of all. */
  readBackLines(
    state: ReadBackState | null,
    from: number,
    count: number,
  ): Promise<Outcome<readonly ReadBackLine[]>>;
  /** All lines of the last read-back as CSV. */
  saveReadBack(): Promise<Outcome<Blob>>;
  /** Figures of all kept datasets and of the open one, the oldest first. */
  figuresOverTime(): Promise<Outcome<readonly FiguresPoint[]>>;
}
