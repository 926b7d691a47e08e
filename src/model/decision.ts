import type { CauseId, EvidenceKind, OneMachineCause, Strength } from './judgement';
import type { Watch } from './progress';
import type { AssetIndex, EpochMilliseconds } from './units';

/** What a person can say about records. */
export const ANSWERS = ['same', 'different', 'notSure'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How a decision came about. */
export type DecisionOrigin = 'review' | 'template' | 'file' | 'sheet';

/** Canonical values by kind of evidence, sorted. */
export type IdentityValues = Readonly<Partial<Record<EvidenceKind, readonly string[]>>>;

/** A record as a decision saw it: values by which it is known again after the next import. */
export interface RecordIdentity {
  readonly assetId: string;
  readonly values: IdentityValues;
}

/** What a decision rested on: where that changes, the question is asked again. */
export interface DecisionBasis {
  /** The machine or look-alike that was proposed; `null` where a person put the records together. */
  readonly proposal: {
    readonly assetIds: readonly string[];
    readonly strength: Strength | null;
    readonly cause: CauseId;
    readonly keep: string | null;
  } | null;
  /** All that the person saw or named, by asset ID: those of the answer, and those that were taken out. */
  readonly records: readonly RecordIdentity[];
  /** Whether something forbade that the records of the answer are one machine. */
  readonly inConflict: boolean;
}

/** What a person decided about two or more records. */
export interface Decision {
  /** A UUID, by which two files are merged. */
  readonly id: string;
  /** Grows by one with each change of this decision: of two forms of it the higher one stands. */
  readonly revision: number;
  /** `null`: taken back. It stays, so that a file that still has it does not bring it back. */
  readonly answer: Answer | null;
  /** The records that the answer is about, in ascending order. Records that were proposed and taken out are not here. */
  readonly assetIds: readonly string[];
  /** The record to keep, for `same`; `null` where the proposal's stands. */
  readonly keep: string | null;
  readonly note: string;
  /** The name that the person gave; may be empty. */
  readonly by: string;
  readonly at: EpochMilliseconds;
  readonly origin: DecisionOrigin;
  /** Name of the dataset that it was made in. */
  readonly dataset: string;
  readonly basis: DecisionBasis;
  /** The decision by which a person settled a contradiction to this one: it does not hold while that one does. */
  readonly overruledBy: string | null;
}

/** A machine as it stands after what people decided: the judgement's proposal where nobody decided. */
export interface SettledMachine {
  /** In dataset order. */
  readonly assets: readonly AssetIndex[];
  readonly keep: AssetIndex | null;
  readonly keepReason: string;
  /** Has passed the gate. */
  readonly redundant: readonly AssetIndex[];
  /** `null` where only a person holds the records to be one machine. */
  readonly strength: Strength | null;
  readonly cause: OneMachineCause;
  readonly warnings: readonly string[];
  /** The decision that made it so; `null` for a proposal that nobody decided about. */
  readonly decision: Decision | null;
}

/** What `app/` hands to other features of what was decided about what is open. */
export interface DecisionSource {
  /** All machines after decisions; proposals whose decision is `different` or `notSure` are not among them. */
  settled(watch: Watch): Promise<readonly SettledMachine[]>;
  /** Decisions that hold for the open dataset, and those that are asked again because their basis changed. */
  decisions(
    watch: Watch,
  ): Promise<{ readonly standing: readonly Decision[]; readonly asked: readonly Decision[] }>;
}
