import { itemStart, itemStop } from '../../model/columns';
import type { Dataset } from '../../model/dataset';

/** The source that external attack surface management writes. */
const EASM = 'EASM';

/** 1 for each asset whose sources are all EASM; an asset without any source is not among them. */
export function easmOnly(dataset: Dataset): Uint8Array {
  const { codes, dictionary, stops } = dataset.columns.sources;
  const isEasm = dictionary.map((source) => source.trim().toUpperCase() === EASM);
  const leftOut = new Uint8Array(dataset.size);
  for (let asset = 0; asset < Math.min(dataset.size, stops.length); asset++) {
    const start = itemStart(stops, asset);
    const stop = itemStop(stops, asset);
    let easm = start < stop;
    for (let item = start; item < stop && easm; item++) easm = isEasm[codes[item]!]!;
    leftOut[asset] = easm ? 1 : 0;
  }
  return leftOut;
}
