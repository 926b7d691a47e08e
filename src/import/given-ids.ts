import type { TextColumn } from '../model/columns';
import { encodeText } from '../model/text';
import type { AssetIndex } from '../model/units';
import type { AssetIds } from './asset-ids';

/** IDs that the import gives, by asset. */
export type GivenIds = ReadonlyMap<AssetIndex, string>;

/**
 * IDs for assets without one: `#` and the record's number among all records of the import (docs/contract.md,
 * "Field rules"). Where a file has that very id (a report of ours, read back in), `.2`, `.3`, … follows.
 */
export function numberTheNameless(assets: Uint32Array, numbers: Float64Array, ids: AssetIds): GivenIds {
  return new Map(Array.from(assets, (asset, at) => [asset, freeName(numbers[at]!, ids)]));
}

function freeName(number: number, ids: AssetIds): string {
  let name = `#${number}`;
  for (let twin = 2; ids.has(name); twin++) name = `#${number}.${twin}`;
  return name;
}

/** The sealed column of ids with the given ones in their places. */
export function withGivenIds(column: TextColumn, size: number, given: GivenIds): TextColumn {
  if (given.size === 0) return column;
  const names = [...given].sort(([a], [b]) => a - b).map(([asset, id]) => ({ asset, id: encodeText(id) }));
  const added = names.reduce((sum, { id }) => sum + id.length, 0);
  const bytes = new Uint8Array(column.bytes.length + added);
  const ends = new Uint32Array(size);
  let next = 0;
  let to = 0;
  for (let asset = 0; asset < size; asset++) {
    if (names[next]?.asset === asset) {
      const { id } = names[next++]!;
      bytes.set(id, to);
      to += id.length;
    } else if (asset < column.ends.length) {
      const from = asset === 0 ? 0 : column.ends[asset - 1]!;
      bytes.set(column.bytes.subarray(from, column.ends[asset]!), to);
      to += column.ends[asset]! - from;
    }
    ends[asset] = to;
  }
  return { kind: 'text', bytes: bytes.slice(0, to), ends };
}
