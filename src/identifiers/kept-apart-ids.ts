import { type TextColumn, textAt } from '../model/columns';
import type { AssetIndex } from '../model/units';

const NUMBERED = /^(.+) \((?:[2-9]|[1-9]\d+)\)$/;
const CLOSING = 41;

/**
 * Assets that have one asset ID and were kept apart at import, as they are plainly different machines: by that ID,
 * the asset that has it first, behind it `101 (2)`, `101 (3)`, … (docs/contract.md, "Records with one asset id").
 */
export function assetsKeptApart(column: TextColumn): ReadonlyMap<string, readonly AssetIndex[]> {
  const numbered = new Map<string, AssetIndex[]>();
  for (let asset = 0; asset < column.ends.length; asset++) {
    if (column.bytes[column.ends[asset]! - 1] !== CLOSING) continue;
    const id = NUMBERED.exec(textAt(column, asset))?.[1];
    if (id === undefined) continue;
    const assets = numbered.get(id);
    if (assets === undefined) numbered.set(id, [asset]);
    else assets.push(asset);
  }
  if (numbered.size === 0) return numbered;
  const found = new Map<string, AssetIndex[]>();
  for (let asset = 0; asset < column.ends.length; asset++) {
    const id = textAt(column, asset);
    const others = numbered.get(id);
    if (others !== undefined && !found.has(id)) found.set(id, [asset, ...others]);
  }
  return found;
}
