import type { AssetIndex, EpochMilliseconds } from '../../../model/units';
import type { SensorSettings } from './settings';

/** The criteria in the order in which they are tried. */
export const SENSOR_CRITERIA = ['correlationId', 'macAddress', 'hostname', 'ipAddress'] as const;
export type SensorCriterion = (typeof SENSOR_CRITERIA)[number];

/** What people call each criterion; the words of the page and of every report. */
export const CRITERION_LABELS: Readonly<Record<SensorCriterion, string>> = {
  correlationId: 'Correlation ID',
  macAddress: 'MAC address',
  hostname: 'Host name',
  ipAddress: 'IP address and network',
};

/** What becomes of a passive asset: folds into a managed one, into other passive ones, or stays alone. */
export const SENSOR_OUTCOMES = ['merges', 'merges-passive', 'separate'] as const;
export type SensorOutcome = (typeof SENSOR_OUTCOMES)[number];

export const OUTCOME_LABELS: Readonly<Record<SensorOutcome, string>> = {
  merges: 'Merges into a managed asset',
  'merges-passive': 'Merges with passive assets',
  separate: 'Stays separate',
};

/** The rows of the published table. */
export const SENSOR_ROWS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export type SensorRow = (typeof SENSOR_ROWS)[number];

/** One row of the published table in its own words (Qualys, "Asset De-duplication in Network Passive Sensor"). */
export interface SensorRowText {
  readonly correlationId: string;
  readonly macs: string;
  readonly ips: string;
  readonly hostnames: string;
  readonly network: string;
  readonly deduplicate: string;
}

const ANY = 'Does not matter';
const row = (texts: readonly [string, string, string, string, string, string]): SensorRowText => ({
  correlationId: texts[0],
  macs: texts[1],
  ips: texts[2],
  hostnames: texts[3],
  network: texts[4],
  deduplicate: texts[5],
});

/** The published table, word for word. */
export const ROW_TEXTS: Readonly<Record<SensorRow, SensorRowText>> = {
  R1: row(['Same', ANY, ANY, ANY, ANY, 'Yes']),
  R2: row(['N/A', 'Same', ANY, ANY, ANY, 'Yes']),
  R3: row(['N/A', 'Different', ANY, 'Same', ANY, 'Yes']),
  R4: row(['N/A', 'Different', 'Same', 'Different', 'Same', 'Yes, within IP inactivity']),
  R5: row(['N/A', 'Different', 'Same', 'Different', 'Different', 'No']),
  R6: row(['N/A', 'N/A', 'Same', 'N/A', 'Same', 'Yes, within IP inactivity']),
  R7: row(['N/A', 'N/A', 'Same', 'N/A', 'Different', 'No']),
};

/** What an asset is to the check. CAPS (Cloud Agent Passive Sensing) is passive, with rules of its own. */
export const ASSET_CLASSES = ['other', 'managed', 'passive', 'caps'] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

/** How far one criterion could be used at all in this dataset. */
export interface CriterionCoverage {
  /** Managed and passive assets that have a value for it. */
  readonly managed: number;
  readonly passive: number;
  /** False: no asset has one, so the criterion was not evaluated. */
  readonly evaluated: boolean;
  /** Which part of an export would supply it, in words. */
  readonly suppliedBy: string;
}

/** The figures above the verdicts. */
export interface SensorFigures {
  readonly managed: number;
  /** CAPS included. */
  readonly passive: number;
  readonly caps: number;
  readonly other: number;
  readonly outcomes: Readonly<Record<SensorOutcome, number>>;
  /** Passive assets that merge into a managed one, by criterion. */
  readonly merges: Readonly<Record<SensorCriterion, number>>;
  /** Passive assets that merge with passive ones, by criterion. */
  readonly mergesPassive: Readonly<Record<SensorCriterion, number>>;
  /**
   * Passive assets on each row. R5 and R7 are separate assets whose address a managed asset has, in other
   * networks only. Assets that only the time keeps off R4 and R6 are in `outsideWindow` instead.
   */
  readonly rows: Readonly<Record<SensorRow, number>>;
  /** Separate assets that share address and network with a managed one, but were not seen close enough in time. */
  readonly outsideWindow: { readonly R4: number; readonly R6: number };
  readonly passiveGroups: number;
  /** Managed or passive assets without any time at which they were last seen. */
  readonly neverSeen: number;
  readonly coverage: Readonly<Record<SensorCriterion, CriterionCoverage>>;
}

/**
 * What the check found, as columns: verdict `v` is of asset `passive[v]`, in dataset order. Stays in the
 * worker; figures, lines and details cross to the page.
 */
export interface SensorResult {
  readonly settings: SensorSettings;
  readonly figures: SensorFigures;
  /** Index into `ASSET_CLASSES`, for each asset of the dataset. */
  readonly classes: Uint8Array;
  readonly passive: Uint32Array;
  /** Index into `SENSOR_OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** Index into `SENSOR_CRITERIA` plus one; 0 is none. */
  readonly criteria: Uint8Array;
  /** Index into `SENSOR_ROWS` plus one; 0 is none. */
  readonly rows: Uint8Array;
  /**
   * `merges`: the managed asset. `merges-passive`: the first other asset of the group. `separate` on R5 or R7:
   * the managed asset with the same address in another network. Else -1.
   */
  readonly targets: Int32Array;
  /** The passive group of each verdict, -1 for none. */
  readonly groups: Int32Array;
  /** Passive group `g` owns `groupMembers[groupStops[g-1] … groupStops[g])`, asset indices in dataset order. */
  readonly groupStops: Uint32Array;
  readonly groupMembers: Uint32Array;
}

export const NEAR_MISS_KINDS = [
  'domain',
  'excluded-hostname',
  'other-network',
  'outside-window',
  'mobile',
  'caps',
  'not-evaluated',
] as const;
export type NearMissKind = (typeof NEAR_MISS_KINDS)[number];

/** One thing that keeps a separate asset from merging, and with what it would merge otherwise. */
export interface NearMiss {
  readonly kind: NearMissKind;
  readonly criterion: SensorCriterion;
  /** The asset it would merge with; -1 where nobody can know. */
  readonly candidate: AssetIndex;
  readonly candidateClass: 'managed' | 'passive' | null;
  /** The row of the table that would then hold, for a managed candidate. */
  readonly row: SensorRow | null;
  /** One or two sentences for people. */
  readonly text: string;
  /** `domain`: what to add. */
  readonly domain?: string;
  /** `excluded-hostname`: the entry of the list. */
  readonly pattern?: string;
  readonly hostname?: string;
  readonly ip?: string;
  /** `other-network`: of this asset, of the candidate. */
  readonly networks?: readonly [string, string];
  /** `outside-window`: hours between the two, and hours allowed. */
  readonly hoursApart?: number;
  readonly windowHours?: number;
}

/** How one criterion ended between two assets. */
export type StepEnding =
  | 'same'
  | 'different'
  | 'not-available'
  | 'excluded'
  | 'mobile'
  | 'same-sensor'
  | 'other-network'
  | 'outside-window'
  | 'not-evaluated'
  | 'not-applicable'
  | 'not-reached';

/** One criterion, tried. */
export interface CriterionStep {
  readonly criterion: SensorCriterion;
  readonly ending: StepEnding;
  /** Whether this step decided that the two are one device. */
  readonly decides: boolean;
  /** What happened, in words. */
  readonly text: string;
  /** The values of the passive asset and of the other one, readable. */
  readonly values: readonly string[];
  readonly otherValues: readonly string[];
  /** Values that both have. */
  readonly shared: readonly string[];
  /** Our own choices where the published text leaves one, that this step made use of. */
  readonly defaults: readonly string[];
  /** Managed assets of the dataset that share a value of this criterion; counted up to 1,000. */
  readonly candidates: number;
}

/** One asset as the check sees it. */
export interface SensorRecord {
  readonly asset: AssetIndex;
  readonly assetId: string;
  readonly title: string;
  readonly assetClass: AssetClass;
  readonly sources: readonly string[];
  readonly correlationIds: readonly string[];
  readonly macs: readonly string[];
  readonly hostnames: readonly string[];
  /** Each address with its network and how it is given out. */
  readonly addresses: readonly SensorAddress[];
  readonly sensors: readonly string[];
  readonly lastSeen: EpochMilliseconds;
  readonly mobile: boolean;
}

export interface SensorAddress {
  readonly ip: string;
  readonly network: string;
  /** Where the network comes from, in words. */
  readonly networkFrom: string;
  readonly assignment: 'static' | 'dynamic';
  /** Where the assignment comes from, in words. */
  readonly assignmentFrom: string;
  /** Hours; `null` for static. */
  readonly windowHours: number | null;
}

/** A published reason why two records that should be one are still two. */
export interface StillSeparate {
  readonly reason: 'next-report' | 'no-mac' | 'unauthenticated-scan' | 'apart' | 'settings' | 'backlog';
  /** What the data says about it, in words. */
  readonly text: string;
  /** False: possible, but an export cannot show it. */
  readonly seenInData: boolean;
}

/** Everything about one verdict. */
export interface VerdictDetail {
  readonly asset: SensorRecord;
  /** The asset it merges with, or the one that comes nearest; `null` if nothing comes near. */
  readonly other: SensorRecord | null;
  readonly outcome: SensorOutcome;
  readonly criterion: SensorCriterion | null;
  readonly row: SensorRow | null;
  /** One sentence: what the criteria say of this asset. */
  readonly text: string;
  readonly steps: readonly CriterionStep[];
  readonly stillSeparate: readonly StillSeparate[];
  readonly nearMisses: readonly NearMiss[];
  /** The members of its passive group, at most 100; the whole size beside it. */
  readonly group: {
    readonly id: number;
    readonly size: number;
    readonly assets: readonly AssetIndex[];
  } | null;
}
