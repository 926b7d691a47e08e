import type { EpochMilliseconds } from './units';

/** What was handed over to whoever acts in Qualys, as the list shows it. */
export interface HandOverSummary {
  readonly id: string;
  readonly at: EpochMilliseconds;
  readonly fileName: string;
  /** The dataset that it was made from; it may be deleted since. */
  readonly dataset: { readonly id: string; readonly name: string; readonly importedAt: EpochMilliseconds };
  readonly records: number;
}

/**
 * A hand-over as it is remembered, so that a later export or a result file can be compared with it when its dataset
 * is gone. Entry `i` of each list is one record.
 */
export interface HandOver {
  readonly summary: HandOverSummary;
  readonly assetIds: readonly string[];
  /** "" where the asset has none. */
  readonly hostIds: readonly string[];
  /** The record that was kept in its place. */
  readonly survivors: readonly string[];
  /** Values by which a record is known again, as hashes: `IDENTITY_KINDS` of them for each record, 0 for none. */
  readonly identities: Float64Array;
  /** Hashes of all asset ids of the dataset, ascending: what is not among them is new since. */
  readonly known: Float64Array;
}
