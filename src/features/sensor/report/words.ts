import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';
import { counted } from '../../../wording/counts';
import { HOUR } from '../read/assignment';

/** "asset 4711", as every sentence of the check names one. */
export function assetWords(dataset: Dataset, asset: AssetIndex): string {
  return `asset ${textAt(dataset.columns.assetId, asset)}`;
}

/** Hours with at most one decimal. */
export function hoursOf(milliseconds: number): number {
  return Math.round((milliseconds / HOUR) * 10) / 10;
}

/** "1 hour", "1,234.5 hours"; below six minutes in minutes, so that nothing reads as 0 hours. */
export function hourWords(milliseconds: number): string {
  const hours = hoursOf(milliseconds);
  if (hours === 0 && milliseconds > 0) return `${Math.max(1, Math.round(milliseconds / 60_000))} minutes`;
  return counted(hours, 'hour');
}

/** Where the way an address is given out comes from. */
export function assignmentWords(range: string | null, assignment: string, lease: boolean): string {
  if (range === null) return 'in no range, so dynamic, Doublet’s assumption: IP inactivity period';
  if (assignment === 'static') return `static range ${range}`;
  return `dynamic range ${range}: ${lease ? 'its lease period' : 'IP inactivity period, no lease is known'}`;
}
