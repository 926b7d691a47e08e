/** A record is read whole; bytes that do not end one within this are passed over. */
const LARGEST_RECORD = 64 * 1024 * 1024;
/** Bytes of the next chunk that are joined to the rest of the last one at first. */
const JOINT = 64 * 1024;

/** Who reads what the joiner gives. */
export interface ChunkReader {
  /** Whether nothing more is wanted. */
  readonly stopped: boolean;
  /**
   * Reads records from bytes that stand at `base` in the file; answers how many bytes are done with. Stops at
   * the first end of a record from `enough` on.
   */
  run(bytes: Uint8Array, base: number, enough: number): number;
  /** Gives up the record that these bytes do not end: it is too large to be held. */
  passOver(bytes: Uint8Array): void;
}

/** Gives chunks to a reader; joins the bytes that do not end a record yet to those that follow them. */
export class ChunkJoiner {
  /** Bytes given so far. */
  fed = 0;
  private parts: Uint8Array[] = [];
  private length = 0;
  /** Pending bytes are looked at again once there are this many: retrying at each byte would be quadratic. */
  private retryAt = 0;

  constructor(private readonly reader: ChunkReader) {}

  /** The chunk may be reused afterwards. */
  feed(chunk: Uint8Array): void {
    let from = 0;
    const start = this.fed;
    this.fed += chunk.length;
    while (this.length > 0 && from < chunk.length) {
      const take = Math.min(chunk.length - from, Math.max(JOINT, this.length));
      const before = this.length;
      this.keep(chunk.slice(from, from + take));
      from += take;
      if (this.length < this.retryAt) continue;
      const joint = this.joint(0);
      const consumed = this.reader.run(joint, start + from - joint.length, before);
      if (consumed >= before) {
        from -= joint.length - consumed;
        this.forget();
      } else {
        this.hold(joint.subarray(consumed));
      }
      if (this.reader.stopped) return;
    }
    if (from >= chunk.length) return;
    const rest = from === 0 ? chunk : chunk.subarray(from);
    const consumed = this.reader.run(rest, start + from, Number.POSITIVE_INFINITY);
    if (!this.reader.stopped) this.hold(rest.subarray(consumed));
  }

  /** The pending bytes in one piece, with room for some more. */
  joint(extra: number): Uint8Array {
    const joint = new Uint8Array(this.length + extra);
    let at = 0;
    for (const bytes of this.parts) {
      joint.set(bytes, at);
      at += bytes.length;
    }
    return joint;
  }

  /** Gives up the pending bytes. */
  drop(): void {
    this.forget();
  }

  private keep(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }

  private forget(): void {
    this.parts = [];
    this.length = 0;
    this.retryAt = 0;
  }

  private hold(bytes: Uint8Array): void {
    this.forget();
    if (bytes.length === 0) return;
    this.keep(bytes.slice());
    this.retryAt = bytes.length < 256 ? 0 : bytes.length * 1.5;
    if (bytes.length <= LARGEST_RECORD) return;
    this.retryAt = 0;
    this.reader.passOver(bytes);
  }
}
