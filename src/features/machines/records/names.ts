import { canonicalName } from '../../../identifiers/hostname';
import { hashOfBytes, hashOfText } from '../../../identifiers/value-hash';
import type { TextColumn } from '../../../model/columns';
import { decodeText } from '../../../model/text';
import { ipv4OfBytes } from './ipv4-bytes';

/** A name as it is compared: hashes of the whole and of its first label. One object serves for all records. */
export interface ComparedName {
  whole: number;
  short: number;
  /** With a domain. */
  isFull: boolean;
  /** In characters. */
  length: number;
}

/** An empty name, to be filled by `readName`. */
export function blankName(): ComparedName {
  return { whole: 0, short: 0, isFull: false, length: 0 };
}

const DOT = 46;
const COLON = 58;
/** Placeholders are short, and begin with one of these: ' - n u (. */
const LONGEST_PLACEHOLDER = 24;
const PLACEHOLDER = /^('?-|n\/a|null|none|unknown|\(none\)|not (available|specified|identified)|no .*name)$/;

/** Reads the asset's name in the column; `null` where there is none: an address or a placeholder is no name. */
export function readName(
  { bytes, ends }: TextColumn,
  asset: number,
  into: ComparedName,
): ComparedName | null {
  if (asset >= ends.length) return null;
  let start = asset === 0 ? 0 : ends[asset - 1]!;
  let end = ends[asset]!;
  while (start < end && bytes[start]! <= 32) start++;
  while (end > start && (bytes[end - 1]! <= 32 || bytes[end - 1] === DOT)) end--;
  if (start === end) return null;
  let dot = -1;
  let isPlain = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === COLON) return null;
    if (byte === DOT && dot < 0) dot = at;
    if (byte > 127) isPlain = false;
  }
  if (ipv4OfBytes(bytes, start, end) >= 0 || isPlaceholder(bytes, start, end)) return null;
  if (!isPlain) return decodedName(decodeText(bytes, start, end), into);
  const stop = dot < 0 ? end : dot;
  const whole = hashOfBytes(bytes, start, end);
  into.whole = whole;
  into.short = dot < 0 ? whole : hashOfBytes(bytes, start, stop);
  into.isFull = dot > 0;
  into.length = end - start;
  return into;
}

/** Whether the text is what programs write for none: `N/A`, `null`, `(none)`. */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_PLACEHOLDER) return false;
  const first = bytes[start]! | 32;
  const may =
    first === 110 || first === 117 || bytes[start] === 39 || bytes[start] === 45 || bytes[start] === 40;
  return may && PLACEHOLDER.test(decodeText(bytes, start, end).toLowerCase());
}

/** A name with characters beyond ASCII, whose case takes more than a bit. */
function decodedName(text: string, into: ComparedName): ComparedName {
  const name = canonicalName(text);
  const dot = name.indexOf('.');
  into.whole = hashOfText(name);
  into.short = hashOfText(dot < 0 ? name : name.slice(0, dot));
  into.isFull = dot > 0;
  into.length = name.length;
  return into;
}
