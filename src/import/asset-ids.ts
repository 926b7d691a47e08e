import type { AssetIndex } from '../model/units';
import { Uint32Blocks } from './columns/blocks';
import { hashBytes } from './columns/hash';
import type { TextWriter } from './columns/text-writer';

/**
 * Which asset an id belongs to: records with the same id are one asset, the last one stands in the place of
 * the first (contract.md, "Field rules"). Ids are compared as bytes, found by hash.
 */
export class AssetIds {
  private slots = new Uint32Array(64);
  private readonly hashes = new Uint32Blocks();
  /** The row that stands for each asset. */
  private readonly rows = new Uint32Blocks();

  constructor(private readonly ids: TextWriter) {}

  /** How many distinct assets there are. */
  get size(): number {
    return this.rows.length;
  }

  /** The asset with this id, -1 if there is none. */
  find(bytes: Uint8Array, start: number, end: number): AssetIndex {
    const asset = this.slots[this.slotOf(hashBytes(bytes, start, end), bytes, start, end)]!;
    return asset - 1;
  }

  /** Lets `row` stand for the asset with this id. Answers false if the asset is new. The id must be in `ids` already. */
  stand(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    const hash = hashBytes(bytes, start, end);
    const slot = this.slotOf(hash, bytes, start, end);
    const asset = this.slots[slot]! - 1;
    if (asset >= 0) {
      this.rows.set(asset, row);
      return true;
    }
    this.slots[slot] = this.rows.length + 1;
    this.rows.push(row);
    this.hashes.push(hash);
    if (this.rows.length * 2 > this.slots.length) this.rehash();
    return false;
  }

  /** Adds an asset without id, which no later record can repeat. */
  standAlone(row: number): AssetIndex {
    this.rows.push(row);
    this.hashes.push(0);
    return this.rows.length - 1;
  }

  private slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let asset = this.slots[slot]!; asset !== 0; asset = this.slots[slot]!) {
      const same = this.hashes.at(asset - 1) === hash;
      if (same && this.ids.is(this.rows.at(asset - 1), bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Only assets that stand in a slot go into the larger table: those without id are in none. */
  private rehash(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (const asset of this.slots) {
      if (asset === 0) continue;
      let slot = this.hashes.at(asset - 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = asset;
    }
    this.slots = slots;
  }

  /** The row of each asset; the ids are let go. */
  seal(): Uint32Array {
    this.slots = new Uint32Array(0);
    this.hashes.seal();
    return this.rows.seal();
  }
}
