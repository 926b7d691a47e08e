import { encodeText } from '../model/text';
import type { AssetIndex } from '../model/units';
import { Uint32Blocks } from './columns/blocks';
import { hashBytes } from './columns/hash';
import type { TextWriter } from './columns/text-writer';

/** Longest id that the rule of ascending ids looks at; longer ones go through the table. */
const LONGEST_ASCENDING = 64;

/**
 * Which asset an id belongs to: records with the same id are one asset in the place of the first
 * (docs/contract.md, "Field rules"). Ids are compared as bytes, found by hash.
 *
 * The Gateway pages by `lastSeenAssetId`, so ids come in ascending order: as long as each id is longer than the
 * one before, or as long and greater, it must be new, and nothing is looked up. The table is made when the first
 * id breaks that order; a million assets in order import a tenth faster without it.
 */
export class AssetIds {
  private slots = new Uint32Array(64);
  private readonly hashes = new Uint32Blocks();
  /** Whether an asset has this id. */
  has(id: string): boolean {
    const bytes = encodeText(id);
    return this.find(bytes, 0, bytes.length) >= 0;
  }

  /** The row that stands for each asset. */
  private readonly rows = new Uint32Blocks();
  /** Assets without an id; they are in no slot. */
  private readonly nameless = new Set<AssetIndex>();
  private readonly greatest = new Uint8Array(LONGEST_ASCENDING);
  private greatestLength = 0;
  private ascending = true;

  constructor(private readonly ids: TextWriter) {}

  /** How many distinct assets there are. */
  get size(): number {
    return this.rows.length;
  }

  /** The asset with this id, -1 if there is none. */
  find(bytes: Uint8Array, start: number, end: number): AssetIndex {
    if (this.ascending) this.index();
    const asset = this.slots[this.slotOf(hashBytes(bytes, start, end), bytes, start, end)]!;
    return asset - 1;
  }

  /** The row that stands for the asset. */
  rowOf(asset: AssetIndex): number {
    return this.rows.at(asset);
  }

  /** Lets another row of the asset stand for it. */
  replaceRow(asset: AssetIndex, row: number): void {
    this.rows.set(asset, row);
  }

  /** The asset's id as its records have it. */
  bytesOf(asset: AssetIndex): Uint8Array {
    return this.ids.bytesOf(this.rows.at(asset));
  }

  /**
   * Makes an asset of the row, unless one has its id: answers that one, which stays as it is, or -1. The id must be
   * in `ids` already.
   */
  enter(row: number, bytes: Uint8Array, start: number, end: number): AssetIndex {
    if (this.ascending) {
      if (this.isGreatest(bytes, start, end)) {
        this.rows.push(row);
        return -1;
      }
      this.index();
    }
    const hash = hashBytes(bytes, start, end);
    const slot = this.slotOf(hash, bytes, start, end);
    const asset = this.slots[slot]! - 1;
    if (asset >= 0) return asset;
    this.slots[slot] = this.rows.length + 1;
    this.rows.push(row);
    this.hashes.push(hash);
    if (this.rows.length * 2 > this.slots.length) this.enlarge(this.slots.length * 2);
    return -1;
  }

  /** Adds an asset without id, which no later record can repeat. */
  standAlone(row: number): AssetIndex {
    const asset = this.rows.length;
    this.nameless.add(asset);
    this.rows.push(row);
    if (!this.ascending) this.hashes.push(0);
    return asset;
  }

  /** Whether the id comes after all before it, by length and then by bytes; remembers it if so. */
  private isGreatest(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length < this.greatestLength || length > LONGEST_ASCENDING) return false;
    const { greatest } = this;
    let at = 0;
    if (length === this.greatestLength) {
      while (at < length && greatest[at] === bytes[start + at]) at++;
      if (at === length || bytes[start + at]! < greatest[at]!) return false;
    }
    for (; at < length; at++) greatest[at] = bytes[start + at]!;
    this.greatestLength = length;
    return true;
  }

  /** Makes the table of all ids so far. */
  private index(): void {
    this.ascending = false;
    for (let asset = 0; asset < this.rows.length; asset++) {
      const id = this.nameless.has(asset) ? null : this.ids.bytesOf(this.rows.at(asset));
      this.hashes.push(id === null ? 0 : hashBytes(id, 0, id.length));
    }
    let length = this.slots.length;
    while (length <= this.rows.length * 2) length *= 2;
    this.enlarge(length);
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

  private enlarge(length: number): void {
    this.slots = new Uint32Array(length);
    const mask = length - 1;
    for (let asset = 0; asset < this.rows.length; asset++) {
      if (this.nameless.has(asset)) continue;
      let slot = this.hashes.at(asset) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = asset + 1;
    }
  }

  /** The row of each asset; the ids are let go. */
  seal(): Uint32Array {
    this.slots = new Uint32Array(0);
    this.hashes.seal();
    return this.rows.seal();
  }
}
