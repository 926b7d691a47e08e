import type { IgnoredEntry } from '../model/settings';
import { canonicalName } from './hostname';
import { parseIp } from './ip-address';
import { parseRange } from './ip-range';
import { parseMac } from './mac';
import { parseMacPattern } from './mac-pattern';
import { parseNamePattern } from './name-pattern';

/** Whether an entry of the list of ignored values names this value, on or off; `false` where either cannot be read. */
export function coversValue({ field, pattern }: IgnoredEntry, value: string): boolean {
  if (field === 'macAddress') {
    const reading = parseMacPattern(pattern);
    const mac = parseMac(value);
    return reading.ok && mac !== null && reading.pattern.matches(mac);
  }
  if (field === 'ipv4Address') {
    const reading = parseRange(pattern);
    const ip = parseIp(value);
    return reading.ok && ip !== null && reading.range.contains(ip);
  }
  const reading = parseNamePattern(pattern);
  return reading.ok && reading.pattern.matches(canonicalName(value));
}
