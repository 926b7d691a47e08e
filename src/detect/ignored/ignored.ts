import { canonicalDnsName, canonicalName } from '../../identifiers/hostname';
import { type IpAddress, parseIp } from '../../identifiers/ip-address';
import { parseRange } from '../../identifiers/ip-range';
import { parseMacPattern } from '../../identifiers/mac-pattern';
import { parseNamePattern } from '../../identifiers/name-pattern';
import { RULES, type RuleId } from '../../model/rule';
import type { DetectionSettings, IgnoredEntry } from '../../model/settings';
import { encodeText } from '../../model/text';
import { hashBytes, wordsOf } from '../equal-values/hash';
import type { IgnoredTests } from '../keys/key-source';

/**
 * The list of ignored values, ready for one rule. Looking a value up costs a string, so each key is first
 * checked roughly, by its hash, its vendor or its first byte: `suspicion` never misses a value on the list.
 */
export interface IgnoredList {
  /** Why the canonical value is kept out, `null` if it counts. */
  reasonFor(value: string): string | null;
  readonly suspicion: IgnoredTests;
}

const NOTHING: IgnoredList = {
  reasonFor: () => null,
  suspicion: { mac: null, address: null, alert: () => undefined },
};

/** Prepares the list for a rule. Entries that are off or unreadable (settings are checked before) do nothing. */
export function ignoredFor(rule: RuleId, settings: DetectionSettings): IgnoredList {
  const { ignored: field, form } = RULES[rule];
  const entries = settings.ignored.filter((entry) => entry.enabled && entry.field === field);
  if (settings.matchExactly || entries.length === 0) return NOTHING;
  if (field === 'macAddress') return ignoredMacs(entries);
  if (field === 'ipv4Address') return ignoredAddresses(entries);
  return ignoredNames(entries, form === 'dnsName' ? canonicalDnsName : canonicalName);
}

function ignoredNames(entries: readonly IgnoredEntry[], canonical: typeof canonicalName): IgnoredList {
  const exact = new Map<string, string>();
  const wide: { matches(name: string): boolean; reason: string }[] = [];
  for (const { pattern: text, reason } of entries) {
    const reading = parseNamePattern(text, canonical);
    if (!reading.ok) continue;
    const { pattern } = reading;
    if (pattern.exact === null) wide.push({ matches: pattern.matches, reason });
    else if (!exact.has(pattern.exact)) exact.set(pattern.exact, reason);
  }
  return {
    reasonFor: (value) => exact.get(value) ?? wide.find(({ matches }) => matches(value))?.reason ?? null,
    suspicion: {
      mac: null,
      address: null,
      alert: (ignoreFilter, hasher) => {
        if (wide.length > 0) ignoreFilter.addAll();
        for (const name of exact.keys()) {
          const bytes = encodeText(name);
          ignoreFilter.add(hashBytes(hasher, wordsOf(bytes), 0, bytes.length, false));
        }
      },
    },
  };
}

function ignoredMacs(entries: readonly IgnoredEntry[]): IgnoredList {
  // By the vendor's three bytes, folded into 4,096 slots.
  const vendors = new Uint8Array(4096);
  const patterns: { matches(mac: number): boolean; reason: string }[] = [];
  for (const { pattern: text, reason } of entries) {
    const reading = parseMacPattern(text);
    if (!reading.ok) continue;
    const { vendor, matches } = reading.pattern;
    if (vendor === 'none') continue;
    patterns.push({ matches, reason });
    if (vendor === 'any') vendors.fill(1);
    else vendors[vendor & 4095] = 1;
  }
  return {
    reasonFor: (value) => {
      const mac = Number.parseInt(value, 16);
      return patterns.find(({ matches }) => matches(mac))?.reason ?? null;
    },
    suspicion: {
      mac: (mac) => vendors[(mac / 0x1000000) & 4095] === 1,
      address: null,
      alert: () => undefined,
    },
  };
}

function ignoredAddresses(entries: readonly IgnoredEntry[]): IgnoredList {
  const ranges: { contains(ip: IpAddress): boolean; reason: string }[] = [];
  // By the first number: of IPv4 up to 255, of IPv6 (four digits, up to 65,535) after those.
  const firstNumbers = new Uint8Array(256 + 65536);
  for (const { pattern, reason } of entries) {
    const reading = parseRange(pattern);
    if (!reading.ok) continue;
    const { first, last, contains } = reading.range;
    ranges.push({ contains, reason });
    if (first.version === 4 && last.version === 4) {
      firstNumbers.fill(1, first.value >>> 24, (last.value >>> 24) + 1);
      // The same addresses in IPv6's notation, `::ffff:10.0.0.1`, begin with 0.
      firstNumbers[256] = 1;
    } else if (first.version === 6 && last.version === 6) {
      firstNumbers.fill(1, 256 + first.parts[0]!, 257 + last.parts[0]!);
    }
  }
  const beginnings = beginningsOf(firstNumbers);
  return {
    reasonFor: (value) => {
      const ip = parseIp(value);
      if (ip === null) return holdsAddress(value) ? null : NO_ADDRESS;
      return ranges.find(({ contains }) => contains(ip))?.reason ?? null;
    },
    suspicion: {
      mac: null,
      address: (bytes, start, end) =>
        maybeNoAddress(bytes, start, end) ||
        ((end - start < 2 || beginnings[bytes[start]! | (bytes[start + 1]! << 8)] === 1) &&
          maybeAddress(bytes, start, end, firstNumbers)),
      alert: () => undefined,
    },
  };
}

const NO_ADDRESS = 'Not an IP address';

/** Whether one of several values in a text is an address. */
function holdsAddress(value: string): boolean {
  return value.split(/[\s,;]+/).some((part) => parseIp(part) !== null);
}

/** A first look, which misses none: all but four numbers up to 255 without leading zeros may be no address. */
function maybeNoAddress(bytes: Uint8Array, start: number, end: number): boolean {
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits > 0 && part === 0) return true;
      part = part * 10 + digit;
      digits++;
      if (part > 255) return true;
    } else {
      if (digit !== -2 || digits === 0) return true;
      dots++;
      part = 0;
      digits = 0;
    }
  }
  return dots !== 3 || digits === 0;
}

/**
 * The first two bytes with which an address may begin whose first number is marked; most addresses are ruled out by
 * these alone.
 */
function beginningsOf(firstNumbers: Uint8Array): Uint8Array {
  const beginnings = new Uint8Array(65536);
  const add = (digits: string, end: string) => {
    const text = `${digits}${end}`;
    for (const first of [text.charCodeAt(0), text.toUpperCase().charCodeAt(0)])
      for (const second of [text.charCodeAt(1), text.toUpperCase().charCodeAt(1)])
        beginnings[first | (second << 8)] = 1;
  };
  firstNumbers.forEach((marked, number) => {
    if (marked === 0) return;
    const digits = number < 256 ? String(number) : (number - 256).toString(16);
    for (let length = digits.length; length <= 4; length++)
      add(digits.padStart(length, '0'), number < 256 ? '.' : ':');
  });
  // With no digit in front of it, the first number is 0, whatever follows.
  for (let second = 0; second < 256; second++) {
    if (firstNumbers[0] === 1) beginnings[0x2e | (second << 8)] = 1;
    if (firstNumbers[256] === 1) beginnings[0x3a | (second << 8)] = 1;
  }
  return beginnings;
}

function maybeAddress(bytes: Uint8Array, start: number, end: number, firstNumbers: Uint8Array): boolean {
  let decimal = 0;
  let hexadecimal = 0;
  for (let at = start; at < end && at < start + 5; at++) {
    const byte = bytes[at]!;
    if (byte === 0x2e) return decimal < 256 && firstNumbers[decimal] === 1;
    if (byte === 0x3a) return firstNumbers[256 + hexadecimal] === 1;
    const digit = byte < 58 ? byte - 48 : (byte | 32) - 87;
    if (digit < 0 || digit > 15) return false;
    decimal = decimal * 10 + digit;
    hexadecimal = hexadecimal * 16 + digit;
  }
  return false;
}
