import type { Columns } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import type { JsonShape } from '../json/json-account';
import type { ResumePoint } from '../json/resume-point';

/** What a thread reads: the records that begin in a stretch of the file. */
export interface PartJob {
  readonly blob: Blob;
  /** Bytes of the file that stand before the blob (a byte order mark); all offsets are the file's. */
  readonly skipped: number;
  /** Where to start: at a record that surely begins here (`exact`), or to look for the first one from here on. */
  readonly from: ByteOffset;
  readonly exact: boolean;
  /** The first record that begins from here on is the next part's; infinite for the last part. */
  readonly to: ByteOffset;
  /** What lies around records of this file, and how they begin. */
  readonly resumePoint: ResumePoint;
}

/** What a thread answers: nothing begins in its stretch, or it could not read, or the part with its ends. */
export type PartAnswer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'part';
      readonly start: ByteOffset;
      /** Where the next record begins; `null` if reading ended, with the file or at a fault. */
      readonly end: ByteOffset | null;
      readonly part: Part;
      readonly shape: JsonShape;
    };

/** Records of a stretch of one file as columns, with what their builder has to know. Records are counted from 1. */
export interface Part {
  readonly rows: number;
  /** One row for each record that was kept, repeated ones included; the ids of rows without one are "". */
  readonly columns: Columns;
  /** Where each row's record stands in the file, and how long it is. */
  readonly bytes: Float64Array;
  readonly lengths: Uint32Array;
  /** Rows without an id, and the numbers of their records. */
  readonly nameless: { readonly rows: Uint32Array; readonly records: Uint32Array };
  /** Records kept or skipped. */
  readonly records: number;
  readonly skipped: readonly {
    readonly record: number;
    readonly byte: ByteOffset;
    readonly reason: string;
  }[];
  readonly skippedCount: number;
  readonly lastSkippedByte: ByteOffset | null;
  /** Why assets are known to be missing, at most one; `byte`: the record skipped last before, if any. */
  readonly faults: readonly {
    readonly reason: string;
    readonly record: number;
    readonly byte: ByteOffset | null;
  }[];
  /** Values that could not be read, and fields that were seen, by field. */
  readonly unreadable: Float64Array;
  readonly fieldsSeen: Uint8Array;
}

/** Every buffer of a part, to be handed from thread to thread without a copy. */
export function buffersOf(part: Part): ArrayBuffer[] {
  const { bytes, lengths, nameless, columns } = part;
  const found = new Set<ArrayBufferLike>([
    bytes.buffer,
    lengths.buffer,
    nameless.rows.buffer,
    nameless.records.buffer,
  ]);
  for (const column of Object.values(columns))
    for (const held of Object.values(column)) if (ArrayBuffer.isView(held)) found.add(held.buffer);
  return [...found] as ArrayBuffer[];
}
