import { TroubleError } from '../../model/outcome';
import type { ByteOffset } from '../../model/units';

/** One read from a blob; larger ones are no faster in Chromium and cost memory. */
export const SLICE_BYTES = 1 << 20;

/**
 * Reads `blob` from `from` up to `to`. A file that was changed or removed since it was chosen cannot be read
 * any more; browsers say so only as a failed read, hence the sentence.
 */
export async function readRange(blob: Blob, from: ByteOffset, to: ByteOffset, file: string) {
  return readWhole(blob.slice(from, to), file, from);
}

/** Reads all of `blob`, which starts at `from` in its file; see `readRange`. */
export async function readWhole(blob: Blob, file: string, from: ByteOffset = 0) {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new TroubleError({
      code: 'file.unreadable',
      what: `${file} could not be read from byte ${from.toLocaleString('en')} on: it was changed, moved or locked since it was chosen.`,
      remedy: 'Choose the file again.',
      where: { file, byte: from },
    });
  }
}

/** The bytes of `blob` in order, at most `SLICE_BYTES` at a time; `onRead` gets how far it has read. */
export async function* slicesOf(
  blob: Blob,
  file: string,
  from: ByteOffset = 0,
  to: ByteOffset = blob.size,
  onRead: (upTo: ByteOffset) => void = () => undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = from; at < to; at += SLICE_BYTES) {
    const next = Math.min(to, at + SLICE_BYTES);
    const slice = await readRange(blob, at, next, file);
    onRead(next);
    yield slice;
  }
}

/**
 * The first `count` bytes that `chunks` gives, fewer if there are no more; stops the reading. Damage after the
 * first byte is no error here: whoever reads on meets it in its place.
 */
export async function firstBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
  const head = new Uint8Array(count);
  let length = 0;
  try {
    for await (const chunk of chunks) {
      head.set(chunk.subarray(0, count - length), length);
      length = Math.min(count, length + chunk.length);
      if (length === count) break;
    }
  } catch (error) {
    if (length === 0 || !(error instanceof TroubleError)) throw error;
  }
  return head.subarray(0, length);
}
