import type { ByteOffset } from '../../model/units';
import type { RecordKeeper } from '../record-keeper';
import { ChunkJoiner, type ChunkReader } from './chunk-joiner';
import { MORE, skipSpace } from './input';
import { Nesting } from './nesting';
import { OverlongRecord } from './overlong-record';
import { RecoveringReader } from './recovering-reader';
import type { Boundary, ResumePoint } from './resume-point';
import { startsWith } from './resynchronise';
import * as skipReasons from './skip-reasons';

/** Space at the end of a chunk that is not worth keeping. */
const MUCH_SPACE = 64 * 1024;

/** Reads a file in chunks of any size, from its beginning or from the middle, and up to its end or to a boundary. */
export abstract class ChunkedReader extends RecoveringReader implements ChunkReader {
  private chunks = new ChunkJoiner(this);
  /** From here on reading stops where a record begins; see `stopFrom`. */
  private limit: ByteOffset = Number.POSITIVE_INFINITY;
  private readonly levelsAtLimit: readonly number[] | null;
  /** Where reading stopped because of `stopFrom`. */
  boundary: Boundary | null = null;
  private overlong: OverlongRecord | null = null;

  /**
   * `skipped`: bytes of the file that stand before the first one fed (a byte order mark). `resumePoint`: where
   * reading starts in the middle of a file.
   */
  constructor(
    builder: RecordKeeper,
    private skipped: number,
    resumePoint: ResumePoint | null,
  ) {
    super(builder);
    this.levelsAtLimit = resumePoint?.levels ?? null;
    if (resumePoint !== null) {
      this.nesting = new Nesting(resumePoint.levels);
      this.opening = resumePoint.opening;
    }
  }

  /**
   * Reads one record, key or mark at `at`; `before` is where the space before it begins. Answers the place behind
   * it, or `MORE`.
   */
  protected abstract step(at: number, before: number): number;

  /**
   * Stops at the first record from this offset of the file on that begins like those before (and, for a reader
   * that started in the middle, lies in the same lists): then `boundary` says where, and `stopped` is set.
   */
  stopFrom(limit: ByteOffset): void {
    this.limit = limit;
  }

  /** Goes on behind a boundary, with bytes from this offset of the file on; a record begins there. */
  goOnFrom(at: ByteOffset): void {
    this.limit = Number.POSITIVE_INFINITY;
    this.boundary = null;
    this.stopped = false;
    this.skipped = at;
    this.chunks = new ChunkJoiner(this);
  }

  /** Reads the next bytes of the file, without a byte order mark. The chunk may be reused afterwards. */
  feed(chunk: Uint8Array): void {
    if (!this.stopped) this.chunks.feed(chunk);
  }

  /** The file has ended: what is left is read as it is. */
  finish(): void {
    if (this.stopped) return;
    this.final = true;
    this.input.isLast = true;
    if (this.overlong !== null) this.builder.markUnfinished(skipReasons.ENDS_INSIDE_RECORD);
    // The space ends a number at the very end of the file.
    const joint = this.chunks.joint(1);
    joint[joint.length - 1] = 32;
    this.run(joint, this.chunks.fed - joint.length + 1, Number.POSITIVE_INFINITY);
    if (this.nesting.length > 0 && !this.stopped) this.builder.markUnfinished(skipReasons.ENDS_INSIDE_LIST);
  }

  /** Begins another file behind one that was finished: cheaper than a reader of its own, whose tables take 0.8 MB. */
  restart(skipped: number): void {
    this.goOnFrom(skipped);
    this.nesting = new Nesting();
    this.final = false;
    this.input.isLast = false;
    this.opening = new Uint8Array(0);
    this.overlong = null;
  }

  /** Reads record after record; answers how many bytes are done with. Stops at the first end from `enough` on. */
  run(bytes: Uint8Array, base: number, enough: number): number {
    const { input } = this;
    input.use(bytes);
    this.builder.draft.input = bytes;
    this.base = base + this.skipped;
    let at = 0;
    while (at < enough && !this.stopped) {
      if (this.overlong !== null) {
        at = this.overlong.passOver(input, at);
        if (at === MORE) return input.end;
        this.overlong = null;
        at = this.ended(at);
        continue;
      }
      const start = skipSpace(input, at);
      if (start >= input.end) return this.final || start - at > MUCH_SPACE ? start : at;
      if (this.base + start >= this.limit && this.isBoundary(start)) {
        const { nesting, opening } = this;
        this.boundary = { at: this.base + at, levels: [...nesting.open], opening };
        this.stopped = true;
        return at;
      }
      const next = this.step(start, at);
      if (next === MORE) return at;
      at = next;
    }
    return at;
  }

  private isBoundary(at: number): boolean {
    const { nesting, levelsAtLimit, opening } = this;
    if (!nesting.recordDue || opening.length === 0 || !startsWith(this.input.bytes, at, opening))
      return false;
    return levelsAtLimit === null || nesting.isLike(levelsAtLimit);
  }

  protected ended(at: number): number {
    this.nesting.ended();
    return at;
  }

  /** Gives up a record that is too large to be held. */
  passOver(bytes: Uint8Array): void {
    const first = bytes.findIndex((byte) => byte > 32);
    const at = this.skipped + this.chunks.fed - bytes.length + Math.max(first, 0);
    this.builder.skip(at, skipReasons.TOO_LARGE);
    if (bytes[first] !== 123) this.lose(skipReasons.TOO_LARGE);
    else this.overlong = new OverlongRecord();
  }
}
