// Serial numbers and hardware UUIDs: one spelling each, and those that identify nothing (docs/judgement.md).

/** Serials that vendors write for none, in upper case without punctuation. */
const FILLER_SERIALS: ReadonlySet<string> = new Set([
  'TOBEFILLEDBYOEM',
  'DEFAULTSTRING',
  'SYSTEMSERIALNUMBER',
  'CHASSISSERIALNUMBER',
  'BASEBOARDSERIALNUMBER',
  'SERIALNUMBER',
  'NOTSPECIFIED',
  'NOTAVAILABLE',
  'NOTAPPLICABLE',
  'NONE',
  'NULL',
  'NA',
  'INVALID',
  'UNKNOWN',
  'EVAL',
  'OEM',
  'NOASSETTAG',
  'SYS1234567890',
  'MB1234567890',
]);
const SHORTEST_SERIAL = 4;

/** UUIDs that many machines have, without hyphens. */
const FILLER_UUIDS: ReadonlySet<string> = new Set([
  '03000200040005000006000700080009',
  '000102030405060708090a0b0c0d0e0f',
  '6ab5b300538d10149fb5b0684d007b53',
  '03d40274043505dc8506010700080009',
]);

/** A serial number in one spelling, upper case without spaces and punctuation; "" where there is none. */
export function canonicalSerial(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]+/g, '');
}

/** Whether a canonical serial identifies nothing: a vendor's filler, a run of digits, one character repeated. */
export function isFillerSerial(serial: string): boolean {
  if (serial.length < SHORTEST_SERIAL || FILLER_SERIALS.has(serial)) return true;
  return /^0?123456789\d*$/.test(serial) || /^(.)\1*$/.test(serial);
}

/**
 * A hardware UUID in one spelling whatever the byte order of its first three groups: programs read them as numbers
 * of either end first (SMBIOS 2.6, "System UUID"). 32 lower-case digits; "" where the text is no UUID.
 */
export function canonicalUuid(text: string): string {
  const digits = text.toLowerCase().replace(/[^0-9a-f]+/g, '');
  if (digits.length !== 32) return '';
  const swapped =
    reversed(digits.slice(0, 8)) +
    reversed(digits.slice(8, 12)) +
    reversed(digits.slice(12, 16)) +
    digits.slice(16);
  return digits < swapped ? digits : swapped;
}

function reversed(digits: string): string {
  return (digits.match(/../g) ?? []).reverse().join('');
}

/** Whether a canonical UUID identifies nothing: known fillers, or one byte repeated in the whole or in words. */
export function isFillerUuid(uuid: string): boolean {
  if (uuid === '' || FILLERS_IN_ONE_SPELLING.has(uuid)) return true;
  return (
    /^(..)\1{15}$/.test(uuid) ||
    /^(.{8})\1{3}$/.test(uuid) ||
    /^deadbeef/.test(uuid) ||
    /^efbeadde/.test(uuid)
  );
}

const FILLERS_IN_ONE_SPELLING: ReadonlySet<string> = new Set([...FILLER_UUIDS].map(canonicalUuid));
