// zip: APPNOTE.TXT 6.3.10, sections 4.3 (layout), 4.4 (fields), 4.5.3 (zip64).
import { TroubleError } from '../../model/outcome';
import type { ByteOffset } from '../../model/units';
import { bomb, isBomb, LIMITS, sizeInWords } from './limits';
import { readRange } from './slices';

/** One file in a zip, as the archive's directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Compression method: 0 stored, 8 deflate. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header starts. */
  readonly header: ByteOffset;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
const END_MARK = 0x06054b50;
const END64_MARK = 0x06064b50;
const LOCATOR64_MARK = 0x07064b50;
const ENTRY_MARK = 0x02014b50;
const MAX32 = 0xffffffff;

/**
 * Reads the directory of a zip, and only that. Refuses what is cut, split, or made to exhaust memory: too many
 * entries, sizes or ratios no export has, entries that lie on top of each other.
 */
export async function readZipDirectory(blob: Blob, file: string): Promise<readonly ZipEntry[]> {
  const end = await findEnd(blob, file);
  if (end.entries > LIMITS.entries) {
    throw refusal(
      file,
      `holds ${end.entries.toLocaleString('en')} files`,
      `at most ${LIMITS.entries.toLocaleString('en')} are opened at once`,
    );
  }
  if (end.size > LIMITS.directoryBytes) {
    throw refusal(
      file,
      `has a directory of ${sizeInWords(end.size)}`,
      `at most ${sizeInWords(LIMITS.directoryBytes)} are read`,
    );
  }
  const bytes = await readRange(blob, end.at, end.at + end.size, file);
  const entries = readEntries(bytes, end.entries, end.shift, file);
  checkSizes(entries, blob.size, file);
  return entries;
}

interface DirectoryEnd {
  readonly entries: number;
  readonly at: ByteOffset;
  readonly size: number;
  /** Bytes that stand before the archive (a self-extracting program): every offset is that much too small. */
  readonly shift: number;
}

/** The directory's place stands at the archive's end, before a comment of at most 64 kB. */
async function findEnd(blob: Blob, file: string): Promise<DirectoryEnd> {
  const from = Math.max(0, blob.size - END_BYTES - LONGEST_COMMENT - 20);
  const tail = await readRange(blob, from, blob.size, file);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_MARK) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) > tail.length) continue;
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) throw split(file);
    const end = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      at: view.getUint32(at + 16, true),
      marker: from + at,
    };
    const is64 = end.entries === 0xffff || end.size === MAX32 || end.at === MAX32;
    const whole = is64 ? await findEnd64(blob, file, view, at - 20, end.marker) : end;
    const shift = whole.marker - whole.size - whole.at;
    if (shift < 0) throw cut(file);
    return { entries: whole.entries, size: whole.size, at: whole.at + shift, shift };
  }
  throw cut(file);
}

/** Archives with over 65,535 entries or 4 GB say so in a second record, which a locator points to. */
async function findEnd64(blob: Blob, file: string, tail: DataView, locator: number, marker: number) {
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR64_MARK) throw cut(file);
  const at = exact(tail.getBigUint64(locator + 8, true));
  const bytes = await readRange(blob, at, at + 56, file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 56 || view.getUint32(0, true) !== END64_MARK || at >= marker) throw cut(file);
  return {
    entries: exact(view.getBigUint64(32, true)),
    size: exact(view.getBigUint64(40, true)),
    at: exact(view.getBigUint64(48, true)),
    marker: at,
  };
}

function readEntries(bytes: Uint8Array, count: number, shift: number, file: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_MARK) throw cut(file);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + ENTRY_BYTES + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw cut(file);
    const extraAt = at + ENTRY_BYTES + nameLength;
    const sizes = readSizes(view, at, extraAt, extraAt + extraLength, file);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: readName(bytes.subarray(at + ENTRY_BYTES, extraAt)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0 || (flags & 64) !== 0,
      crc: view.getUint32(at + 16, true),
      packed: sizes.packed,
      unpacked: sizes.unpacked,
      header: sizes.header + shift,
    });
    at = next;
  }
  return entries;
}

/** Sizes and place; each that does not fit 32 bits stands in the zip64 extra field instead, in this order. */
function readSizes(view: DataView, at: number, extraAt: number, extraEnd: number, file: string) {
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (sizes.includes(MAX32)) {
    for (let field = extraAt; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
      if (view.getUint16(field, true) !== 1) continue;
      const end = Math.min(extraEnd, field + 4 + view.getUint16(field + 2, true));
      let value = field + 4;
      for (let i = 0; i < sizes.length; i++) {
        if (sizes[i] !== MAX32) continue;
        if (value + 8 > end) throw cut(file);
        sizes[i] = exact(view.getBigUint64(value, true));
        value += 8;
      }
    }
  }
  return { unpacked: sizes[0]!, packed: sizes[1]!, header: sizes[2]! };
}

/** Names are UTF-8 or an old code page; they are only shown, so a character that cannot be read may be lost. */
function readName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\\', '/');
}

function checkSizes(entries: readonly ZipEntry[], size: number, file: string): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    if (isBomb(entry.packed, entry.unpacked))
      throw bomb(`${file}/${entry.name}`, entry.packed, entry.unpacked);
    packed += entry.packed;
    unpacked += entry.unpacked;
  }
  if (unpacked > LIMITS.unpackedBytes) {
    throw refusal(
      file,
      `unpacks to ${sizeInWords(unpacked)}`,
      `at most ${sizeInWords(LIMITS.unpackedBytes)} are read`,
    );
  }
  if (isBomb(size, unpacked)) throw bomb(file, size, unpacked);
  // Entries may share bytes to unpack to more than their ratio allows.
  if (packed > size) throw damagedZip(file, 'its directory lists more bytes than the file has');
}

/** 2⁵³ bytes are beyond any file; what is larger is nonsense and fails the bounds that follow. */
function exact(value: bigint): number {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

function cut(file: string): TroubleError {
  return new TroubleError({
    code: 'zip.cut',
    what: `${file} starts as a zip archive, but its directory, which stands at the end, is missing or cut.`,
    remedy: 'The download or copy was probably interrupted: get the file again.',
    where: { file },
  });
}

function split(file: string): TroubleError {
  return new TroubleError({
    code: 'zip.split',
    what: `${file} is one part of a zip archive that was split over several files.`,
    remedy: 'Put the parts together with the program that made them, and drop what comes out.',
    where: { file },
  });
}

/** The archive contradicts itself. `how` completes "…: it is damaged, …". */
export function damagedZip(file: string, how: string): TroubleError {
  return new TroubleError({
    code: 'zip.damaged',
    what: `${file} is damaged: ${how}.`,
    remedy: 'Download or copy the file again.',
    where: { file },
  });
}

function refusal(file: string, does: string, limit: string): TroubleError {
  return new TroubleError({
    code: 'container.bomb',
    what: `${file} ${does}; ${limit}.`,
    remedy: 'It was not read, to protect this machine. Unpack it yourself and drop only the exports in it.',
    where: { file },
  });
}
