import { textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import { encodeText } from '../model/text';
import type { AssetIndex } from '../model/units';

/** Assets by id, without a string for each: 8 MB for a million, built in some 100 ms. */
export class AssetIdIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** Differs from run to run, so that no crafted export makes all hashes equal. */
  private readonly seed = (Math.random() * 2 ** 32) | 0;

  constructor(private readonly dataset: Dataset) {
    let size = 16;
    while (size < dataset.size * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    const { bytes, ends } = dataset.columns.assetId;
    for (let asset = 0, start = 0; asset < Math.min(dataset.size, ends.length); asset++) {
      const end = ends[asset]!;
      let slot = this.hash(bytes, start, end) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = asset + 1;
      start = end;
    }
  }

  /** The first asset with the id, -1 where there is none. */
  find(id: string): AssetIndex {
    const bytes = encodeText(id);
    let slot = this.hash(bytes, 0, bytes.length) & this.mask;
    for (let asset = this.slots[slot]!; asset !== 0; asset = this.slots[slot]!) {
      if (textAt(this.dataset.columns.assetId, asset - 1) === id) return asset - 1;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }

  private hash(bytes: Uint8Array, start: number, end: number): number {
    let hash = this.seed;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }
}
