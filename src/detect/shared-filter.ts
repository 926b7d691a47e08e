/** Slots for each key, as a power of two: about one in eight unshared keys gets through. */
const SLOTS_BITS = 3;

/**
 * Tells most keys that only one asset has, before any bytes are compared: in the slot of a key's hash one bit says
 * that a key was there, the next that another was. No shared key is lost. Both bits stand in one word, since at a
 * million keys each look is a cache miss.
 */
export class SharedFilter {
  readonly #slots: Uint32Array;
  readonly #shift: number;
  readonly #forced = new Uint8Array(65536);
  #all = false;

  constructor(keys: number) {
    const bits = Math.min(30, Math.max(10, Math.ceil(Math.log2(keys + 1)) + SLOTS_BITS));
    this.#slots = new Uint32Array(2 ** (bits - 4));
    this.#shift = 32 - bits;
  }

  /** Takes note of one key's hash. */
  add(hash: number): void {
    const slot = hash >>> this.#shift;
    const seen = 1 << ((slot & 15) * 2);
    const word = this.#slots[slot >>> 4]!;
    this.#slots[slot >>> 4] = word | seen | ((word & seen) << 1);
  }

  /** Lets keys of this hash pass even if only one asset has them: they may be on the list of ignored values. */
  force(hash: number): void {
    this.#forced[hash >>> 16] = 1;
  }

  /** Lets every key pass. */
  forceAll(): void {
    this.#all = true;
  }

  /** Whether `force` may have named this hash. */
  isForced(hash: number): boolean {
    return this.#all || this.#forced[hash >>> 16] === 1;
  }

  /** Whether keys of this hash need a closer look. */
  passes(hash: number): boolean {
    const slot = hash >>> this.#shift;
    return (this.#slots[slot >>> 4]! & (2 << ((slot & 15) * 2))) !== 0 || this.isForced(hash);
  }
}
