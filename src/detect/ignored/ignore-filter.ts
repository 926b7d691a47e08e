import { HASH_BITS } from '../equal-values/hash';
import type { RepeatFilter } from '../keys/repeat-filter';

type Alerted = Pick<RepeatFilter, 'alert' | 'alertAll'>;

const SHIFT = HASH_BITS - 16;

/**
 * Hashes of keys that may be on the list of ignored values: such a key is looked at even if only one asset has it,
 * so that the list can say so. Knows a hash by its upper sixteen bits, so a few other keys are looked at without need.
 */
export class IgnoreFilter {
  readonly #hashes = new Uint8Array(65536);
  readonly #repeats: Alerted;
  #all = false;

  /** `repeats` takes every hash that is added for one that came twice. */
  constructor(repeats: Alerted) {
    this.#repeats = repeats;
  }

  add(hash: number): void {
    this.#hashes[hash >>> SHIFT] = 1;
    this.#repeats.alert(hash);
  }

  /** Every key may be on the list. */
  addAll(): void {
    this.#all = true;
    this.#repeats.alertAll();
  }

  has(hash: number): boolean {
    return this.#all || this.#hashes[hash >>> SHIFT] === 1;
  }
}
