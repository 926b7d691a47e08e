import type { ByteOffset } from '../model/units';
import type { RecordDraft } from './record-draft';

/** Where the byte scanner puts records: it fills the draft, and then has it kept, or counts the record as skipped. */
export interface RecordKeeper {
  readonly draft: RecordDraft;
  /** Keeps the record in the draft, which stands at `byte` in the file and is `length` bytes long. */
  keep(byte: ByteOffset, length: number): void;
  /** Counts a record that could not be read; one sentence, without the record's data. */
  skip(byte: ByteOffset, reason: string): void;
  /** Says that assets are known to be missing, and why. */
  markUnfinished(reason: string): void;
  /** Fields that the file has, 1 for each, by number. */
  seesAll(fields: Uint8Array): void;
}
