/**
 * Tells most keys that only one asset has, before any bytes are compared: two bits for each of 16 slots a key.
 * About one in sixteen unshared keys gets through; no shared one is lost.
 */
export class SharedFilter {
  readonly #once: Uint32Array;
  readonly #twice: Uint32Array;
  readonly #shift: number;
  readonly #forced = new Uint8Array(65536);
  #all = false;

  constructor(keys: number) {
    const bits = Math.min(30, Math.max(10, Math.ceil(Math.log2(keys + 1)) + 4));
    this.#once = new Uint32Array(2 ** (bits - 5));
    this.#twice = new Uint32Array(2 ** (bits - 5));
    this.#shift = 32 - bits;
  }

  /** Takes note of one key's hash. */
  add(hash: number): void {
    const slot = hash >>> this.#shift;
    const bit = 1 << (slot & 31);
    const word = slot >>> 5;
    if (this.#once[word]! & bit) this.#twice[word]! |= bit;
    else this.#once[word]! |= bit;
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
    return (this.#twice[slot >>> 5]! & (1 << (slot & 31))) !== 0 || this.isForced(hash);
  }
}
