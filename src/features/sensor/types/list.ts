import type { AssetIndex, EpochMilliseconds } from '../../../model/units';
import type { SensorCriterion, SensorOutcome, SensorRow } from './result';

/** The columns of the verdict list. */
export const VERDICT_COLUMNS = [
  'assetId',
  'name',
  'address',
  'lastSeen',
  'outcome',
  'criterion',
  'row',
  'with',
  'group',
] as const;
export type VerdictColumn = (typeof VERDICT_COLUMNS)[number];

/** What the person asked the verdict list to show. `null` does not narrow. */
export interface VerdictQuery {
  /** Words that must all occur somewhere in the line, without regard to case. "" shows all. */
  readonly search: string;
  readonly outcome: SensorOutcome | null;
  readonly criterion: SensorCriterion | null;
  readonly row: SensorRow | null;
  /** Only these assets: what a changed setting made merge, for instance. */
  readonly assets: Uint32Array | null;
  readonly sort: { readonly column: VerdictColumn; readonly descending: boolean } | null;
}

export const ALL_VERDICTS: VerdictQuery = {
  search: '',
  outcome: null,
  criterion: null,
  row: null,
  assets: null,
  sort: null,
};

/** One line of the verdict list. */
export interface VerdictLine {
  readonly asset: AssetIndex;
  readonly assetId: string;
  readonly name: string;
  readonly address: string;
  readonly lastSeen: EpochMilliseconds;
  readonly outcome: SensorOutcome;
  readonly criterion: SensorCriterion | null;
  readonly row: SensorRow | null;
  /** The asset it merges with, -1 for none. */
  readonly target: AssetIndex;
  readonly targetId: string;
  readonly targetName: string;
  /** Number of its passive group, from 1; 0 for none. */
  readonly group: number;
}

/** How the criteria and the judgement can disagree about a passive asset. */
export const SENSOR_DISAGREEMENTS = ['forbidden', 'doubtful', 'missed'] as const;
export type SensorDisagreement = (typeof SENSOR_DISAGREEMENTS)[number];

/**
 * Passive assets, in dataset order: those that would merge into what is held to be another machine, those that would
 * merge on evidence that is not acted upon, and those that stay separate from their own machine.
 */
export type SensorDisagreements = Readonly<Record<SensorDisagreement, Uint32Array>>;

/** What changed from one result to another over the same dataset. Asset indices, in dataset order. */
export interface SensorDifference {
  /** Merge now and did not before, and the other way round. */
  readonly more: Uint32Array;
  readonly fewer: Uint32Array;
  /** Merge before and after, with another asset or by another criterion. */
  readonly moved: Uint32Array;
  /** Passive in only one of the two, because a source changed its class. */
  readonly passiveNow: Uint32Array;
  readonly passiveBefore: Uint32Array;
}

/** A change of settings that the dataset suggests. */
export type SensorSuggestion =
  | {
      readonly kind: 'domain';
      readonly domain: string;
      /** Passive assets that would merge into a managed one and do not now. */
      readonly moreMerges: number;
      /** Separate assets that would join other passive ones. */
      readonly moreMergesPassive: number;
      readonly text: string;
    }
  | {
      readonly kind: 'exclude-hostname';
      readonly hostname: string;
      readonly assets: number;
      readonly macs: number;
      readonly ips: number;
      /** Passive assets that now merge by it. */
      readonly merging: number;
      readonly text: string;
    }
  | {
      readonly kind: 'range';
      readonly range: string;
      readonly assignment: 'static' | 'dynamic';
      /** Addresses that support it, and that speak against it. */
      readonly supporting: number;
      readonly against: number;
      /** Separate assets that only the time keeps apart there. */
      readonly outsideWindow: number;
      readonly text: string;
    };

/** How many verdicts a suggestion would change, tried on the dataset. */
export interface SuggestionEffect {
  readonly more: number;
  readonly fewer: number;
  readonly moved: number;
}

/** An address that managed or passive assets have in more than one network. */
export interface SharedAddress {
  readonly ip: string;
  readonly networks: readonly string[];
  readonly assets: number;
}

/** An entry of the exclusion list and what it does. */
export interface ExclusionEffect {
  readonly pattern: string;
  /** Distinct host names of the dataset that it covers. */
  readonly hostnames: number;
  /** Separate assets that share such a name with an asset they would otherwise merge with. */
  readonly keptApart: number;
}

/** All that the dataset says about the settings, worth most first. */
export interface SensorSuggestions {
  readonly suggestions: readonly SensorSuggestion[];
  readonly exclusions: readonly ExclusionEffect[];
  /** At most 1,000; `addressCount` says how many there are. */
  readonly addresses: readonly SharedAddress[];
  readonly addressCount: number;
}
