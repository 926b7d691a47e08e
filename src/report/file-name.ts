import type { DatasetHeader } from '../model/dataset';
import type { EpochMilliseconds } from '../model/units';

/** Most file systems end at 255 bytes; the rest of the name needs about 40. */
const LONGEST_USER = 60;

/**
 * `duplicate_assets_YYYYMMDD_HHMMSS.xlsx`, local time; for Gateway data with the platform and the user name
 * after `duplicate_assets_` (contract: "On the page"). `stem` takes the place of `duplicate_assets`.
 */
export function reportFileName(
  header: Pick<DatasetHeader, 'gateway'>,
  madeAt: EpochMilliseconds,
  extension: string,
  stem = 'duplicate_assets',
): string {
  const origin = header.gateway ? [header.gateway.platform, header.gateway.userName].map(fileNameSafe) : [];
  const parts = [stem, ...origin.filter((part) => part !== ''), timestamp(new Date(madeAt))];
  return `${parts.join('_')}.${extension}`;
}

/** `duplicate_assets_YYYYMMDD_HHMMSS_redacted.xlsx`, local time, without platform and user name. */
export function redactedFileName(
  madeAt: EpochMilliseconds,
  extension: string,
  stem = 'duplicate_assets',
): string {
  return `${stem}_${timestamp(new Date(madeAt))}_redacted.${extension}`;
}

function timestamp(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())];
  return `${date.join('')}_${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('')}`;
}

/** Letters, digits, `.`, `-` and `_` only, and no dot at either end: safe on every file system. */
function fileNameSafe(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, LONGEST_USER)
    .replace(/^[.-]+|[.-]+$/g, '');
}
