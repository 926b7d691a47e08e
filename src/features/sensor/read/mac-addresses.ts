import { NumberInterner } from '../../../arrays/number-interner';
import { type RaggedList, RaggedListBuilder } from '../../../arrays/ragged-list';
import { itemStart, itemStop, macDigits } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import { eachInSlices } from '../time-slice';

/** All ones: every machine at once. All zeros: none. Ours: neither counts as a learnt MAC. */
const BROADCAST = 2 ** 48 - 1;

/** The distinct MAC addresses of a dataset and which of them each asset has. */
export interface Macs {
  readonly table: NumberInterner;
  readonly ofAsset: RaggedList;
}

/** Reads the MAC addresses of every interface. */
export async function readMacs(dataset: Dataset, watch: Watch): Promise<Macs> {
  const { values, stops } = dataset.columns.macAddresses;
  const table = new NumberInterner();
  const lists = new RaggedListBuilder(dataset.size);
  await eachInSlices(dataset.size, watch, 'Reading MAC addresses', (asset) => {
    const stop = itemStop(stops, asset);
    for (let item = itemStart(stops, asset); item < stop; item++) {
      const mac = values[item]!;
      if (mac > 0 && mac < BROADCAST) lists.add(table.intern(mac));
    }
    lists.close();
  });
  return { table, ofAsset: lists.finish() };
}

/** Six pairs of digits, as people read a MAC address. */
export function formatMac(macs: Macs, id: number): string {
  return macDigits(macs.table.value(id)).replace(/..(?=.)/g, '$&:');
}
