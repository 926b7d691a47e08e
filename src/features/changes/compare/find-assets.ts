import { NumberMultimap } from '../../../arrays/number-multimap';
import { hashOfBytes, hashOfText } from '../../../identifiers/value-hash';
import { itemStart, itemStop, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Slices } from '../../../model/slices';

/** Assets between two looks at the time. */
const BLOCK = 4096;

/** The assets with these ids, -1 for those that the dataset does not have. Linear in the dataset. */
export async function findAssets(
  { columns, size }: Dataset,
  ids: readonly string[],
  slices: Slices,
): Promise<Int32Array> {
  const { bytes, ends } = columns.assetId;
  const found = new Int32Array(ids.length).fill(-1);
  const wanted = new NumberMultimap(Float64Array.from(ids, (id) => hashOfText(id.trim())));
  for (let asset = 0; asset < size; asset++) {
    if (asset % BLOCK === 0) await slices.rest();
    const hash = hashOfBytes(bytes, itemStart(ends, asset), itemStop(ends, asset));
    for (let at = wanted.first(hash); at >= 0; at = wanted.after(at))
      if (found[at] === -1 && ids[at] === textAt(columns.assetId, asset).trim()) found[at] = asset;
  }
  return found;
}
