import { canonicalDnsName, canonicalName } from '../../identifiers/hostname';
import { decodeText, encodeText } from '../../model/text';
import type { TextForm } from '../rules/rule';

/** The canonical form of a text that is at hand as a string. */
export function canonicalText(text: string, form: TextForm): string {
  if (form === 'address') return text.trim();
  return form === 'dnsName' ? canonicalDnsName(text) : canonicalName(text);
}

/** The canonical bytes of a text that is not plain ASCII. */
export function canonicalBytes(bytes: Uint8Array, start: number, end: number, form: TextForm): Uint8Array {
  return encodeText(canonicalText(decodeText(bytes, start, end), form));
}

/** The first byte that `String.trim` would leave, as far as it is ASCII. */
export function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at]!)) at++;
  return at;
}

/** The end that `String.trim` would leave, as far as it is ASCII, without a DNS name's trailing dot. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number, form: TextForm): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1]!)) at--;
  return form === 'dnsName' && at > start && bytes[at - 1] === 0x2e ? at - 1 : at;
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
