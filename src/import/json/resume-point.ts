import type { ByteOffset } from '../../model/units';

/** All that a reader has to know to start in the middle of a file, at a record. */
export interface ResumePoint {
  /** The lists and wrappers that the record lies in, outermost first. */
  readonly levels: readonly number[];
  /** How records begin here, such as `{"assetId"`; never empty. */
  readonly opening: Uint8Array;
}

/** A place between two records: one that begins like the others is due there. */
export interface Boundary extends ResumePoint {
  /** Where the white space before the record begins: by it a broken record is known from those around it. */
  readonly at: ByteOffset;
}
