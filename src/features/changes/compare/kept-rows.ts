import { itemStart, itemStop, type MacListColumn, type TextColumn } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import { type Columns, emptyColumns, FIELDS, type FieldId } from '../../../model/field';
import type { Slices } from '../../../model/slices';

/** What is shown of a record that the open dataset does not hold. */
export const SHOWN_FIELDS = [
  'assetId',
  'assetName',
  'dnsName',
  'netbiosName',
  'fqdn',
  'address',
  'macAddresses',
  'biosSerialNumber',
  'hardwareUuid',
  'cloudInstanceId',
  'agentId',
] as const satisfies readonly FieldId[];

/**
 * Some rows of a dataset in the fields that are shown, so that the dataset itself can be let go: two whole ones are in
 * memory only while they are compared.
 */
export async function keepRows(
  { header, columns }: Dataset,
  rows: Uint32Array,
  slices: Slices,
): Promise<Dataset> {
  const kept = { ...emptyColumns() } as { -readonly [F in keyof Columns]: Columns[F] };
  for (const field of SHOWN_FIELDS) {
    await slices.rest();
    if (FIELDS[field].kind === 'macs') kept.macAddresses = macRows(columns.macAddresses, rows);
    else (kept as Record<string, unknown>)[field] = textRows(columns[field] as TextColumn, rows);
  }
  return { header, size: rows.length, columns: kept, origins: NO_ORIGINS };
}

const NO_ORIGINS = { file: new Uint16Array(0), byte: new Float64Array(0), length: new Uint32Array(0) };

/** All rows in the fields that are shown; the columns are those of the dataset, the others can be let go. */
export function keepShown({ header, size, columns }: Dataset): Dataset {
  const shown = Object.fromEntries(SHOWN_FIELDS.map((field) => [field, columns[field]]));
  return { header, size, columns: { ...emptyColumns(), ...shown }, origins: NO_ORIGINS };
}

function textRows({ bytes, ends }: TextColumn, rows: Uint32Array): TextColumn {
  const kept = new Uint32Array(rows.length);
  let length = 0;
  for (let at = 0; at < rows.length; at++) {
    length += itemStop(ends, rows[at]!) - itemStart(ends, rows[at]!);
    kept[at] = length;
  }
  const copied = new Uint8Array(length);
  for (let at = 0; at < rows.length; at++) {
    const start = at === 0 ? 0 : kept[at - 1]!;
    copied.set(bytes.subarray(itemStart(ends, rows[at]!), itemStop(ends, rows[at]!)), start);
  }
  return { kind: 'text', bytes: copied, ends: kept };
}

function macRows({ values, stops }: MacListColumn, rows: Uint32Array): MacListColumn {
  const kept = new Uint32Array(rows.length);
  const macs: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    for (let item = itemStart(stops, rows[at]!); item < itemStop(stops, rows[at]!); item++)
      macs.push(values[item]!);
    kept[at] = macs.length;
  }
  return { kind: 'macs', values: Float64Array.from(macs), stops: kept };
}
