/**
 * Hashes of keys that may be on the list of ignored values: such a key is looked at even if only one asset has it,
 * so that the list can say so. Knows a hash by its upper half, so a few others are looked at in vain.
 */
export class Suspects {
  readonly #hashes = new Uint8Array(65536);
  #all = false;

  add(hash: number): void {
    this.#hashes[hash >>> 16] = 1;
  }

  /** Every key may be on the list. */
  addAll(): void {
    this.#all = true;
  }

  has(hash: number): boolean {
    return this.#all || this.#hashes[hash >>> 16] === 1;
  }
}
