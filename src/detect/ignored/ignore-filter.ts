import { HASH_BITS } from '../equal-values/hash';
import type { Sightings } from '../keys/repeat-filter';

type Alerted = Pick<Sightings, 'alert' | 'alertAll'>;

const SHIFT = HASH_BITS - 16;

/**
 * Hashes of keys that may be on the list of ignored values: such a key is looked at even if only one asset has it,
 * so that the list can say so. Knows a hash by its upper sixteen bits, so a few others are looked at in vain.
 */
export class Suspects {
  readonly #hashes = new Uint8Array(65536);
  readonly #sightings: Alerted;
  #all = false;

  /** `sightings` take every suspect for seen twice. */
  constructor(sightings: Alerted) {
    this.#sightings = sightings;
  }

  add(hash: number): void {
    this.#hashes[hash >>> SHIFT] = 1;
    this.#sightings.alert(hash);
  }

  /** Every key may be on the list. */
  addAll(): void {
    this.#all = true;
    this.#sightings.alertAll();
  }

  has(hash: number): boolean {
    return this.#all || this.#hashes[hash >>> SHIFT] === 1;
  }
}
