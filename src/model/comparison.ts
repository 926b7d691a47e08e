import type { FieldId } from './field';
import type { RuleId } from './rule';
import type { AssetIndex, ClusterIndex, EpochMilliseconds, GroupIndex } from './units';

/** One field of one asset, readable: each value a text. */
export interface FieldValue {
  readonly values: readonly string[];
  /** For fields of kind `time`, so that the page can format it. */
  readonly time?: EpochMilliseconds;
  /** For `sources`, parallel to `values`. */
  readonly created?: readonly EpochMilliseconds[];
  readonly lastUpdated?: readonly EpochMilliseconds[];
}

/** One asset, whole. */
export interface AssetRecord {
  readonly asset: AssetIndex;
  readonly assetId: string;
  readonly title: string;
  readonly fields: Readonly<Partial<Record<FieldId, FieldValue>>>;
  /** Where the record stands: file, byte and length, if known. */
  readonly origin?: { readonly file: string; readonly byte: number; readonly length: number };
  readonly cluster: ClusterIndex | null;
  /** Where a group is compared: the values that another of its assets has too, and that therefore match. */
  readonly matched?: Readonly<Partial<Record<FieldId, readonly string[]>>>;
  readonly groups: readonly (Tie & { readonly why: string })[];
}

/** A group as a comparison names it: its value as people write it, and how many assets share it. */
export interface Tie {
  readonly group: GroupIndex;
  readonly rule: RuleId;
  readonly value: string;
  readonly size: number;
}

/**
 * How a field stands among the compared assets: all the same, some values in common, none in common, or only
 * some assets have it. A difference is marked by word and sign, never only by colour.
 */
export type Agreement = 'same' | 'partly' | 'different' | 'incomplete';

/** Several assets next to each other: fields are rows. */
export interface Comparison {
  readonly assets: readonly AssetRecord[];
  readonly agreement: Readonly<Partial<Record<FieldId, Agreement>>>;
  /** Assets that belong here but are not among `assets`, because the list is long. */
  readonly more: number;
  /** Where a cluster is compared: the groups that join it, the largest first, and how many more there are. */
  readonly ties?: { readonly groups: readonly Tie[]; readonly more: number };
}
