/**
 * What reading functions answer instead of a position: the bytes ended before the value did (`MORE`), or the
 * bytes are not JSON (`BAD`; `Input.fault` says why and where).
 */
export const MORE = -1;
export const BAD = -2;

/** Levels of nesting that a record may have; deeper ones break `structuredClone` and IndexedDB later on. */
export const DEEPEST = 200;

/** Bytes that may be read twice beyond those that were read once. */
const SPARE = 4096;

/** The bytes at hand, what is known of those before, and what went wrong in them. Positions are places in `bytes`. */
export class Input {
  bytes: Uint8Array = new Uint8Array(0);
  /** The same bytes, for reading four at a time. */
  view = new DataView(this.bytes.buffer);
  end = 0;
  /** Whether the file ends with these bytes. */
  isLast = false;
  fault = { reason: '', at: 0 };
  /** How many of these bytes were read twice: by shapes that did not fit to their end, or to learn shapes. */
  backtracked = 0;

  use(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = bytes.length;
    this.backtracked = 0;
  }

  /**
   * The backtracking budget: whether shapes may be tried and learned at `at`, which is not so where more was read
   * twice than lies before. An object whose shape fails at its end is read twice, so that of n such objects in each
   * other the innermost would be read 2^n times.
   */
  mayBacktrack(at: number): boolean {
    return this.backtracked <= at + SPARE;
  }

  /** Notes what is wrong at that position; answers `BAD`. */
  bad(reason: string, at: number): number {
    this.fault.reason = reason;
    this.fault.at = at;
    return BAD;
  }
}

/** The first position from `at` on that holds no JSON white space; the end if there is none. */
export function skipSpace(input: Input, at: number): number {
  const { bytes, end } = input;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) break;
    at++;
  }
  return at;
}
