import type { RecordSink } from '../../../../src/import/record-sink';
import type { FieldId } from '../../../../src/model/field';
import type { Notice } from '../../../../src/model/notice';

export interface SeenRecord {
  readonly byte: number;
  length: number;
  readonly values: [FieldId | 'source', string][];
}

/** A sink that writes down what a format gave it. */
export class SeenRecords implements RecordSink {
  readonly records: SeenRecord[] = [];
  readonly skipped: { readonly byte: number; readonly reason: string }[] = [];
  readonly seen: FieldId[] = [];
  readonly remarks: Notice[] = [];
  folded = 0;
  #open: SeenRecord | null = null;

  begin(byte: number): void {
    this.#open = { byte, length: 0, values: [] };
  }
  value(field: FieldId, text: string): void {
    this.#open!.values.push([field, text]);
  }
  source(source: string, created: string, lastUpdated: string): void {
    this.#open!.values.push(['source', [source, created, lastUpdated].join('|')]);
  }
  end(length: number): void {
    this.#open!.length = length;
    this.records.push(this.#open!);
  }
  drop(reason: string): void {
    this.skipped.push({ byte: this.#open!.byte, reason });
  }
  skip(byte: number, reason: string): void {
    this.skipped.push({ byte, reason });
  }
  fold(): void {
    this.folded++;
  }
  remark(notice: Notice): void {
    this.remarks.push(notice);
  }
  sees(field: FieldId): void {
    this.seen.push(field);
  }

  /** The values of each record, by field. */
  get fields(): Record<string, string | string[]>[] {
    return this.records.map(({ values }) => {
      const fields: Record<string, string | string[]> = {};
      for (const [field, text] of values) {
        const before = fields[field];
        fields[field] = before === undefined ? text : [before, text].flat();
      }
      return fields;
    });
  }
}
