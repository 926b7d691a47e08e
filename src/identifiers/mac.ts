import { macDigits } from '../model/columns';
import type { MacNumber } from '../model/units';

/** What the parsers answer for text that is no MAC address of 48 bits. */
export const NO_MAC = -1;

/**
 * Value of each byte as a hexadecimal digit; 16 for the separators `: - .`, 17 for everything else. A table of
 * 256 entries, because an import asks it tens of millions of times.
 */
const DIGITS = new Uint8Array(256).fill(17);
for (const [index, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = index;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = index;
}
for (const separator of ':-.') DIGITS[separator.charCodeAt(0)] = 16;

/**
 * Reads one MAC address from bytes without spaces around it: `aa:bb:cc:dd:ee:ff`, `aa-bb-…`, `aabb.ccdd.eeff`,
 * `aabbcc-ddeeff` or twelve digits, upper or lower case; a group's leading zero may be missing where there are
 * six groups (`0:1c:…`, as Solaris writes). `NO_MAC` for all else, addresses of eight bytes included.
 */
export function parseMacBytes(bytes: Uint8Array, start: number, end: number): MacNumber {
  const length = end - start;
  if (length < 11 || length > 17) return NO_MAC;
  let high = 0;
  let low = 0;
  let digits = 0;
  let separator = 0;
  if (length === 17) {
    const mac = parsePairs(bytes, start);
    if (mac !== NO_MAC) return mac;
  }
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const digit = DIGITS[byte]!;
    if (digit < 16) {
      if (digits < 6) high = high * 16 + digit;
      else low = low * 16 + digit;
      digits++;
    } else if (digit === 16 && (separator === 0 || separator === byte)) {
      separator = byte;
    } else {
      return NO_MAC;
    }
  }
  if (separator === 0) return digits === 12 && length === 12 ? high * 0x1000000 + low : NO_MAC;
  return digits === 12 && evenlyGrouped(bytes, start, end, separator)
    ? high * 0x1000000 + low
    : parseShortGroups(bytes, start, end, separator);
}

/** Six pairs of digits with the same separator between them, as nearly all are written: no loop. */
function parsePairs(bytes: Uint8Array, at: number): MacNumber {
  const separator = bytes[at + 2]!;
  if (DIGITS[separator] !== 16) return NO_MAC;
  const even =
    bytes[at + 5] === separator &&
    bytes[at + 8] === separator &&
    bytes[at + 11] === separator &&
    bytes[at + 14] === separator;
  if (!even) return NO_MAC;
  const high = (pair(bytes, at) << 16) | (pair(bytes, at + 3) << 8) | pair(bytes, at + 6);
  const low = (pair(bytes, at + 9) << 16) | (pair(bytes, at + 12) << 8) | pair(bytes, at + 15);
  return high < 0 || low < 0 ? NO_MAC : high * 0x1000000 + low;
}

/** The byte that two digits make; negative if one of them is none. */
function pair(bytes: Uint8Array, at: number): number {
  const first = DIGITS[bytes[at]!]!;
  const second = DIGITS[bytes[at + 1]!]!;
  return first < 16 && second < 16 ? (first << 4) | second : -1;
}

/** Whether the separators stand every two, four or six digits, and nowhere else. */
function evenlyGrouped(bytes: Uint8Array, start: number, end: number, separator: number): boolean {
  const length = end - start;
  const group = length === 17 ? 2 : length === 14 ? 4 : length === 13 ? 6 : 0;
  if (group === 0) return false;
  for (let at = start; at < end; at++) {
    const due = (at - start) % (group + 1) === group;
    if (due !== (bytes[at] === separator)) return false;
  }
  return true;
}

/** Six groups of one or two digits. */
function parseShortGroups(bytes: Uint8Array, start: number, end: number, separator: number): MacNumber {
  let mac = 0;
  let groups = 0;
  let group = 0;
  let digits = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] !== separator) {
      group = group * 16 + DIGITS[bytes[at]!]!;
      digits++;
      continue;
    }
    if (digits === 0 || digits > 2) return NO_MAC;
    mac = mac * 256 + group;
    groups++;
    group = 0;
    digits = 0;
  }
  return groups === 6 ? mac : NO_MAC;
}

/** Reads one MAC address from text, spaces around it allowed; `null` if it is none of 48 bits. */
export function parseMac(text: string): MacNumber | null {
  const trimmed = text.trim();
  const bytes = new Uint8Array(trimmed.length);
  for (let at = 0; at < trimmed.length; at++) {
    const code = trimmed.charCodeAt(at);
    if (code > 127) return null;
    bytes[at] = code;
  }
  const mac = parseMacBytes(bytes, 0, bytes.length);
  return mac === NO_MAC ? null : mac;
}

/** Six pairs of lower-case digits with colons, as people read MAC addresses. */
export function formatMac(mac: MacNumber): string {
  return macDigits(mac).replace(/(..)(?!$)/g, '$1:');
}
