import { macDigits, macsAt, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import { FIELD_IDS } from '../../../model/field';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import { decodeText } from '../../../model/text';
import type { AssetIndex } from '../../../model/units';
import { assetTitle } from '../../../wording/asset-title';

export interface FoundMember {
  readonly asset: AssetIndex;
  readonly assetId: string;
  readonly title: string;
}

const MOST_FOUND = 20;

/**
 * Assets that have the text in any field, whatever its case, at most twenty in dataset order; one whose asset ID it is
 * comes first. MAC addresses are found in any usual spelling.
 */
export async function findMember(dataset: Dataset, text: string, watch: Watch): Promise<FoundMember[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const slices = new Slices(watch);
  const found = new Set<AssetIndex>();
  for (const field of FIELD_IDS) await searchField(dataset, field, wanted, found, slices);
  await searchMacs(dataset, wanted, found, slices);
  const { assetId } = dataset.columns;
  return [...found]
    .sort((a, b) => rank(textAt(assetId, a), wanted) - rank(textAt(assetId, b), wanted) || a - b)
    .slice(0, MOST_FOUND)
    .map((asset) => ({ asset, assetId: textAt(assetId, asset), title: assetTitle(dataset, asset) }));
}

const rank = (id: string, wanted: string) => (id.toLowerCase() === wanted ? 0 : 1);

async function searchField(
  dataset: Dataset,
  field: (typeof FIELD_IDS)[number],
  wanted: string,
  found: Set<AssetIndex>,
  slices: Slices,
): Promise<void> {
  const column = dataset.columns[field];
  if (column.kind === 'text')
    await searchBytes(column.bytes, column.ends, wanted, found, slices, (item) => item);
  if (column.kind === 'texts') {
    const { stops } = column;
    await searchBytes(column.bytes, column.ends, wanted, found, slices, (item) => ownerOf(stops, item));
  }
  if (column.kind !== 'code') return;
  const matching = column.dictionary.map((entry) => entry.toLowerCase().includes(wanted));
  if (!matching.includes(true)) return;
  for (let asset = 0; asset < column.codes.length; asset++) {
    if (matching[column.codes[asset]!] === true) add(found, asset);
    if ((asset & 0xffff) === 0) await slices.rest();
  }
}

/** More than are shown are kept, so that the one with the id can come first. */
function add(found: Set<AssetIndex>, asset: AssetIndex): void {
  if (found.size < MOST_FOUND * 50) found.add(asset);
}

/** Texts that are joined and searched at once. */
const BLOCK = 4096;

async function searchBytes(
  bytes: Uint8Array,
  ends: Uint32Array,
  wanted: string,
  found: Set<AssetIndex>,
  slices: Slices,
  owner: (item: number) => AssetIndex,
): Promise<void> {
  for (let from = 0; from < ends.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, ends.length);
    const start = from === 0 ? 0 : ends[from - 1]!;
    // One text for the whole block: most hold the word nowhere. A hit across two texts is sorted out below.
    const whole = decodeText(bytes, start, ends[to - 1]!).toLowerCase();
    if (whole.includes(wanted)) {
      for (let item = from; item < to; item++) {
        const one = decodeText(bytes, item === 0 ? 0 : ends[item - 1]!, ends[item]!).toLowerCase();
        if (one.includes(wanted)) add(found, owner(item));
      }
    }
    await slices.rest();
  }
}

/** The asset whose list holds the item. */
function ownerOf(stops: Uint32Array, item: number): AssetIndex {
  let low = 0;
  let high = stops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle]! <= item) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function searchMacs(
  dataset: Dataset,
  wanted: string,
  found: Set<AssetIndex>,
  slices: Slices,
): Promise<void> {
  const digits = wanted.replace(/[^0-9a-f]/g, '');
  if (digits.length < 4 || !/^[0-9a-f:.-]+$/.test(wanted)) return;
  const { macAddresses } = dataset.columns;
  for (let asset = 0; asset < macAddresses.stops.length; asset++) {
    for (const mac of macsAt(macAddresses, asset)) if (macDigits(mac).includes(digits)) add(found, asset);
    if ((asset & 0xfff) === 0) await slices.rest();
  }
}
