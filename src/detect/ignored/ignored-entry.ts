import { parseRange } from '../../identifiers/ip-range';
import { parseMacPattern } from '../../identifiers/mac-pattern';
import { parseNamePattern } from '../../identifiers/name-pattern';
import type { IgnoredEntry } from '../../model/settings';

/** What is wrong with the pattern of an entry of the ignored list, one sentence; `null` if it can be used. */
export function patternFault(field: IgnoredEntry['field'], pattern: string): string | null {
  const reading =
    field === 'name'
      ? parseNamePattern(pattern)
      : field === 'macAddress'
        ? parseMacPattern(pattern)
        : parseRange(pattern);
  return reading.ok ? null : reading.fault;
}
