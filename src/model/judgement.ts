import type { AssetIndex, ClusterIndex, EpochMilliseconds } from './units';

/** Verdicts of a pair, from the worst to the best (docs/judgement.md, "Verdict of a pair"). */
export const PAIR_VERDICTS = ['conflict', 'none', 'weak', 'likely', 'strong'] as const;
export type PairVerdict = (typeof PAIR_VERDICTS)[number];

/** How surely a machine's records are one; that of its weakest needed link. */
export type Strength = 'strong' | 'likely' | 'weak';

export type OneMachineCause =
  | 'agentAndScanNotMerged'
  | 'agentAndConnectorNotMerged'
  | 'connectorRecord'
  | 'passiveNotYetMerged'
  | 'severalInterfaces'
  | 'reimaged'
  | 'agentReinstalled'
  | 'agentReprovisioned'
  | 'renamed'
  | 'addressChanged'
  | 'randomMac'
  | 'severalOperatingSystems'
  | 'externalTwin'
  | 'unclear';

export type ApartCause =
  | 'sharedAdapter'
  | 'clonedImage'
  | 'replica'
  | 'containerSharesHost'
  | 'partitionSharesFrame'
  | 'placeholderIdentifier'
  | 'defaultName'
  | 'sameShortName'
  | 'truncatedName'
  | 'reusedName'
  | 'replacedInstance'
  | 'addressReused'
  | 'homeNetworkAddress'
  | 'overlappingNetworks'
  | 'clusterAddress'
  | 'managementController'
  | 'phantomHost'
  | 'routerMac'
  | 'externalTwin'
  | 'unclear';

export type HiddenCause =
  | 'identityCollision'
  | 'overMergedRecord'
  | 'diskMoved'
  | 'boardReplaced'
  | 'severalSubscriptions';
export type ImportCause = 'severalSubscriptions' | 'repeatedRecord';
export type CauseId = OneMachineCause | ApartCause | HiddenCause | ImportCause;

/** What two records may agree or disagree in; each is a row of the published table of weights. */
export type EvidenceKind =
  | 'agentId'
  | 'cloudInstanceId'
  | 'hardwareUuid'
  | 'serial'
  | 'macAddress'
  | 'macInIpv6'
  | 'dnsName'
  | 'hostName'
  | 'shortName'
  | 'address'
  | 'interfaceAddress'
  | 'network'
  | 'operatingSystem'
  | 'time';

/** One thing that speaks for or against two records being one machine. */
export interface EvidenceItem {
  readonly kind: EvidenceKind;
  /** Row of the table of weights: `macAddress.suspect`. */
  readonly rule: string;
  /** Points; negative ones speak against. */
  readonly weight: number;
  /** It forbids that the two are one, whatever else agrees. */
  readonly veto: boolean;
  /** The value of each record as people read it. */
  readonly values: readonly [string, string];
  /** How many assets share the value; 0 where the two differ. */
  readonly shared: number;
  /** One sentence. */
  readonly says: string;
}

/** Everything that speaks for and against a pair, and what it comes to. */
export interface PairEvidence {
  readonly assets: readonly [AssetIndex, AssetIndex];
  readonly assetIds: readonly [string, string];
  readonly titles: readonly [string, string];
  readonly items: readonly EvidenceItem[];
  readonly sum: number;
  readonly verdict: PairVerdict;
}

/** A machine with more than one record. */
export interface Machine {
  readonly id: number;
  readonly cluster: ClusterIndex | null;
  /** In dataset order. */
  readonly assets: readonly AssetIndex[];
  readonly strength: Strength;
  readonly cause: OneMachineCause;
  /** `null` where nothing should be kept or listed. */
  readonly keep: AssetIndex | null;
  readonly keepReason: string;
  readonly redundant: readonly AssetIndex[];
  readonly warnings: readonly string[];
}

/** Assets that share a value and were judged to be different machines, one of each. */
export interface Apart {
  readonly assets: readonly AssetIndex[];
  /** Assets beyond the hundred that are named. */
  readonly more: number;
  readonly cause: ApartCause;
  readonly shares: readonly EvidenceKind[];
  readonly value: string;
  readonly against: readonly EvidenceKind[];
}

/** A record that describes several machines or states of one, or whose ID does. */
export interface Hidden {
  readonly asset: AssetIndex;
  readonly cause: HiddenCause;
  readonly why: string;
}

/** What import made of records with one asset ID. */
export interface AtImport {
  readonly cause: ImportCause;
  /** Asset IDs kept apart; records that repeat another. */
  readonly count: number;
}

/** A value whose holders are plainly different machines, though no list knows it. */
export interface SuspectValue {
  readonly field: 'macAddress' | 'name' | 'ipv4Address' | 'serial' | 'hardwareUuid' | 'agentId';
  readonly value: string;
  readonly assets: number;
  readonly reason: string;
}

/** Figures of a judgement; each is the length of a list. */
export interface JudgementFigures {
  /** Machines with more than one record, strong or likely. */
  readonly machines: number;
  readonly records: number;
  readonly redundant: number;
  /** Weak sets, for a look. */
  readonly weak: number;
  /** Values shared by different machines. */
  readonly apart: number;
  readonly stale: number;
  readonly replaced: number;
  readonly hidden: number;
  readonly byCause: readonly {
    readonly cause: OneMachineCause;
    readonly machines: number;
    readonly redundant: number;
  }[];
  readonly apartByCause: readonly { readonly cause: ApartCause; readonly values: number }[];
}

/** What the judgement of a dataset came to. */
export interface Judgement {
  readonly asOf: EpochMilliseconds;
  readonly machines: readonly Machine[];
  readonly apart: readonly Apart[];
  readonly hidden: readonly Hidden[];
  readonly atImport: readonly AtImport[];
  readonly suspects: readonly SuspectValue[];
  /** Silent for long; not duplicates. */
  readonly stale: readonly AssetIndex[];
  /** Records of machines that another one has taken the place of; not duplicates. */
  readonly replaced: readonly AssetIndex[];
  /** Index into `machines` for each asset, -1 for none. */
  readonly machineOfAsset: Int32Array;
  readonly figures: JudgementFigures;
}

/** What people read of a cause. */
export interface CauseText {
  readonly id: CauseId;
  readonly title: string;
  /** What it is, in a sentence. */
  readonly sentence: string;
  /** What to do on Qualys's side. */
  readonly action: string;
  readonly warnings?: readonly string[];
}
