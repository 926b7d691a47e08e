/**
 * Text in columns is UTF-8, with one addition: a lone surrogate, which JSON allows as `\ud800`, is kept as
 * the three bytes it would have (WTF-8), so that no value is changed or merged with another on its way in.
 */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const REPLACEMENT = '\uFFFD';

/** Decodes WTF-8 bytes; a lone surrogate comes back as it was. Never throws. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < 24) {
    const short = decodeShortAscii(bytes, start, end);
    if (short !== null) return short;
  }
  const text = decoder.decode(bytes.subarray(start, end));
  return text.includes(REPLACEMENT) ? decodeWithSurrogates(bytes, start, end) : text;
}

/** Encodes text as WTF-8, the inverse of `decodeText`. */
export function encodeText(text: string): Uint8Array {
  return text.isWellFormed() ? encoder.encode(text) : encodeWithSurrogates(text);
}

/** Most identifiers are short ASCII, for which the decoder's call costs more than its work. */
function decodeShortAscii(bytes: Uint8Array, start: number, end: number): string | null {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 127) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

function decodeWithSurrogates(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let from = start;
  for (let at = start; at + 2 < end; at++) {
    if (bytes[at] !== 0xed || bytes[at + 1]! < 0xa0 || bytes[at + 1]! > 0xbf) continue;
    text += decoder.decode(bytes.subarray(from, at));
    text += String.fromCharCode(0xd000 | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f));
    from = at + 3;
    at += 2;
  }
  return text + decoder.decode(bytes.subarray(from, end));
}

function encodeWithSurrogates(text: string): Uint8Array {
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) {
      parts.push(0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    } else {
      parts.push(...encoder.encode(character));
    }
  }
  return Uint8Array.from(parts);
}
