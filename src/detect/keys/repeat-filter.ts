import { HASH_BITS } from '../equal-values/hash';
import type { Scratch } from '../scratch';

/**
 * Which hashes may have come more than once: two bits for each of so many slots that most hashes have one to
 * themselves. It says "maybe" for some that came once, never "no" for one that came again; so most assets,
 * which share nothing, never get to the hash table, where each would be a cache miss.
 */
export class RepeatFilter {
  /** Slot `s`: bit `2 × (s mod 16)` of word `s ÷ 16` once seen, the bit above it once seen again. */
  readonly #words: Uint32Array;
  readonly #shift: number;

  /** For so many keys. */
  constructor(keys: number, scratch: Scratch) {
    // Four to eight slots a key: at a million keys 2 MB, and about one in nine is taken for another.
    const bits = Math.min(HASH_BITS, Math.max(12, Math.ceil(Math.log2(keys + 1)) + 3));
    this.#words = scratch.takeZeros('repeat filter', 2 ** (bits - 4));
    this.#shift = HASH_BITS - bits;
  }

  /** Takes note of the hashes from `first` to before `last`; 0 is none. */
  addAll(hashes: Uint32Array, first: number, last: number): void {
    const words = this.#words;
    const shift = this.#shift;
    for (let key = first; key < last; key++) {
      const hash = hashes[key]!;
      const slot = hash >>> shift;
      const word = words[slot >>> 4]!;
      const place = (slot & 15) << 1;
      // Hash 0 marks its slot as if it were one: a few hashes are looked at without need, none is missed.
      words[slot >>> 4] = word | ((1 + ((word >>> place) & 1) * 2) << place);
    }
  }

  /** Takes a hash for seen twice, whether it was or not. */
  alert(hash: number): void {
    const slot = hash >>> this.#shift;
    this.#words[slot >>> 4]! |= 3 << ((slot & 15) << 1);
  }

  /** Takes every hash for seen twice. */
  alertAll(): void {
    this.#words.fill(0xffffffff);
  }

  /** Lists the keys from `first` to before `last` whose hash may have come more than once; answers how many there are now. */
  collect(hashes: Uint32Array, first: number, last: number, into: Uint32Array, listed: number): number {
    const words = this.#words;
    const shift = this.#shift;
    let to = listed;
    for (let key = first; key < last; key++) {
      const hash = hashes[key]!;
      const slot = hash >>> shift;
      // Written always and counted sometimes: an unpredictable branch costs more.
      into[to] = key;
      to += hash === 0 ? 0 : (words[slot >>> 4]! >>> (((slot & 15) << 1) + 1)) & 1;
    }
    return to;
  }
}
