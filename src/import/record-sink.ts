import type { FieldId } from '../model/field';
import type { Notice } from '../model/notice';
import type { ByteOffset } from '../model/units';

/**
 * Where a format puts what it reads, one record after the other: `begin`, values in any order, `end`; or
 * `begin`, values, `drop` once the record turns out to be bad. Values become columns at once: a sink keeps no
 * record objects. Texts are normalised here, not by the format: times are parsed, MACs made canonical,
 * addresses split and trimmed.
 */
export interface RecordSink {
  /** Starts a record at its first byte in the file; -1 where bytes mean nothing (spreadsheets). */
  begin(byte: ByteOffset): void;
  /**
   * One value of the record. "" is no value. For fields of one value the last call counts; for fields of
   * several (`texts`, `macs`, `codes`, `sources`) each call adds. A text for `macAddresses` or
   * `interfaceAddresses` may hold several, separated by commas, semicolons, spaces or line breaks.
   */
  value(field: FieldId, text: string): void;
  /** One entry of the record's inventory list; "" where a time is not known. */
  source(source: string, created: string, lastUpdated: string): void;
  /** Keeps the record. `length` is its length in bytes, 0 where bytes mean nothing. */
  end(length: number): void;
  /** Forgets the record that was begun and counts it as skipped; one sentence, without the record's data. */
  drop(reason: string): void;
  /** Counts a record of which nothing was begun as skipped. */
  skip(byte: ByteOffset, reason: string): void;
  /** Says that the file has this field (a column of that name), whether or not any record has a value. */
  sees(field: FieldId): void;
  /** Forgets the record that was begun and counts it as repeated: it describes the asset of an earlier one. */
  fold(): void;
  /** Says something about the file that whoever reads the figures has to know. */
  remark(notice: Notice): void;
}
