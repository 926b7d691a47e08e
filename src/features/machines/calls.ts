import type { Comparison } from '../../model/comparison';
import type {
  CauseId,
  CauseText,
  JudgementFigures,
  Machine,
  PairEvidence,
  Strength,
  SuspectValue,
} from '../../model/judgement';
import type { Outcome } from '../../model/outcome';
import type { AssetIndex } from '../../model/units';
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
  readonly comparison: Comparison;
  /** What ties or parts its records: for a machine the pairs that hold it together, at most twenty. */
  readonly evidence: readonly PairEvidence[];
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
  /** Why two assets, named by id, are one machine or not. */
  explainAssets(first: string, second: string): Promise<Outcome<PairExplanation>>;
}
