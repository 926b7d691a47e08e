import type { MacListColumn, TextListColumn } from '../../model/columns';
import { itemStart, itemStop, textsAt } from '../../model/columns';
import type { Columns } from '../../model/field';
import { encodeText } from '../../model/text';
import type { AssetIndex, MacNumber } from '../../model/units';
import type { RowValues } from './row-values';

const TEXT_LISTS = ['interfaceAddresses', 'interfaceHostnames'] as const;
type TextList = (typeof TEXT_LISTS)[number];

interface Extra {
  readonly macs: Set<MacNumber>;
  readonly texts: Readonly<Record<TextList, Set<string>>>;
}

/**
 * Lists of assets that a program spread over several records of one ID, a record for each interface: what records
 * have that do not stand is added to the one that does.
 */
export class JoinedLists {
  private readonly extras = new Map<AssetIndex, Extra>();

  constructor(private readonly values: RowValues) {}

  /** Adds what `row` has and the row that stands has not. */
  join(asset: AssetIndex, row: number, standing: number): void {
    const { values } = this;
    const macs = missing(values.allMacs(row), values.allMacs(standing));
    const addresses = values.texts('interfaceAddresses', row);
    const address = values.address(row);
    if (address !== '' && address !== values.address(standing)) addresses.push(address);
    const more = missing(addresses, values.texts('interfaceAddresses', standing));
    const hostnames = missing(
      values.texts('interfaceHostnames', row),
      values.texts('interfaceHostnames', standing),
    );
    if (macs.length + more.length + hostnames.length === 0) return;
    const extra = this.extras.get(asset) ?? {
      macs: new Set(),
      texts: { interfaceAddresses: new Set(), interfaceHostnames: new Set() },
    };
    for (const mac of macs) extra.macs.add(mac);
    for (const text of more) extra.texts.interfaceAddresses.add(text);
    for (const text of hostnames) extra.texts.interfaceHostnames.add(text);
    this.extras.set(asset, extra);
  }

  /** Forgets what older records had. */
  drop(asset: AssetIndex): void {
    this.extras.delete(asset);
  }

  /** The sealed columns with what was added. */
  addTo(columns: Columns, size: number): Columns {
    const { extras } = this;
    if (extras.size === 0) return columns;
    const list = (field: TextList) =>
      withTexts(columns[field], size, (asset) => extras.get(asset)?.texts[field]);
    return {
      ...columns,
      macAddresses: withMacs(columns.macAddresses, size, (asset) => extras.get(asset)?.macs),
      interfaceAddresses: list('interfaceAddresses'),
      interfaceHostnames: list('interfaceHostnames'),
    };
  }
}

function missing<T>(items: readonly T[], known: readonly T[]): T[] {
  return items.filter((item) => !known.includes(item));
}

function withMacs(
  column: MacListColumn,
  size: number,
  extra: (asset: AssetIndex) => ReadonlySet<MacNumber> | undefined,
): MacListColumn {
  const values: MacNumber[] = [];
  const stops = new Uint32Array(size);
  for (let asset = 0; asset < size; asset++) {
    const start = values.length;
    const stop = itemStop(column.stops, asset);
    for (let item = itemStart(column.stops, asset); item < stop; item++) values.push(column.values[item]!);
    for (const mac of extra(asset) ?? []) if (!values.includes(mac, start)) values.push(mac);
    stops[asset] = values.length;
  }
  return { kind: 'macs', values: Float64Array.from(values), stops };
}

function withTexts(
  column: TextListColumn,
  size: number,
  extra: (asset: AssetIndex) => ReadonlySet<string> | undefined,
): TextListColumn {
  const pieces: Uint8Array[] = [];
  const ends: number[] = [];
  const stops = new Uint32Array(size);
  let end = 0;
  const add = (bytes: Uint8Array) => {
    pieces.push(bytes);
    end += bytes.length;
    ends.push(end);
  };
  for (let asset = 0; asset < size; asset++) {
    const stop = itemStop(column.stops, asset);
    for (let item = itemStart(column.stops, asset); item < stop; item++)
      add(column.bytes.subarray(item === 0 ? 0 : column.ends[item - 1]!, column.ends[item]!));
    const more = extra(asset);
    if (more !== undefined) {
      const known = new Set(textsAt(column, asset));
      for (const text of more) if (!known.has(text)) add(encodeText(text));
    }
    stops[asset] = ends.length;
  }
  const bytes = new Uint8Array(end);
  for (const [at, piece] of pieces.entries()) bytes.set(piece, at === 0 ? 0 : ends[at - 1]!);
  return { kind: 'texts', bytes, ends: Uint32Array.from(ends), stops };
}
