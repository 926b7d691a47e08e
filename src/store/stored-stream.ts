/** A stream of bytes as it stands in the store, in chunks. */
export interface StoredStream {
  readonly bytes: number;
  /** Under which name its chunks stand: another with each save, so that a save that breaks off spoils nothing. */
  readonly content: string;
  /** One sum for each chunk, by which a damaged one is known. */
  readonly sums: Uint32Array;
}
