import { utf8Length } from '../json/utf8';
import type { RecordDraft } from '../record-draft';

const AMPERSAND = 38;
const SEMICOLON = 59;
/** `&#x10FFFF;` and `&quot;` are shorter. */
const LONGEST_ENTITY = 12;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Why a text cannot be kept; `null` if it can. */
export type TextFault = string | null;

/**
 * Appends character data to the scratch of a draft. Of entities only the five that XML itself has and characters
 * by number are known: nothing is ever declared or fetched.
 */
export function appendText(
  draft: RecordDraft,
  bytes: Uint8Array,
  start: number,
  end: number,
  isCdata: boolean,
): TextFault {
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte === AMPERSAND && !isCdata) {
      const close = bytes.subarray(at, Math.min(end, at + LONGEST_ENTITY)).indexOf(SEMICOLON);
      const character = close < 0 ? null : characterOf(bytes, at + 1, at + close);
      if (character === null) return 'an entity is none of those that XML has';
      draft.text(character);
      at += close + 1;
      continue;
    }
    const length = byte < 128 ? 1 : utf8Length(bytes, at, end);
    if (length <= 0) return 'a text is not valid UTF-8';
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return 'a control character stands in a text';
    for (const stop = at + length; at < stop; at++) draft.scratchByte(bytes[at]!);
  }
  return null;
}

/** The character of an entity between `&` and `;`. */
function characterOf(bytes: Uint8Array, start: number, end: number): string | null {
  const name = String.fromCharCode(...bytes.subarray(start, end));
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name]!;
  const number = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (number === null) return null;
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  return isCharacter && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}
