import { NumberMultimap } from '../../../arrays/number-multimap';
import { hashOfText } from '../../../identifiers/value-hash';
import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';

/** The assets with these ids, -1 for those that the dataset does not have. Linear in the dataset. */
export function findAssets({ columns, size }: Dataset, ids: readonly string[]): Int32Array {
  const found = new Int32Array(ids.length).fill(-1);
  const wanted = new NumberMultimap(Float64Array.from(ids, (id) => hashOfText(id.trim())));
  for (let asset = 0; asset < size; asset++) {
    const id = textAt(columns.assetId, asset).trim();
    for (let at = wanted.first(hashOfText(id)); at >= 0; at = wanted.after(at))
      if (found[at] === -1 && ids[at] === id) found[at] = asset;
  }
  return found;
}
