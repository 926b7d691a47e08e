import { Inflate } from 'fflate';
import { TroubleError } from '../../model/outcome';
import type { Watch } from '../../model/progress';
import type { ByteOffset } from '../../model/units';
import { Crc32 } from './crc32';
import { readRange, slicesOf } from './slices';
import { damagedZip, type ZipEntry } from './zip-directory';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_MARK = 0x04034b50;
/** Input for fflate at once: unpacks to 67 MB at the very most. */
const PIECE_BYTES = 1 << 16;
const STORED = 0;
const DEFLATED = 8;

/** Methods that other programs write; named so that people know what to change. */
const METHODS = new Map([
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd'],
]);

/**
 * Unpacks one entry as a stream, without holding the archive or the entry. Never yields more than the
 * directory says the entry has; length and CRC are checked at its end.
 * `name` is the entry's name as people see it: `archive.zip/inner.json`.
 */
export async function* unzipEntry(
  blob: Blob,
  entry: ZipEntry,
  name: string,
  watch: Watch,
  onRead?: (upTo: ByteOffset) => void,
): AsyncGenerator<Uint8Array> {
  refuseUnreadable(entry, name);
  const from = await startOf(blob, entry, name);
  if (from + entry.packed > blob.size) throw damagedZip(name, 'its bytes end before they should');
  const crc = new Crc32();
  let length = 0;
  for await (const chunk of unpacked(
    slicesOf(blob, name, from, from + entry.packed, onRead),
    entry,
    name,
    watch,
  )) {
    length += chunk.length;
    if (length > entry.unpacked) throw damagedZip(name, 'it unpacks to more than the archive says');
    crc.add(chunk);
    yield chunk;
  }
  if (length < entry.unpacked) throw damagedZip(name, 'it unpacks to less than the archive says');
  if (crc.value !== entry.crc) throw damagedZip(name, 'its checksum does not fit its content');
}

function refuseUnreadable(entry: ZipEntry, name: string): void {
  if (entry.encrypted) {
    throw new TroubleError({
      code: 'zip.encrypted',
      what: `${name} is encrypted with a password.`,
      remedy: 'Unpack the archive with its password and drop the files that come out.',
      where: { file: name },
    });
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new TroubleError({
      code: 'zip.method',
      what: `${name} is packed by ${METHODS.get(entry.method) ?? `method ${entry.method}`}, which is not read here.`,
      remedy: 'Unpack the archive and drop the files that come out, or pack them again as an ordinary zip.',
      where: { file: name },
    });
  }
}

/** An entry's bytes start after its local header, whose extra field may be longer than the directory's. */
async function startOf(blob: Blob, entry: ZipEntry, name: string): Promise<number> {
  const header = await readRange(blob, entry.header, entry.header + LOCAL_HEADER_BYTES, name);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER_MARK) {
    throw damagedZip(name, 'it does not stand where the directory of the archive says');
  }
  return entry.header + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

async function* unpacked(
  slices: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  name: string,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  if (entry.method === STORED) {
    yield* slices;
    return;
  }
  let out: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => out.push(chunk));
  const push = (piece: Uint8Array, final: boolean): Uint8Array[] => {
    out = [];
    try {
      inflate.push(piece, final);
    } catch {
      throw damagedZip(name, 'its packed bytes cannot be unpacked');
    }
    return out;
  };
  for await (const slice of slices) {
    for (let at = 0; at < slice.length; at += PIECE_BYTES) {
      yield* push(slice.subarray(at, at + PIECE_BYTES), false);
      await watch.pause();
    }
  }
  yield* push(new Uint8Array(0), true);
}
