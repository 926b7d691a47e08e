import { FIELD_IDS } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import { MOST_SKIPPED_NAMED } from '../builder';
import { Float64Blocks, Uint32Blocks } from '../columns/blocks';
import { FieldWriters } from '../columns/field-writers';
import { RecordDraft } from '../record-draft';
import type { RecordKeeper } from '../record-keeper';
import type { Part } from './part';

/** Keeps the records of a part of a file, without asking which of them are one asset: `DatasetBuilder.append` does. */
export class PartBuilder implements RecordKeeper {
  readonly draft: RecordDraft;
  private readonly writers = new FieldWriters();
  private readonly bytes = new Float64Blocks();
  private readonly lengths = new Uint32Blocks();
  private readonly namelessRows = new Uint32Blocks();
  private readonly namelessRecords = new Uint32Blocks();
  private readonly fieldsSeen = new Uint8Array(FIELD_IDS.length);
  private readonly skipped: Part['skipped'][number][] = [];
  private readonly faults: Part['faults'][number][] = [];
  private skippedCount = 0;
  private lastSkippedByte: ByteOffset | null = null;
  private rows = 0;
  private records = 0;

  constructor() {
    this.draft = new RecordDraft(this.writers);
  }

  keep(byte: ByteOffset, length: number): void {
    this.records++;
    if (this.draft.id() === null) {
      this.namelessRows.push(this.rows);
      this.namelessRecords.push(this.records);
    }
    this.draft.commit(this.rows++);
    this.bytes.push(byte);
    this.lengths.push(length);
  }

  skip(byte: ByteOffset, reason: string): void {
    this.records++;
    this.skippedCount++;
    this.lastSkippedByte = byte;
    if (this.skipped.length < MOST_SKIPPED_NAMED) this.skipped.push({ record: this.records, byte, reason });
  }

  markUnfinished(reason: string): void {
    if (this.faults.length > 0) return;
    this.faults.push({ reason, record: this.records, byte: this.lastSkippedByte });
  }

  seesAll(fields: Uint8Array): void {
    for (let field = 0; field < fields.length; field++) if (fields[field] === 1) this.fieldsSeen[field] = 1;
  }

  /** The part. The builder is spent afterwards. */
  seal(): Part {
    const { rows, records, skipped, skippedCount, lastSkippedByte, faults, fieldsSeen } = this;
    return {
      rows,
      columns: this.writers.seal(null),
      bytes: this.bytes.seal(),
      lengths: this.lengths.seal(),
      nameless: { rows: this.namelessRows.seal(), records: this.namelessRecords.seal() },
      records,
      skipped,
      skippedCount,
      lastSkippedByte,
      faults,
      unreadable: this.draft.unreadable,
      fieldsSeen,
    };
  }
}
