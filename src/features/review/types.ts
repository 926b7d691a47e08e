import type { Comparison } from '../../model/comparison';
import type { Answer, Decision } from '../../model/decision';
import type { CauseId, PairEvidence, Strength } from '../../model/judgement';
import type { QueueOrder, QueuePart } from '../../model/review-queue';
import type { AssetIndex, EpochMilliseconds } from '../../model/units';

export interface QueueQuery {
  readonly part: QueuePart;
  readonly order: QueueOrder;
  readonly cause: CauseId | null;
  readonly strength: Strength | null;
}

/** Figures of the review; each is the length of a list of the queue. */
export interface ReviewFigures {
  /** All questions. */
  readonly questions: number;
  readonly decided: number;
  /** Questions that want an answer: those that nobody answered, those that are asked again, and conflicts. */
  readonly left: number;
  /** Decisions whose basis changed, so that the question is open again. */
  readonly asked: number;
  readonly notSure: number;
  /** Decisions of several people that contradict each other. */
  readonly conflicts: number;
  /** Answers of others that the present reviewer is to give a second time, unseen. */
  readonly sample: number;
  /** Decisions about assets that are not in the open dataset: kept, not applied. */
  readonly elsewhere: number;
  /** Records that `same` answers made redundant, after the gate. */
  readonly freed: number;
  /** Records that the questions which are left would free. */
  readonly freedIfAll: number;
  readonly byCause: readonly {
    readonly cause: CauseId;
    readonly title: string;
    readonly decided: number;
    readonly notSure: number;
    readonly left: number;
    readonly freed: number;
  }[];
  /** Decisions that were changed since they were last saved to a file, or never were. */
  readonly onlyHere: number;
  /** Decisions an hour over the last of this session; `null` before there are five. */
  readonly perHour: number | null;
  /** Agreement of two reviewers on the questions that both answered, 0 to 1; `null` where there are none. */
  readonly agreement: { readonly both: number; readonly agree: number } | null;
}

export interface ReviewView {
  readonly figures: ReviewFigures;
  /** The name under which decisions are made. */
  readonly by: string;
  /** Where decisions are kept: in this browser, or only until the page is closed, with the sentence that says why. */
  readonly kept: { readonly in: 'browser' } | { readonly in: 'page'; readonly reason: string };
  /** What `undo` would take back, in words; `null` where there is nothing. */
  readonly canUndo: string | null;
  readonly canRedo: string | null;
  /** The queue as it was left in this dataset; `null` before the first. */
  readonly query: QueueQuery | null;
  /** Kept decisions that could not be read, with the reason: they are skipped. */
  readonly unread: readonly Unread[];
  /** A sentence that says why there is nothing left that is worth the time; `null` while there is. */
  readonly end: string | null;
}

/** Something that could not be read, and why. */
export interface Unread {
  readonly place: string;
  readonly why: string;
}

/** A weak bridge of a machine or cluster, at which it can be split. */
export interface Bridge {
  readonly evidence: PairEvidence;
  /** The two sides, if it were cut. */
  readonly sides: readonly [readonly AssetIndex[], readonly AssetIndex[]];
}

/** One question: are these records one machine? */
export interface ReviewItem {
  /** Stable while the dataset is open: made of the ids of its assets. */
  readonly id: string;
  /** A machine, assets that share a value and were judged different, or records of a decision that nothing proposes. */
  readonly kind: 'machine' | 'lookAlike' | 'own';
  readonly status: 'left' | 'asked' | 'conflict' | 'notSure' | 'decided';
  /** Place in the queue, from 0, and its length; -1 where it is not in the queue. */
  readonly at: number;
  readonly of: number;
  readonly title: string;
  readonly assets: readonly AssetIndex[];
  readonly assetIds: readonly string[];
  /** Assets beyond those that are shown. */
  readonly more: number;
  /** What the judgement says; hidden in a blind review. */
  readonly proposal: {
    readonly answer: Answer;
    readonly strength: Strength | null;
    readonly cause: CauseId;
    readonly causeTitle: string;
    readonly sentence: string;
    readonly action: string;
    readonly keep: string | null;
    readonly keepReason: string;
    readonly redundant: readonly string[];
    readonly warnings: readonly string[];
  };
  readonly comparison: Comparison;
  /** Pairs that hold or part it, each record against the one that is kept. */
  readonly evidence: readonly PairEvidence[];
  readonly bridges: readonly Bridge[];
  /** Values that could be put on the list of ignored ones. */
  readonly sharedValues: readonly {
    readonly rule: string;
    readonly value: string;
    readonly assets: number;
  }[];
  /** The present answer; the first of several where the machine was split. */
  readonly decision: Decision | null;
  /** All decisions about the records of this question that are not taken back. */
  readonly decisions: readonly Decision[];
  /** Why it is asked again: what changed since, in words. */
  readonly changed: readonly string[];
  /** Decisions that contradict each other. */
  readonly conflicting: readonly Decision[];
}

/** What a person says about a question. */
export interface Reply {
  readonly item: string;
  readonly answer: Answer;
  /** Records that the answer is about: those of the question, less those taken out, and those added. */
  readonly assetIds: readonly string[];
  /** For `same` at a bridge: each part is a machine of its own, in the place of `assetIds`. One of a single record is none. */
  readonly parts?: readonly (readonly string[])[];
  readonly keep: string | null;
  readonly note: string;
}

/** What a template would do before it is done. */
export interface TemplatePreview {
  readonly cause: CauseId;
  readonly answer: Answer;
  /** Questions that it would answer. */
  readonly questions: number;
  readonly freed: number;
  /** Exceptions first: those with a warning, with less strength, or unlike the ones decided by hand, with the reason. */
  readonly exceptions: readonly { readonly item: string; readonly title: string; readonly why: string }[];
  /** Questions without an exception, at most 200. */
  readonly rest: readonly { readonly item: string; readonly title: string }[];
}

/** One step. */
export interface HistoryEntry {
  /** Its first decision; `null` for one that changed none, such as an undo of all that it made. */
  readonly decision: Decision | null;
  /** The question that its first decision is about; `null` where that is not asked, or where there is none. */
  readonly item: string | null;
  /** Further decisions of the same step. */
  readonly more: number;
  readonly title: string;
  /** When that step was made. */
  readonly at: EpochMilliseconds;
  readonly what: string;
  /** It was taken back by `undo`. */
  readonly undone: boolean;
}

/** What came of loading a file. */
export interface LoadedDecisions {
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  /** Decisions about assets that are not in the open dataset: kept, not applied. */
  readonly elsewhere: number;
  readonly conflicts: number;
  /** What could not be read, by row or entry. */
  readonly unread: readonly Unread[];
}
