import type { EpochMilliseconds } from './units';

export type PlainKind = 'text' | 'number' | 'time';
/** `time` as `EpochMilliseconds`; `null` is an empty cell. */
export type PlainCell = string | number | EpochMilliseconds | null;

/** A sheet that one part makes and `report` writes: columns, and rows that are made as they are read. */
export interface PlainSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly kind: PlainKind }[];
  rows(): Iterable<readonly PlainCell[]>;
  readonly rowCount: number;
}
