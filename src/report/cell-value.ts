import type { EpochMilliseconds } from '../model/units';

/**
 * What a cell of a report holds: text, a whole number, a time, a share in percent with one decimal, a
 * sentence that may run on beyond its cell, or nothing.
 */
export type CellValue =
  | string
  | number
  | null
  | { readonly time: EpochMilliseconds }
  | { readonly percent: number }
  | { readonly note: string };
