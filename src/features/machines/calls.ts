import type { Comparison } from '../../model/comparison';
import type {
  CauseId,
  CauseText,
  JudgementFigures,
  Machine,
  PairEvidence,
  PairVerdict,
  Strength,
  SuspectValue,
} from '../../model/judgement';
import type { Outcome } from '../../model/outcome';
import type { IgnoredEntry } from '../../model/settings';
import type { AssetIndex, ClusterIndex } from '../../model/units';
import type { OnProgress } from '../../worker/api';
import type { JudgementSettings, WeightRow } from './types';

/** The judgement of what is open, as far as the page shows it at once. */
export interface JudgementView {
  readonly asOf: number;
  readonly figures: JudgementFigures;
  readonly settings: JudgementSettings;
  /** Values that different machines have, the most shared first; at most a thousand. */
  readonly suspects: readonly SuspectValue[];
  /** The published table of weights. */
  readonly weights: readonly WeightRow[];
  /** What people read of each cause. */
  readonly causes: readonly CauseText[];
  /** What the last change of the settings did; `null` before one. */
  readonly difference: JudgementDifference | null;
}

/** What a change did, in the figures that people act upon. */
export interface JudgementDifference {
  readonly machines: number;
  readonly redundant: number;
  readonly weak: number;
}

/** The lists of the screen Machines. */
export const MACHINE_LISTS = [
  'machines',
  'weak',
  'apart',
  'redundant',
  'stale',
  'replaced',
  'hidden',
] as const;
export type MachineList = (typeof MACHINE_LISTS)[number];

export const MACHINE_SORTS = ['records', 'redundant', 'strength', 'newest'] as const;
export type MachineSort = (typeof MACHINE_SORTS)[number];

export interface MachineQuery {
  readonly list: MachineList;
  readonly search: string;
  readonly cause: CauseId | null;
  readonly strength: Strength | null;
  readonly sort: MachineSort;
}

/** One line of a list. */
export interface MachineLine {
  /** Number of the machine, or of the entry in its list. */
  readonly id: number;
  readonly title: string;
  readonly assetIds: readonly string[];
  readonly assets: readonly AssetIndex[];
  /** Assets beyond those that are named. */
  readonly more: number;
  readonly strength: Strength | null;
  readonly cause: CauseId | null;
  readonly keep: string | null;
  readonly redundant: readonly string[];
  /** What the entry is about: the shared value, the reason. */
  readonly note: string;
  readonly newest: number;
}

/** One machine, or one entry of look-alikes, opened. */
export interface MachineDetail {
  readonly line: MachineLine;
  readonly machine: Machine | null;
  /** Records that are neither kept nor redundant, with the reason. */
  readonly left: readonly { readonly assetId: string; readonly why: string }[];
  readonly comparison: Comparison;
  /** What ties or parts its records: for a machine the pairs that hold it together, at most twenty. */
  readonly evidence: readonly PairEvidence[];
  /** For a machine of three records or more: what stands between any two of the first twelve. */
  readonly links: readonly MachineLink[];
}

/** What ties or parts two records of a machine, as a line of its picture. */
export interface MachineLink {
  /** Places in `comparison.assets`. */
  readonly between: readonly [number, number];
  readonly verdict: PairVerdict;
  /** The item that weighs most. */
  readonly says: string;
}

/** A cluster as the machines it is made of. */
export interface ClusterParts {
  /** Machines with their records, most records first; a record that is a machine alone is one too. */
  readonly parts: readonly {
    /** `null`: one record alone. */
    readonly machine: number | null;
    readonly title: string;
    readonly records: number;
    readonly strength: Strength | null;
  }[];
  /** Parts beyond those that are named. */
  readonly more: number;
  /** Values that join the parts though they are different machines. */
  readonly bridges: readonly {
    readonly value: string;
    readonly cause: CauseId;
    /** Number of the entry in the list of look-alikes. */
    readonly entry: number;
    readonly machines: number;
  }[];
}

/** What putting a value on the list of ignored ones would do. */
export interface IgnorePreview {
  /** Potential duplicates, groups and clusters fewer than now. */
  readonly duplicateAssets: number;
  readonly groups: number;
  readonly clusters: number;
}

/** Why two assets are one machine or not. */
export interface PairExplanation {
  readonly evidence: PairEvidence;
  /** The same as a text for a ticket. */
  readonly text: string;
}

/** What the page can ask about machines. */
export interface MachinesCalls {
  /** Judges what is open, or answers what is known. */
  judgement(onProgress: OnProgress): Promise<Outcome<JudgementView>>;
  /** Judges again under other settings, without reading files, and keeps them for all datasets. */
  changeJudgement(settings: JudgementSettings, onProgress: OnProgress): Promise<Outcome<JudgementView>>;
  /** Makes `query` the list and says how long it is. The latest call wins. */
  openMachines(query: MachineQuery): Promise<Outcome<number>>;
  machineLines(from: number, count: number): Promise<Outcome<readonly MachineLine[]>>;
  /** One entry of a list, by its number; `null` where there is none. */
  openMachine(list: MachineList, id: number): Promise<Outcome<MachineDetail | null>>;
  /** The machines that a cluster is made of, and what joins them though they are different. */
  clusterParts(cluster: ClusterIndex): Promise<Outcome<ClusterParts>>;
  /** What would change if the value were ignored; nothing is changed. */
  previewIgnored(entry: IgnoredEntry, onProgress: OnProgress): Promise<Outcome<IgnorePreview>>;
  /** Why two assets, named by id, are one machine or not. */
  explainAssets(first: string, second: string): Promise<Outcome<PairExplanation>>;
}
