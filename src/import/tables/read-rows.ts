import type { ImportOptions } from '../../model/import-request';
import type { ByteOffset } from '../../model/units';
import type { RecordSink } from '../record-sink';
import { planSheet } from './plan';
import { RowWriter } from './row-writer';
import { fileMapping, type TableReading } from './table-reading';

/** Where rows stand that came out of another format. */
export interface RowsPlace {
  readonly file: string;
  readonly byte: ByteOffset;
  /** Bytes of the whole table; its rows have none of their own. */
  readonly length: number;
}

/**
 * Reads the rows of a table that stands in another format, such as `fields` and `rows` in JSON, by the mapping of
 * CSV and workbooks. The header is one of the rows. `null`: the rows are no table.
 */
export function readRows(
  rows: readonly (readonly string[])[],
  { file, byte, length }: RowsPlace,
  sink: RecordSink,
  options: ImportOptions,
): TableReading | null {
  const planning = planSheet(file, rows, options);
  if (planning === null) return null;
  if (planning.kind === 'mapping') return planning;
  const { plan } = planning;
  const body = rows.slice(plan.headerRow + 1);
  const writer = new RowWriter(plan, sink, body);
  for (const cells of body) writer.write(cells, byte, length);
  writer.finish();
  return { kind: 'read', mapping: fileMapping(plan) };
}

/** A value of another format as a cell has it: nothing is "", a list or an object is its JSON. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
