import { TroubleError } from '../../model/outcome';
import type { Watch } from '../../model/progress';
import type { Content } from '../containers/content';

/** Characters beyond ASCII that are looked at: enough to tell an encoding from damage. */
const ENOUGH = 1000;

/**
 * Whether a table is written in Windows-1252, as Excel writes "CSV" in Western Europe: without a byte order
 * mark, and most characters beyond ASCII are no UTF-8. A UTF-8 file with a few damaged bytes is none. Reads the
 * file up to the thousandth such character; a file in pure ASCII once through (about 1 ms a MB).
 */
export async function isWindows1252(content: Content, watch: Watch): Promise<boolean> {
  if (content.skipped > 0) return false;
  const census = new Census();
  try {
    for await (const chunk of content.bytes()) {
      census.add(chunk);
      if (census.valid + census.invalid >= ENOUGH) break;
      await watch.pause();
    }
  } catch (error) {
    // Damage is met again, and named, by whoever reads on.
    if (!(error instanceof TroubleError)) throw error;
  }
  return census.invalid > census.valid;
}

/** Counts sequences beyond ASCII, as UTF-8 and as none, at any chunking. */
class Census {
  valid = 0;
  invalid = 0;
  /** Continuation bytes that the open sequence still needs. */
  private due = 0;

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte < 0x80 && this.due === 0) continue;
      this.take(byte);
    }
  }

  private take(byte: number): void {
    const continues = (byte & 0xc0) === 0x80;
    if (this.due > 0) {
      if (continues) {
        if (--this.due === 0) this.valid++;
        return;
      }
      this.due = 0;
      this.invalid++;
      if (byte < 0x80) return;
    }
    if (byte >= 0xc2 && byte < 0xf5) this.due = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    else this.invalid++;
  }
}
