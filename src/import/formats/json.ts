// JSON of any of the shapes that people have: RFC 8259, one document, several, or one a line (https://ndjson.org).
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import { stopAll, takePartThreads } from '../parts/part-threads';
import { LARGE_BYTES, readInParts } from '../parts/read-in-parts';
import { readInOrder } from '../read-in-order';
import { JsonReader } from '../scan/json-reader';
import type { TableContext } from '../sheets/table-reading';
import { isOriginalScript } from './original-script';

/** What the engine reads by itself, to learn how records of this file lie and begin. */
const HEAD_ALONE = 256 << 10;

/** Whether the text is JSON by its first bytes: a bracket, at the start of the file or of one of its lines. */
export function sniffJson(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 32);
  if (first === 123 || first === 91) return true;
  return first !== 60 && /^[{[]\s*["{[\]}]/m.test(new TextDecoder().decode(head));
}

type Context = Pick<TableContext, 'watch' | 'onBytes'>;

/** Reads the content into the builder; answers what it was, in words. */
export async function readJson(
  content: Content,
  builder: DatasetBuilder,
  context: Context,
  takeThreads: typeof takePartThreads = takePartThreads,
): Promise<string> {
  const { blob, name, skipped, head } = content;
  const reader = new JsonReader(builder, skipped);
  try {
    if (blob === null) {
      await readChunks(reader, content.bytes(), 0, context);
    } else {
      if (blob.size >= LARGE_BYTES) reader.stopFrom(skipped + HEAD_ALONE);
      await readChunks(reader, readInOrder(blob, name), 0, context);
      const next = await readRest(reader, blob, skipped, builder, context, takeThreads);
      if (next !== null) {
        reader.goOnFrom(next);
        const read = next - skipped;
        await readChunks(reader, readInOrder(blob, name, read), read, context);
      }
    }
  } finally {
    reader.finish();
  }
  return shapeInWords(reader, head);
}

async function readChunks(
  reader: JsonReader,
  chunks: AsyncIterable<Uint8Array>,
  read: number,
  { watch, onBytes }: Context,
): Promise<void> {
  for await (const chunk of chunks) {
    reader.feed(chunk);
    read += chunk.length;
    onBytes(read);
    await watch.pause();
    if (reader.boundary !== null) return;
  }
}

/** Reads on by several threads, where the reader stopped for that; answers where it has to go on by itself. */
async function readRest(
  reader: JsonReader,
  blob: Blob,
  skipped: number,
  builder: DatasetBuilder,
  { watch, onBytes }: Context,
  takeThreads: typeof takePartThreads,
): Promise<number | null> {
  if (reader.boundary === null) return null;
  const threads = takeThreads();
  if (threads.length === 0) return reader.boundary.at;
  const onRead = async (upTo: number) => {
    onBytes(upTo - skipped);
    await watch.pause();
  };
  try {
    return await readInParts({ blob, skipped, onRead }, reader.boundary, builder, reader, threads);
  } finally {
    stopAll(threads);
  }
}

function shapeInWords({ shape }: JsonReader, head: Uint8Array): string {
  if (shape.hostAssets) return 'QPS host assets';
  if (shape.gateway)
    return shape.documents > 1 || startsWithList(head) ? 'Gateway responses' : 'Gateway response';
  if (shape.documents > 1) return 'Assets, one after another';
  if (!shape.lists) return 'One asset';
  return isOriginalScript(new TextDecoder().decode(head))
    ? 'Export of the original script'
    : 'List of assets';
}

function startsWithList(head: Uint8Array): boolean {
  return head.find((byte) => byte > 32) === 91;
}
