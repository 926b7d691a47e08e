import type { FileMapping } from '../../model/dataset';
import type { MappingRequest } from '../../model/import-request';
import type { ByteOffset } from '../../model/units';
import type { DatasetBuilder } from '../builder';
import type { EmbeddedTable } from '../json/embedded-tables';
import { planSheet } from '../tables/plan';
import { RowWriter } from '../tables/row-writer';
import { fileMapping, type TableContext } from '../tables/table-reading';

/** Reads tables that stand in JSON as those of spreadsheets are read: by the names of their columns. */
export class JsonTables {
  /** The columns that have to be looked at before anything can be read; `null` if none have to be. */
  request: MappingRequest | null = null;
  /** How the first table was read. */
  mapping: FileMapping | null = null;

  constructor(
    private readonly file: string,
    private readonly builder: DatasetBuilder,
    private readonly context: Pick<TableContext, 'options'>,
  ) {}

  /** Answers how many records it kept or refused; 1 where it asks, 0 where the table is none. */
  read({ headers, rows }: EmbeddedTable, byte: ByteOffset, length: number): number {
    const planning = planSheet(this.file, [headers, ...rows], this.context.options);
    if (planning === null) return 0;
    if (planning.kind === 'mapping') {
      this.request ??= planning.request;
      return 1;
    }
    const { plan } = planning;
    this.mapping ??= fileMapping(plan);
    const body = [headers, ...rows].slice(plan.headerRow + 1);
    const before = this.builder.recordsInFile;
    const writer = new RowWriter(plan, this.builder, body);
    for (const row of body) writer.write(row, byte, length);
    writer.finish(this.file);
    return this.builder.recordsInFile - before;
  }
}
