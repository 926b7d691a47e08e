import type { Columns, FieldId } from './field';
import type { Notice } from './notice';
import type { AssetIndex, ByteOffset, EpochMilliseconds, MacNumber } from './units';

/** A record that could not become an asset: where it stands and why. */
export interface SkippedRecord {
  /** The file's name; inside a zip `archive.zip/inner.json`. */
  readonly file: string;
  /** The record's number in its file, from 1. */
  readonly record: number;
  /** The record's first byte in its file; for a spreadsheet, where bytes mean nothing, -1. */
  readonly byte: ByteOffset;
  /** One sentence for people, without the record's data. */
  readonly reason: string;
}

/** Records in the files = assets + repeated + skipped. Every import ends with this sum. */
export interface Balance {
  readonly records: number;
  readonly assets: number;
  readonly repeated: number;
  readonly skipped: number;
}

/** One file that went into a dataset. */
export interface DatasetFile {
  readonly name: string;
  /** The file's size as the person knows it: compressed, if it was; of a file inside a zip its own size, unpacked. */
  readonly bytes: number;
  /** Which format read it, in words: "Gateway response", "CSV". */
  readonly format: string;
  /** Records found in it, skipped ones included; 0 for a file that was not read. */
  readonly records: number;
  /** Why it gave no asset, although it should have: what happened and what to do now, each a sentence. */
  readonly trouble?: FileTrouble;
  /** Spreadsheets: which field each column was read as, so that the page can show and change it. */
  readonly mapping?: FileMapping;
  /** JSON and XML: which keys of the records were read, and which were left out. */
  readonly keys?: FileKeys;
}

/** Keys of the records of one file, by their paths, in the order of the alphabet; some hundreds at most. */
export interface FileKeys {
  readonly read: readonly string[];
  readonly leftOut: readonly string[];
}

/** Why a file next to good ones was not read; as `Trouble` says it. */
export interface FileTrouble {
  readonly what: string;
  readonly remedy: string;
}

/** How a spreadsheet's columns were read; `signature` is that of `MappingRequest`. */
export interface FileMapping {
  readonly signature: string;
  readonly headers: readonly string[];
  /** `null`: the column was left out. */
  readonly columns: readonly (FieldId | null)[];
}

export type DatasetOrigin = 'files' | 'paste' | 'sample' | 'gateway';

/** Why a dataset is known to lack assets; shown wherever its figures are. */
export interface Unfinished {
  /** One sentence: what stopped the import or the fetch, and where. */
  readonly reason: string;
}

/** What a record that does not stand told of its asset's machine. */
export interface KeptIdentity {
  readonly asset: AssetIndex;
  readonly identifiers: Readonly<Partial<Record<FieldId, string>>>;
  readonly names: readonly string[];
  readonly macs: readonly MacNumber[];
  readonly address: string;
}

/** What is known of a dataset besides its columns; small enough to cross to the page. */
export interface DatasetHeader {
  /** Random, made at import; the key in IndexedDB and in the page's address. */
  readonly id: string;
  /** What people call it: the file's name at first, then theirs. */
  readonly name: string;
  readonly origin: DatasetOrigin;
  readonly files: readonly DatasetFile[];
  readonly importedAt: EpochMilliseconds;
  readonly balance: Balance;
  /** The first thousand; `balance.skipped` says how many there were in all. */
  readonly skipped: readonly SkippedRecord[];
  /** Values that a kept record had but that could not be read, by field: `{ macAddresses: 3 }`. */
  readonly unreadable: Readonly<Partial<Record<FieldId, number>>>;
  /** Fields that at least one record carried, with or without a value: tells "empty" from "not exported". */
  readonly fieldsSeen: readonly FieldId[];
  readonly unfinished?: Unfinished;
  /**
   * What the figures have to be read with, the most severe first; `unfinished` is among them. Absent where there
   * is nothing to say, and in datasets stored by version 0.1.0.
   */
  readonly notices?: readonly Notice[];
  /** Records without an asset id, kept under `#` and their number; absent where there are none. */
  readonly withoutId?: number;
  /** Of assets whose newer record lacks identifiers that an older one had; files that are added are compared with them. */
  readonly identities?: readonly KeptIdentity[];
  /** Gateway datasets: for the reports' file names. */
  readonly gateway?: { readonly platform: string; readonly userName: string };
}

/** Where each asset's record stands, so that it can be shown and cited. Shorter than the dataset if unknown. */
export interface Origins {
  /** Index into `header.files`. */
  readonly file: Uint16Array;
  readonly byte: Float64Array;
  /** The record's length in bytes. */
  readonly length: Uint32Array;
}

/** What one import made: distinct assets in dataset order, each field a column. */
export interface Dataset {
  readonly header: DatasetHeader;
  /** How many distinct assets. */
  readonly size: number;
  readonly columns: Columns;
  readonly origins: Origins;
}
