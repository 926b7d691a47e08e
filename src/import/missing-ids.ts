import type { TextColumn } from '../model/columns';
import { encodeText } from '../model/text';
import type { AssetIds } from './asset-ids';

/**
 * Gives assets without an id one: `#` and the record's number among all records of the import (docs/contract.md,
 * "Field rules"). Where a file has that very id (a report of ours, read back in), `.2`, `.3`, … follows.
 * Answers what fills the sealed column.
 */
export function numberTheNameless(
  assets: Uint32Array,
  numbers: Float64Array,
  ids: AssetIds,
): (column: TextColumn, size: number) => TextColumn {
  if (assets.length === 0) return (column) => column;
  const names = Array.from(numbers, (number) => freeName(number, ids));
  return (column, size) => {
    const added = names.reduce((sum, name) => sum + name.length, 0);
    const bytes = new Uint8Array(column.bytes.length + added);
    const ends = new Uint32Array(size);
    let next = 0;
    let to = 0;
    for (let asset = 0; asset < size; asset++) {
      if (assets[next] === asset) {
        bytes.set(names[next]!, to);
        to += names[next]!.length;
        next++;
      } else if (asset < column.ends.length) {
        const from = asset === 0 ? 0 : column.ends[asset - 1]!;
        bytes.set(column.bytes.subarray(from, column.ends[asset]!), to);
        to += column.ends[asset]! - from;
      }
      ends[asset] = to;
    }
    return { kind: 'text', bytes, ends };
  };
}

function freeName(number: number, ids: AssetIds): Uint8Array {
  let name = encodeText(`#${number}`);
  for (let twin = 2; ids.find(name, 0, name.length) >= 0; twin++) name = encodeText(`#${number}.${twin}`);
  return name;
}
