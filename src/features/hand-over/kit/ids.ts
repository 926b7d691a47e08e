import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';

/** An id of Qualys: a decimal number. What Doublet made up (`#12`) and what a tool changed never is one. */
const DECIMAL = /^[1-9]\d{0,19}$/;

/** The asset's id in the space of QPS; `null` where it has none that can be sent there. */
export function assetIdOf({ columns }: Dataset, asset: AssetIndex): string | null {
  const id = textAt(columns.assetId, asset).trim();
  return DECIMAL.test(id) ? id : null;
}

/**
 * The asset's id in the space of the VM module, which is another one: `hostId`, or `qwebHostId` as QPS names it.
 * `null` where there is none, `differing` where the two say different things.
 */
export function hostIdOf({ columns }: Dataset, asset: AssetIndex): string | 'differing' | null {
  const ids = [columns.qwebHostId, columns.hostId]
    .map((column) => textAt(column, asset).trim())
    .filter((id) => DECIMAL.test(id));
  const [first, second] = ids;
  if (first === undefined) return null;
  return second !== undefined && second !== first ? 'differing' : first;
}
