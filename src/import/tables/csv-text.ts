const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes UTF-8. A byte that is not UTF-8 becomes the lone surrogate U+DC00 + byte (as Python's
 * `surrogateescape`), which no valid text has: so the rows that have one can be told, the others are kept.
 */
export function decodeLines(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeLoosely(bytes);
  }
}

const legacy = new TextDecoder('windows-1252');
/** Bytes 80 to 9f (https://encoding.spec.whatwg.org/index-windows-1252.txt), which Node 20 reads as Latin-1. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes Windows-1252: each byte is one character, so that places in the text are places in the file. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return legacy.decode(bytes).replace(/[\u0080-\u009f]/g, (c) => FROM_80[c.charCodeAt(0) - 0x80]!);
}

/** Decodes line by line, so that one bad row does not cost the speed of the others. */
function decodeLoosely(bytes: Uint8Array): string {
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const newline = bytes.indexOf(10, at);
    const stop = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(at, stop);
    try {
      parts.push(strict.decode(line));
    } catch {
      parts.push(escaped(line));
    }
    at = stop;
  }
  return parts.join('');
}

function escaped(line: Uint8Array): string {
  let text = '';
  for (let at = 0; at < line.length; ) {
    const length = sequenceLength(line[at]!);
    try {
      text += strict.decode(line.subarray(at, at + length));
      at += length;
    } catch {
      text += String.fromCharCode(0xdc00 + line[at]!);
      at++;
    }
  }
  return text;
}

function sequenceLength(first: number): number {
  if (first < 0xc2) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** Whether the range has a byte that could not be decoded. */
export function hasUnreadable(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).isWellFormed();
}

/** Bytes of the range in the file that `decodeLines` read: an escaped byte is one. */
export function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 || (code >= 0xdc00 && code <= 0xdfff)) length += 1;
    else if (code < 0x800) length += 2;
    else if (code >= 0xd800 && code <= 0xdbff) {
      length += 4;
      at++;
    } else length += 3;
  }
  return length;
}
