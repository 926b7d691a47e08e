import type { Column } from '../../model/columns';
import { type ColumnKind, type Columns, FIELD_IDS, FIELDS, type FieldId } from '../../model/field';
import { CodeListWriter } from './code-list-writer';
import { CodeWriter } from './code-writer';
import { MacWriter } from './mac-writer';
import { SourceWriter } from './source-writer';
import { TextListWriter } from './text-list-writer';
import { TextWriter } from './text-writer';
import { TimeWriter } from './time-writer';
import type { ColumnWriter } from './writer';

/** A field as a number, its place in `FIELD_IDS`: the scanner's tables hold numbers. */
export type FieldNumber = number;
export const FIELD_NUMBERS = Object.fromEntries(FIELD_IDS.map((field, index) => [field, index])) as Readonly<
  Record<FieldId, FieldNumber>
>;

interface WriterOf {
  text: TextWriter;
  texts: TextListWriter;
  macs: MacWriter;
  code: CodeWriter;
  codes: CodeListWriter;
  time: TimeWriter;
  sources: SourceWriter;
}

const MAKE: { readonly [K in ColumnKind]: () => WriterOf[K] } = {
  text: () => new TextWriter(),
  texts: () => new TextListWriter(),
  macs: () => new MacWriter(),
  code: () => new CodeWriter(),
  codes: () => new CodeListWriter(),
  time: () => new TimeWriter(),
  sources: () => new SourceWriter(),
};

/** One writer for each field, in the order of `FIELD_IDS`, made when the field has its first value. */
export class FieldWriters {
  private readonly writers: (WriterOf[ColumnKind] | undefined)[] = FIELD_IDS.map(() => undefined);

  /** The field's writer; the caller knows its kind. */
  of<K extends ColumnKind>(field: FieldNumber): WriterOf[K] {
    let writer = this.writers[field];
    if (writer === undefined) {
      writer = MAKE[FIELDS[FIELD_IDS[field]!].kind]();
      this.writers[field] = writer;
    }
    return writer as WriterOf[K];
  }

  /** Bytes of all texts so far, those of repeated records included. */
  get held(): number {
    return this.writers.reduce(
      (sum, writer) => sum + ((writer as ColumnWriter<Column> | undefined)?.held ?? 0),
      0,
    );
  }

  /** Appends sealed columns of `rows` rows as the rows from `row` on. */
  append(columns: Columns, row: number, rows: number): void {
    for (const [field, id] of FIELD_IDS.entries()) {
      const column = columns[id];
      if (hasRows(column)) (this.of(field) as ColumnWriter<Column>).append(column, row, rows);
    }
  }

  /** The columns, one field after the other, so that only one of them is held twice at a time. */
  seal(order: Uint32Array | null): Columns {
    const columns = FIELD_IDS.map((id, field) => {
      const writer = (this.writers[field] ?? MAKE[FIELDS[id].kind]()) as ColumnWriter<Column>;
      this.writers[field] = undefined;
      return [id, writer.seal(order)] as const;
    });
    return Object.fromEntries(columns) as unknown as Columns;
  }
}

function hasRows(column: Column): boolean {
  switch (column.kind) {
    case 'text':
      return column.ends.length > 0;
    case 'code':
      return column.codes.length > 0;
    case 'time':
      return column.values.length > 0;
    default:
      return column.stops.length > 0;
  }
}
