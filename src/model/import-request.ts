import type { DatasetOrigin } from './dataset';
import type { FieldId } from './field';

/** One thing to read: a file, or pasted text as a blob. */
export interface ImportSource {
  readonly name: string;
  readonly blob: Blob;
}

/** Which field a spreadsheet's column fills; `null` leaves the column out. Index is the column's number. */
export type ColumnMapping = readonly (FieldId | null)[];

/** How an import is to be done. */
export interface ImportOptions {
  /** What the dataset is called; the first file's name where absent. */
  readonly name?: string;
  readonly origin: DatasetOrigin;
  /** Mappings that the person confirmed, by the header signature of `MappingRequest`. */
  readonly mappings?: Readonly<Record<string, ColumnMapping>>;
}

/** A spreadsheet whose columns the person should look at before it is read. */
export interface MappingRequest {
  readonly file: string;
  /** The header row made into a key, so that a mapping is remembered for that set of headers. */
  readonly signature: string;
  readonly headers: readonly string[];
  /** The first rows, at most twenty, as text. */
  readonly preview: readonly (readonly string[])[];
  /** What the headers suggest. */
  readonly suggested: ColumnMapping;
}
