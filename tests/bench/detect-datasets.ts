import type { MacListColumn, TextColumn } from '../../src/model/columns';
import type { Dataset } from '../../src/model/dataset';
import { emptyColumns } from '../../src/model/field';

/** How many assets share values with others, and how. */
/** Each shape with the most assets that the bench tries it with. */
export const SHAPES = [
  ['ordinary', 1e6],
  ['one name', 1e6],
  ['dense MACs', 1e5],
  ['crossing names', 1e6],
  ['halves', 1e6],
] as const;
export type Shape = (typeof SHAPES)[number][0];

/** A made-up dataset, the same for the same size and shape; columns only, without the way through a file. */
export function inventory(size: number, shape: Shape): Dataset {
  const columns = {
    ...emptyColumns(),
    assetName: texts(size, (asset) => names(shape, asset, size, 0)),
    dnsName: texts(size, (asset) => names(shape, asset, size, 1)),
    netbiosName: texts(size, (asset) => names(shape, asset, size, 2)),
    address: texts(size, (asset) => address(shape, asset)),
    macAddresses: macs(size, (asset) => adapters(shape, asset)),
  };
  return {
    header: {
      id: 'bench',
      name: shape,
      origin: 'sample',
      files: [],
      importedAt: 0,
      balance: { records: size, assets: size, repeated: 0, skipped: 0 },
      skipped: [],
      unreadable: {},
      fieldsSeen: [],
    },
    size,
    columns,
    origins: { file: new Uint16Array(0), byte: new Float64Array(0), length: new Uint32Array(0) },
  };
}

/** One asset in eight is there twice, as an inventory has it: which machine a record tells of. */
function machine(asset: number): number {
  return mix(asset) % 8 === 0 ? asset >>> 3 : asset;
}

function names(shape: Shape, asset: number, size: number, field: number): string {
  if (shape === 'one name') return field === 0 ? 'localhost-image' : '';
  if (shape === 'dense MACs' || shape === 'halves') return '';
  if (shape === 'crossing names') {
    // Rows, columns and diagonals of a square: every value crosses every value of the other fields.
    const side = Math.ceil(Math.sqrt(size));
    const row = Math.floor(asset / side);
    const column = asset % side;
    return `host-${[row, column, (row + column) % side][field]}`;
  }
  const one = machine(asset);
  if (field === 0) return `Server-${one}`;
  return field === 1 ? `server-${one}.site${one % 40}.example.com` : `SRV${one}`;
}

function address(shape: Shape, asset: number): string {
  if (shape === 'one name') return '';
  if (shape === 'halves') return '10.9.9.9';
  if (shape === 'dense MACs') return `10.0.0.${asset % 250}`;
  const one = machine(asset);
  return `10.${(one >>> 16) & 255}.${(one >>> 8) & 255}.${one & 255}`;
}

function adapters(shape: Shape, asset: number): number[] {
  if (shape === 'one name' || shape === 'crossing names') return [];
  // Thirty of some six hundred addresses each: assets overlap in every possible way.
  if (shape === 'dense MACs') return several(30, (at) => 0x005056000000 + (mix(asset * 31 + at) % 600));
  // About half of 24 addresses each, then one address for all: which pairs are new is hard to tell.
  if (shape === 'halves') return several(13, (at) => 0x005056000000 + (mix(asset * 17 + at) % 24));
  const one = machine(asset);
  return [0x005056000000 + one, 0x02420000000 + one];
}

function several(count: number, make: (at: number) => number): number[] {
  return [...new Set(Array.from({ length: count }, (_, at) => make(at)))];
}

function mix(value: number): number {
  let mixed = Math.imul(value + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function texts(size: number, text: (asset: number) => string): TextColumn {
  const ends = new Uint32Array(size);
  const bytes = new Uint8Array(size * 48);
  const encoder = new TextEncoder();
  let end = 0;
  for (let asset = 0; asset < size; asset++) {
    end += encoder.encodeInto(text(asset), bytes.subarray(end)).written;
    ends[asset] = end;
  }
  return { kind: 'text', bytes: bytes.slice(0, end), ends };
}

function macs(size: number, list: (asset: number) => number[]): MacListColumn {
  const values: number[] = [];
  const stops = new Uint32Array(size);
  for (let asset = 0; asset < size; asset++) {
    for (const mac of list(asset)) values.push(mac);
    stops[asset] = values.length;
  }
  return { kind: 'macs', values: Float64Array.from(values), stops };
}
