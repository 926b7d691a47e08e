import { parseIp } from '../../identifiers/ip-address';
import { NO_MAC, parseMacBytes } from '../../identifiers/mac';
import { encodeText } from '../../model/text';
import { isPlaceholder, plainCell } from './cell-text';

/** What the cells of a column have in common, where they are all of one kind that identifies an asset. */
export type ContentKind = 'mac' | 'ipv4' | 'ipv6' | 'fqdn';

/** So many of the cells with a value have to be of the kind. */
const SHARE = 0.9;
const SEPARATORS = /[,;|\s]+/;
const FQDN =
  /^(?=.{4,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.[a-z][a-z0-9-]*[a-z]$/i;

/** What a column's cells look like, from a sample of them; `null` where they are of no kind or of several. */
export function contentKind(cells: readonly string[]): ContentKind | null {
  const values = cells.map(plainCell).filter((text) => text !== '' && !isPlaceholder(text));
  if (values.length === 0) return null;
  const kinds = values.map(kindOfCell);
  for (const kind of ['mac', 'ipv4', 'ipv6', 'fqdn'] as const) {
    if (kinds.filter((one) => one === kind).length >= values.length * SHARE) return kind;
  }
  return null;
}

/** The kind of a cell's first value; a cell may hold several. */
function kindOfCell(text: string): ContentKind | null {
  const first = text.split(SEPARATORS)[0]!;
  if (isMacText(first)) return 'mac';
  const ip = parseIp(first);
  if (ip !== null) return first.includes(':') ? 'ipv6' : 'ipv4';
  return FQDN.test(first) ? 'fqdn' : null;
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
