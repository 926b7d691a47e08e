/** How a file's text is written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';

/** What the first bytes say: the encoding, and how many bytes its mark takes. */
export interface EncodingMark {
  readonly encoding: Encoding;
  readonly mark: number;
}

/** Bytes looked at to recognise UTF-16 without a mark. */
const SAMPLE_BYTES = 256;
/** Of such a sample, how much has to look like Latin text in UTF-16: exports start with brackets and field names. */
const SAMPLE_SHARE = 0.9;

/** Recognises an encoding by its byte order mark, or UTF-16 without one by the zeros that Latin text has in it. */
export function encodingOf(head: Uint8Array): EncodingMark {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? { encoding: 'utf-32', mark: 4 } : { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32', mark: 4 };
  if (looksLikeUtf16(head, 1)) return { encoding: 'utf-16le', mark: 0 };
  if (looksLikeUtf16(head, 0)) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

/** `zeroAt` is which byte of each pair is zero for Latin text. */
function looksLikeUtf16(head: Uint8Array, zeroAt: 0 | 1): boolean {
  const length = Math.min(head.length & ~1, SAMPLE_BYTES);
  if (length < 4) return false;
  let fitting = 0;
  for (let at = 0; at < length; at += 2) {
    if (head[at + zeroAt] === 0 && head[at + 1 - zeroAt] !== 0) fitting++;
  }
  return fitting >= (length / 2) * SAMPLE_SHARE;
}

/**
 * Rewrites UTF-16 as UTF-8, as a stream. A lone surrogate becomes the three bytes it would have (WTF-8), and a
 * last odd byte becomes 0xff: neither is UTF-8, so that the reader of records notices and names the record
 * instead of U+FFFD taking its place in silence.
 */
export async function* utf16ToUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array> {
  const recoder = new Utf16Recoder(encoding === 'utf-16le');
  for await (const chunk of chunks) {
    const out = recoder.push(chunk);
    if (out.length > 0) yield out;
  }
  const rest = recoder.finish();
  if (rest.length > 0) yield rest;
}

class Utf16Recoder {
  /** A byte without its other half, -1 if there is none. */
  #odd = -1;
  /** A high surrogate that waits for its low one, 0 if there is none. */
  #high = 0;
  #out: Uint8Array = new Uint8Array(0);
  #length = 0;

  constructor(readonly littleEndian: boolean) {}

  push(chunk: Uint8Array): Uint8Array {
    // Three bytes for each unit at most; a pair of units takes four; a waiting surrogate or byte adds one unit.
    this.#out = new Uint8Array((chunk.length / 2 + 2) * 3);
    this.#length = 0;
    let at = 0;
    if (this.#odd >= 0 && chunk.length > 0) {
      this.#unit(this.#odd, chunk[0]!);
      this.#odd = -1;
      at = 1;
    }
    for (; at + 1 < chunk.length; at += 2) this.#unit(chunk[at]!, chunk[at + 1]!);
    if (at < chunk.length) this.#odd = chunk[at]!;
    return this.#out.subarray(0, this.#length);
  }

  finish(): Uint8Array {
    this.#out = new Uint8Array(4);
    this.#length = 0;
    if (this.#high !== 0) this.#three(this.#high);
    if (this.#odd >= 0) this.#out[this.#length++] = 0xff;
    return this.#out.subarray(0, this.#length);
  }

  #unit(first: number, second: number): void {
    const code = this.littleEndian ? first | (second << 8) : (first << 8) | second;
    if (this.#high !== 0) {
      const high = this.#high;
      this.#high = 0;
      if (code >= 0xdc00 && code <= 0xdfff) {
        this.#four(0x10000 + ((high - 0xd800) << 10) + (code - 0xdc00));
        return;
      }
      this.#three(high);
    }
    if (code >= 0xd800 && code <= 0xdbff) this.#high = code;
    else if (code < 0x80) this.#out[this.#length++] = code;
    else if (code < 0x800) {
      this.#out[this.#length++] = 0xc0 | (code >> 6);
      this.#out[this.#length++] = 0x80 | (code & 63);
    } else this.#three(code);
  }

  #three(code: number): void {
    this.#out[this.#length++] = 0xe0 | (code >> 12);
    this.#out[this.#length++] = 0x80 | ((code >> 6) & 63);
    this.#out[this.#length++] = 0x80 | (code & 63);
  }

  #four(code: number): void {
    this.#out[this.#length++] = 0xf0 | (code >> 18);
    this.#out[this.#length++] = 0x80 | ((code >> 12) & 63);
    this.#out[this.#length++] = 0x80 | ((code >> 6) & 63);
    this.#out[this.#length++] = 0x80 | (code & 63);
  }
}
