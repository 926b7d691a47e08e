import type { ByteOffset } from '../model/units';
import { readRange } from './containers/slices';

/** One read. Larger ones were no faster in Chromium 156, and longer than a cancel may take. */
const SLICE_BYTES = 4 << 20;

/**
 * The blob's bytes in order, each slice asked for while the one before is being read: the browser reads files
 * in another process, so that reading and scanning overlap.
 */
export async function* readAhead(blob: Blob, file: string): AsyncGenerator<Uint8Array> {
  const slice = (from: ByteOffset) => {
    const read = readRange(blob, from, Math.min(blob.size, from + SLICE_BYTES), file);
    // A failure is met where the slice is awaited; until then it must not count as unhandled.
    read.catch(() => undefined);
    return read;
  };
  let next = blob.size > 0 ? slice(0) : null;
  for (let at = 0; next !== null; ) {
    const bytes: Uint8Array = await next;
    at += SLICE_BYTES;
    next = at < blob.size ? slice(at) : null;
    yield bytes;
  }
}
