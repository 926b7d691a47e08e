import { parseIp } from '../../identifiers/ip-address';
import { NO_MAC, parseMacBytes } from '../../identifiers/mac';
import { isPlaceholder } from '../../identifiers/placeholder';
import { encodeText } from '../../model/text';
import { NO_TIME, parseTime } from '../time';
import { hasLostDigits, wholeId } from './asset-id-cell';
import { plainCell } from './cell-text';
import { timeOfCell } from './cell-times';

/** What the cells of a column have in common, where they are all of one kind. */
export type ContentKind = 'mac' | 'ipv4' | 'ipv6' | 'fqdn' | 'time' | 'number' | 'name';

/** So many of the cells with a value have to be of the kind. */
const SHARE = 0.9;
/** Names and numbers differ from row to row; what repeats more is a domain, a site, a version. */
const DISTINCT_SHARE = 0.6;
const NEEDS_DISTINCT: ReadonlySet<ContentKind> = new Set<ContentKind>(['fqdn', 'number', 'name']);
const KINDS: readonly ContentKind[] = ['mac', 'ipv4', 'ipv6', 'time', 'number', 'fqdn', 'name'];
const SEPARATORS = /[,;|\s]+/;
const FQDN =
  /^(?=.{4,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.[a-z][a-z0-9-]*[a-z]$/i;
const BARE_MAC = /^[\da-f]{12}$/i;
const NUMBER = /^\d{6,20}$/;
/** Epoch seconds or milliseconds from 2001 to 2033. */
const EPOCH = /^1\d{9}(\d{3})?$/;
/** A host's name without a domain: letters with a digit or a hyphen among them, no word of prose. */
const HOST = /^(?=.{2,63}$)(?=.*[a-z])(?=.*[\d_-])[a-z0-9_]+(-+[a-z0-9_]+)*$/i;
const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

/** What a column's cells look like, from a sample of them; `null` where they are of no kind or of several. */
export function contentKind(cells: readonly string[]): ContentKind | null {
  const values = cells.map(plainCell).filter((text) => text !== '' && !isPlaceholder(text));
  if (values.length === 0) return null;
  if (values.every((text) => BARE_MAC.test(text)) && values.some((text) => /[a-f]/i.test(text))) return 'mac';
  const kinds = values.map(kindOfCell);
  const kind = KINDS.find((one) => kinds.filter((other) => other === one).length >= values.length * SHARE);
  if (kind === undefined) return null;
  // Numbers that have lost their digits look alike.
  const whole = values.filter((text) => !hasLostDigits(text));
  const areDistinct = new Set(whole).size >= whole.length * DISTINCT_SHARE;
  return NEEDS_DISTINCT.has(kind) && !areDistinct ? null : kind;
}

/** The kind of a cell's first value; a cell may hold several. */
function kindOfCell(text: string): ContentKind | null {
  const first = text.split(SEPARATORS)[0]!;
  if (isMacText(first)) return 'mac';
  const ip = parseIp(first);
  if (ip !== null) return first.includes(':') ? 'ipv6' : 'ipv4';
  if (hasLostDigits(text)) return 'number';
  const number = wholeId(text);
  if (NUMBER.test(number)) return EPOCH.test(number) ? 'time' : 'number';
  if (FQDN.test(first)) return 'fqdn';
  if (HOST.test(text)) return UUID.test(text) ? null : 'name';
  return isTime(text) ? 'time' : null;
}

/** Whether the text is a date; numbers alone are not. */
function isTime(text: string): boolean {
  if (!/\d/.test(text) || /^[\d.,\s]+$/.test(text.replace(/^\d{1,2}\.\d{1,2}\.\d{2,4}/, 'date')))
    return false;
  const time = parseTime(timeOfCell(text, null));
  return !Number.isNaN(time) && time !== NO_TIME;
}

/** Whether the text is one MAC address in a notation with separators. */
export function isMacText(text: string): boolean {
  if (!/^[0-9a-f]{2}([:-][0-9a-f]{2}){5,7}$|^[0-9a-f]{4}(\.[0-9a-f]{4}){2}$/i.test(text)) return false;
  const bytes = encodeText(text);
  return parseMacBytes(bytes, 0, bytes.length) !== NO_MAC;
}

/** Whether the text begins with an IP address. */
export function looksLikeIp(text: string): boolean {
  return parseIp(text.split(SEPARATORS)[0]!) !== null;
}
