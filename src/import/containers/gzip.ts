// gzip: RFC 1952. A file may hold several members one after another (bgzip, `cat a.gz b.gz`, log rotation).
import { Gunzip } from 'fflate';
import { TroubleError } from '../../model/outcome';
import type { Watch } from '../../model/progress';
import { Crc32 } from './crc32';
import { bomb, isBomb, sizeInWords } from './limits';

/**
 * Bytes given to fflate at once. It copies the rest of its input at each member, so larger pieces would make
 * a file of very many tiny members quadratic; smaller ones cost a tenth of the speed.
 */
const PIECE_BYTES = 1 << 16;
/** How far back a member's header may start: its file name and extra field have no limit of their own. */
const HEADER_REACH = 1 << 17;
/** An empty member. Put after the file's end it makes fflate say where the file's last member ended. */
const SENTINEL = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const TRAILER_BYTES = 8;

/**
 * Unpacks gzip of one or several members as a stream. fflate checks no sums; here the CRC and the length of
 * every member are compared with its trailer. What was yielded before an error is sound only up to the last
 * whole member, but complete as far as it goes: the reader decides what to keep and must say so.
 */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  file: string,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  const members = new Members(file);
  for await (const slice of packed) {
    for (let at = 0; at < slice.length; at += PIECE_BYTES) {
      yield* members.unpack(slice.subarray(at, at + PIECE_BYTES));
      if (members.failure !== null) throw members.failure;
      await watch.pause();
    }
  }
  members.finish();
  if (members.failure !== null) throw members.failure;
}

/** Follows fflate through the members and keeps what their trailers are compared with. */
class Members {
  readonly #gunzip: Gunzip;
  #out: Uint8Array[] = [];
  #crc = new Crc32();
  /** Bytes unpacked: of this member, and in all. */
  #length = 0;
  #unpacked = 0;
  /** The newest input, up to `#read`, for the trailers. */
  #recent: Uint8Array = new Uint8Array(0);
  #read = 0;
  #member = 1;
  #finished = false;
  #endedWell = false;
  /** Why the unpacking ended early; what `unpack` returned with it came before the damage. */
  failure: TroubleError | null = null;

  constructor(readonly file: string) {
    this.#gunzip = new Gunzip((chunk) => this.#take(chunk));
    this.#gunzip.onmember = (start) => this.#endMember(start);
  }

  unpack(piece: Uint8Array): Uint8Array[] {
    const kept = this.#recent.subarray(Math.max(0, this.#recent.length - HEADER_REACH));
    const recent = new Uint8Array(kept.length + piece.length);
    recent.set(kept);
    recent.set(piece, kept.length);
    this.#recent = recent;
    this.#read += piece.length;
    this.#out = [];
    this.#push(piece);
    if (isBomb(this.#read, this.#unpacked)) this.failure = bomb(this.file, this.#read, this.#unpacked);
    return this.#out;
  }

  /** The last member must end where the file ends. */
  finish(): void {
    this.#finished = true;
    if (this.#read > 0) this.#push(SENTINEL);
    if (this.failure === null && !this.#endedWell) this.failure = this.#cut();
  }

  #push(bytes: Uint8Array): void {
    try {
      this.#gunzip.push(bytes);
    } catch (error) {
      this.failure = error instanceof TroubleError ? error : this.#explain();
    }
  }

  #take(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#crc.add(chunk);
    this.#length += chunk.length;
    this.#unpacked += chunk.length;
    this.#out.push(chunk);
  }

  /** A new member starts at `start`, so the one before ended there: its trailer are the eight bytes before. */
  #endMember(start: number): void {
    const trailerAt = start - TRAILER_BYTES - (this.#read - this.#recent.length);
    const trailer = this.#recent.subarray(Math.max(0, trailerAt), trailerAt + TRAILER_BYTES);
    const expected = this.#trailer();
    if (trailer.length < TRAILER_BYTES || !expected.every((byte, i) => trailer[i] === byte))
      throw this.#wrongSum();
    if (this.#finished && start === this.#read) this.#endedWell = true;
    this.#crc = new Crc32();
    this.#length = 0;
    this.#member++;
  }

  /** What the trailer of the present member has to be. */
  #trailer(): Uint8Array {
    const trailer = new DataView(new ArrayBuffer(TRAILER_BYTES));
    trailer.setUint32(0, this.#crc.value, true);
    trailer.setUint32(4, this.#length % 2 ** 32, true);
    return new Uint8Array(trailer.buffer);
  }

  /** fflate gave up: bytes that are no member follow a whole one, or the member itself is damaged. */
  #explain(): TroubleError {
    const at = lastIndexOf(this.#recent, this.#trailer());
    if (at >= 0 && this.#couldEndAt(at)) {
      const byte = this.#read - this.#recent.length + at + TRAILER_BYTES;
      if (byte < this.#read || this.#finished) return this.#garbage(byte);
    }
    return this.#finished ? this.#cut() : this.#damaged();
  }

  /** An empty member's trailer is eight zeros, which also stand elsewhere: only believe it after its own data. */
  #couldEndAt(at: number): boolean {
    return this.#length > 0 || (this.#recent[at - 2] === 3 && this.#recent[at - 1] === 0);
  }

  #garbage(byte: number): TroubleError {
    return new TroubleError({
      code: 'gzip.trailingBytes',
      what: `${this.file} goes on after its gzip data: from byte ${byte.toLocaleString('en')} on there is something that is not gzip.`,
      remedy:
        'What stands before it was read whole; if more was expected, export or download the file again.',
      where: { file: this.file, byte },
    });
  }

  #wrongSum(): TroubleError {
    return new TroubleError({
      code: 'gzip.wrongSum',
      what: `${this.file} is damaged: the checksum of gzip member ${this.#member.toLocaleString('en')} does not fit its content.`,
      remedy: 'Download or copy the file again; some of what was read from it may be wrong.',
      where: { file: this.file, byte: this.#read },
    });
  }

  #damaged(): TroubleError {
    return new TroubleError({
      code: 'gzip.damaged',
      what: `${this.file} is damaged: its gzip data cannot be unpacked near byte ${this.#read.toLocaleString('en')}.`,
      remedy: 'Download or copy the file again.',
      where: { file: this.file, byte: this.#read },
    });
  }

  #cut(): TroubleError {
    return new TroubleError({
      code: 'gzip.cut',
      what: `${this.file} ends in the middle of its gzip data, after ${sizeInWords(this.#read)}.`,
      remedy: 'The download or copy was probably interrupted: get the file again.',
      where: { file: this.file, byte: this.#read },
    });
  }
}

function lastIndexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = bytes.length - wanted.length; at >= 0; at--) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}
