import type { ImportSource } from '../../model/import-request';
import { TroubleError } from '../../model/outcome';
import type { Watch } from '../../model/progress';
import type { ByteOffset } from '../../model/units';
import { type Content, HEAD_BYTES } from './content';
import { encodingOf, utf16ToUtf8 } from './encoding';
import { gunzip } from './gzip';
import { sizeInWords } from './limits';
import { SIGNATURE_BYTES, type Signature, signatureOf } from './signatures';
import { firstBytes, readRange, slicesOf } from './slices';
import { readZipDirectory, type ZipEntry } from './zip-directory';
import { unzipEntry } from './zip-entry';

/** A workbook inside another container is held in memory while SheetJS reads it. */
const HELD_WORKBOOK_BYTES = 256 << 20;

/**
 * Opens a file and gives the exports in it one after another: the file itself, what its gzip holds, or each
 * file in its zip. All is recognised by first bytes. Archives in archives end here, except gzip within a zip.
 */
export async function* openContainer(source: ImportSource, watch: Watch): AsyncGenerator<Content> {
  const { name, blob } = source;
  const signature = signatureOf(await readRange(blob, 0, SIGNATURE_BYTES, name));
  if (signature === 'zip') {
    yield* openZip(source, watch);
    return;
  }
  yield await openStream(wholeFile(source), 'file', watch);
}

function wholeFile({ name, blob }: ImportSource): Stream {
  let read = 0;
  const bytes = () =>
    slicesOf(blob, name, 0, blob.size, (upTo) => {
      read = upTo;
    });
  return { name, blob, size: blob.size, bytes, position: () => read };
}

async function* openZip(source: ImportSource, watch: Watch): AsyncGenerator<Content> {
  const { name, blob } = source;
  const directory = await readZipDirectory(blob, name);
  if (isWorkbook(directory)) {
    yield workbook(wholeFile(source), 'xlsx', blob);
    return;
  }
  const entries = directory.filter(isExport);
  if (entries.length === 0) throw emptyZip(name);
  let read = 0;
  const onRead = (upTo: ByteOffset) => {
    read = upTo;
  };
  for (const entry of entries) {
    const path = `${name}/${entry.name}`;
    const bytes = () => unzipEntry(blob, entry, path, watch, onRead);
    const stream = { name: path, blob: null, size: entry.unpacked, bytes, position: () => read };
    yield { ...(await openEntry(stream, watch)), entryBytes: entry.unpacked };
  }
}

/** An entry that cannot be opened does not keep the next ones from being read. */
async function openEntry(stream: Stream, watch: Watch): Promise<Content> {
  try {
    return await openStream(stream, 'zip', watch);
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    return { ...text(stream, new Uint8Array(0)), failure: error };
  }
}

/** Folders, what macOS adds, and hidden files are no exports; neither are empty files next to others. */
function isExport(entry: ZipEntry): boolean {
  const parts = entry.name.split('/');
  return parts.at(-1) !== '' && !parts.some((part) => part === '__MACOSX' || part.startsWith('.'));
}

function isWorkbook(directory: readonly ZipEntry[]): boolean {
  const names = new Set(directory.map((entry) => entry.name.toLowerCase()));
  return (
    names.has('[content_types].xml') && [...names].some((name) => /^xl\/workbook\.(xml|bin)$/.test(name))
  );
}

interface Stream {
  readonly name: string;
  readonly blob: Blob | null;
  readonly size: number | null;
  readonly bytes: () => AsyncGenerator<Uint8Array>;
  readonly position: () => ByteOffset;
}

/** `within` is what the stream stands in: decides which archives may follow. */
async function openStream(stream: Stream, within: 'file' | 'gzip' | 'zip', watch: Watch): Promise<Content> {
  const head = await firstBytes(stream.bytes(), HEAD_BYTES);
  const signature = signatureOf(head);
  if (signature === 'plain') return openText(stream, head);
  if (signature === 'ole') return workbook(stream, 'xls', stream.blob ?? (await hold(stream)));
  if (signature === 'gzip' && within !== 'gzip') {
    const unpacked = () => gunzip(stream.bytes(), stream.name, watch);
    return openStream({ ...stream, blob: null, size: null, bytes: unpacked }, 'gzip', watch);
  }
  if (signature === 'zip') return openInnerZip(stream, within);
  throw nested(stream.name, signature, within);
}

/** A zip in another archive is refused, unless it is a workbook: those are zips too. */
async function openInnerZip(stream: Stream, within: 'file' | 'gzip' | 'zip'): Promise<Content> {
  const blob = await hold(stream);
  if (!isWorkbook(await readZipDirectory(blob, stream.name))) throw nested(stream.name, 'zip', within);
  return workbook(stream, 'xlsx', blob);
}

async function hold(stream: Stream): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of stream.bytes()) {
    length += chunk.length;
    if (length > HELD_WORKBOOK_BYTES) {
      throw new TroubleError({
        code: 'container.tooLargeInside',
        what: `${stream.name} is an archive or a workbook of over ${sizeInWords(HELD_WORKBOOK_BYTES)} inside another archive.`,
        remedy: 'Unpack the outer archive and drop what comes out.',
        where: { file: stream.name },
      });
    }
    parts.push(new Uint8Array(chunk));
  }
  return new Blob(parts);
}

function workbook(stream: Stream, kind: 'xlsx' | 'xls', blob: Blob): Content {
  const bytes = () => slicesOf(blob, stream.name);
  return {
    name: stream.name,
    kind,
    head: new Uint8Array(0),
    size: blob.size,
    blob,
    skipped: 0,
    bytes,
    position: null,
  };
}

async function openText(stream: Stream, head: Uint8Array): Promise<Content> {
  const { encoding, mark } = encodingOf(head);
  const { name, blob, size } = stream;
  if (encoding === 'utf-32') {
    throw new TroubleError({
      code: 'encoding.utf32',
      what: `${name} is written in UTF-32.`,
      remedy: 'Save it as UTF-8 and drop it again.',
      where: { file: name, byte: 0 },
    });
  }
  if (encoding === 'utf-8' && mark === 0) return text(stream, head);
  const bytes = () => without(stream.bytes(), mark);
  if (encoding === 'utf-8') {
    const rest = {
      ...stream,
      blob: blob?.slice(mark) ?? null,
      size: size === null ? null : size - mark,
      bytes,
    };
    return text(rest, head.subarray(mark), mark);
  }
  const recoded = { ...stream, blob: null, size: null, bytes: () => utf16ToUtf8(bytes(), encoding) };
  return { ...text(recoded, await firstBytes(recoded.bytes(), HEAD_BYTES)), recoded: true };
}

/** A content of text in UTF-8, without mark; `skipped` bytes of the file stand before it. */
function text({ name, blob, size, bytes, position }: Stream, head: Uint8Array, skipped = 0): Content {
  return { name, kind: 'text', head, size, blob, skipped, bytes, position: blob === null ? position : null };
}

async function* without(chunks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    const skip = Math.min(left, chunk.length);
    left -= skip;
    if (chunk.length > skip) yield skip === 0 ? chunk : chunk.subarray(skip);
  }
}

function nested(name: string, signature: Signature, within: 'file' | 'gzip' | 'zip'): TroubleError {
  const kind = signature === 'gzip' || signature === 'zip' ? signature : `${signature}`;
  const what =
    within === 'file'
      ? `${name} is a ${kind} archive, which is not opened here.`
      : `${name} holds another archive (${kind}) inside the ${within} archive.`;
  return new TroubleError({
    code: within === 'file' ? 'container.unknownArchive' : 'container.nested',
    what,
    remedy:
      'Unpack it and drop the exports that come out; gzip and zip are opened here, one inside the other only as .gz in a zip.',
    where: { file: name },
  });
}

function emptyZip(name: string): TroubleError {
  return new TroubleError({
    code: 'zip.empty',
    what: `${name} is a zip archive without any file in it that could be an export.`,
    remedy: 'Drop an archive that holds JSON, CSV or Excel exports, or the exports themselves.',
    where: { file: name },
  });
}
