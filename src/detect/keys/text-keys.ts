import type { TextColumn, TextListColumn } from '../../model/columns';
import {
  foldWord,
  type Hasher,
  hashBytes,
  lastHashed,
  NOT_ASCII,
  restWord,
  wordsOf,
} from '../equal-values/hash';
import type { IgnoreFilter } from '../ignored/ignore-filter';
import type { TextForm } from '../rules/rule';
import { canonicalBytes, trimmedEnd, trimmedStart } from './canonical-text';
import type { KeyBytes, KeySource } from './key-source';

const DOT = 0x2e;

type TextTest = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Texts as keys. ASCII, which nearly all are, is hashed and compared where it stands, trimmed and in lower case on
 * the way; only a text with other characters is made canonical as a string.
 */
export class TextKeys implements KeySource {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  readonly #ends: Uint32Array;
  readonly #form: TextForm;
  readonly #fold: boolean;
  readonly #mayBeIgnored: TextTest | null;
  readonly #folded: KeyBytes = { bytes: new Uint8Array(256), start: 0, end: 0 };

  constructor({ bytes, ends }: TextColumn | TextListColumn, form: TextForm, mayBeIgnored: TextTest | null) {
    this.count = ends.length;
    this.#bytes = bytes;
    this.#words = wordsOf(bytes);
    this.#ends = ends;
    this.#form = form;
    this.#fold = form !== 'address';
    this.#mayBeIgnored = mayBeIgnored;
  }

  hash(hasher: Hasher, hashes: Uint32Array, first: number, last: number, ignoreFilter: IgnoreFilter): number {
    const bytes = this.#bytes;
    const words = this.#words;
    const ends = this.#ends;
    const form = this.#form;
    const fold = this.#fold;
    const mayBeIgnored = this.#mayBeIgnored;
    let count = 0;
    let from = first === 0 ? 0 : ends[first - 1]!;
    for (let key = first; key < last; key++) {
      const to = ends[key]!;
      let start = from;
      let end = to;
      // All that trimming takes away is below 33, but for the dot after a DNS name.
      if (from < to && (bytes[from]! < 33 || bytes[to - 1]! < 33 || bytes[to - 1] === DOT)) {
        start = trimmedStart(bytes, from, to);
        end = trimmedEnd(bytes, start, to, form);
      }
      let hash = 0;
      if (start < end) {
        hash = hashBytes(hasher, words, start, end, fold);
        if ((lastHashed.seen & NOT_ASCII) !== 0) hash = this.#hashOther(hasher, from, to, ignoreFilter);
        else if (mayBeIgnored?.(bytes, start, end)) ignoreFilter.add(hash);
        count += hash === 0 ? 0 : 1;
      }
      hashes[key] = hash;
      from = to;
    }
    return count;
  }

  same(a: number, b: number): boolean {
    const fromA = this.#start(a);
    const fromB = this.#start(b);
    const toA = this.#ends[a]!;
    const toB = this.#ends[b]!;
    // Nearly always: the same text but for case, so trimming would come to the same too.
    return this.#equal(fromA, toA, fromB, toB) || this.#equalOtherwise(fromA, toA, fromB, toB);
  }

  bytesOf(key: number): KeyBytes {
    const bytes = this.#bytes;
    const from = this.#start(key);
    const to = this.#ends[key]!;
    const start = trimmedStart(bytes, from, to);
    const end = trimmedEnd(bytes, start, to, this.#form);
    const at = this.#folded;
    if (this.#hasOther(start, end)) {
      const canonical = canonicalBytes(bytes, from, to, this.#form);
      return { bytes: canonical, start: 0, end: canonical.length };
    }
    if (end - start > at.bytes.length) at.bytes = new Uint8Array((end - start) * 2);
    const folded = at.bytes;
    const fold = this.#fold;
    for (let next = start; next < end; next++) {
      const byte = bytes[next]!;
      folded[next - start] = fold && byte >= 65 && byte <= 90 ? byte | 32 : byte;
    }
    at.end = end - start;
    return at;
  }

  #start(key: number): number {
    return key === 0 ? 0 : this.#ends[key - 1]!;
  }

  #hashOther(hasher: Hasher, from: number, to: number, ignoreFilter: IgnoreFilter): number {
    const canonical = canonicalBytes(this.#bytes, from, to, this.#form);
    if (canonical.length === 0) return 0;
    const hash = hashBytes(hasher, wordsOf(canonical), 0, canonical.length, false);
    if (this.#mayBeIgnored?.(canonical, 0, canonical.length)) ignoreFilter.add(hash);
    return hash;
  }

  /** Whether two texts are equal once trimmed, or once made canonical as strings. */
  #equalOtherwise(fromA: number, toA: number, fromB: number, toB: number): boolean {
    const bytes = this.#bytes;
    const startA = trimmedStart(bytes, fromA, toA);
    const startB = trimmedStart(bytes, fromB, toB);
    const endA = trimmedEnd(bytes, startA, toA, this.#form);
    const endB = trimmedEnd(bytes, startB, toB, this.#form);
    if (this.#equal(startA, endA, startB, endB)) return true;
    // What is in the way may be a character that is not ASCII, whose lower case is another or has another length.
    if (!this.#hasOther(startA, endA) && !this.#hasOther(startB, endB)) return false;
    const canonicalA = canonicalBytes(bytes, fromA, toA, this.#form);
    const canonicalB = canonicalBytes(bytes, fromB, toB, this.#form);
    return canonicalA.length === canonicalB.length && canonicalA.every((byte, at) => byte === canonicalB[at]);
  }

  /** Whether both stretches are ASCII and equal, in lower case where case does not count. */
  #equal(startA: number, endA: number, startB: number, endB: number): boolean {
    if (endA - startA !== endB - startB) return false;
    const words = this.#words;
    const fold = this.#fold;
    const shift = startB - startA;
    let different = 0;
    let at = startA;
    for (; at + 4 <= endA; at += 4) {
      const a = words.getInt32(at, true);
      const b = words.getInt32(at + shift, true);
      different |= (a | b) & NOT_ASCII;
      if (a !== b) different |= fold ? foldWord(a) ^ foldWord(b) : 1;
    }
    if (at < endA) {
      const a = restWord(words, startA, at, endA);
      const b = restWord(words, startB, at + shift, endB);
      different |= (a | b) & NOT_ASCII;
      if (a !== b) different |= fold ? foldWord(a) ^ foldWord(b) : 1;
    }
    return different === 0;
  }

  #hasOther(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#bytes[at]! > 127) return true;
    return false;
  }
}
