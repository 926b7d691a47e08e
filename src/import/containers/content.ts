import type { TroubleError } from '../../model/outcome';
import type { ByteOffset } from '../../model/units';

/** One export inside a file: the file itself, what its gzip holds, or an entry of its zip. */
export interface Content {
  /** As people see it: `assets.json`, or inside a zip `archive.zip/inner.json`. */
  readonly name: string;
  /** Text of some format, or a spreadsheet that SheetJS has to open: `xlsx` (a zip) or `xls` (OLE). */
  readonly kind: 'text' | 'xlsx' | 'xls';
  /** Its first bytes, unpacked and as UTF-8, without a byte order mark; at most `HEAD_BYTES`. */
  readonly head: Uint8Array;
  /** Its length unpacked, if that is known beforehand; a hint. */
  readonly size: number | null;
  /**
   * The very bytes, where nothing has to be unpacked or recoded, so that they can be read by slices. Starts
   * after a byte order mark: `skipped` bytes of the file stand before it.
   */
  readonly blob: Blob | null;
  readonly skipped: number;
  /**
   * All bytes from the first on, as UTF-8 for text; each call reads anew. A damaged container throws a
   * `TroubleError` where the damage shows: what came before was unpacked right, and whoever keeps records of
   * it must mark the dataset as unfinished with that error's sentence.
   */
  bytes(): AsyncGenerator<Uint8Array>;
  /** The size of an entry of a zip as its directory says, unpacked; absent where the content is the file itself. */
  readonly entryBytes?: number;
  /** It was UTF-16: `bytes` are UTF-8 already, or would be but for lone surrogates. */
  readonly recoded?: true;
  /** How far the outer file has been read, for the progress; `null` where that is what has been read of `blob`. */
  readonly position: (() => ByteOffset) | null;
  /** Why this entry of a zip cannot be read at all; the entries after it can. Whoever reads the content throws it. */
  readonly failure?: TroubleError;
}

/** How much of a content its `head` shows: enough for a title, a header and some rows of a spreadsheet. */
export const HEAD_BYTES = 1 << 16;
