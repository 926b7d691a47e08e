// JSON of any of the shapes that people have: RFC 8259, one document, several, or one a line (https://ndjson.org).
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import { JsonReader } from '../json/json-reader';
import { PARTS_PLAN, type PartsPlan, readInParts } from '../parts/read-in-parts';
import { readInOrder, readInPlace } from '../read-in-order';
import { sampleCsv } from '../tables/csv-shape';
import type { TableContext } from '../tables/table-reading';
import type { Format, Reading } from './format';
import { JsonTables } from './json-tables';
import { newDialects } from './new-dialects';
import { isOriginalScript } from './original-script';

/** A file that begins like JSON, or one of whose lines does. */
export const JSON_FORMAT: Format = {
  recognise: (content) => {
    if (!sniffJson(content.head)) return null;
    return (builder, context) => readJson(content, builder, context);
  },
};

/** Text in whose lines JSON with records stands behind something else, as in a log. */
export const JSON_IN_TEXT: Format = {
  recognise: (content) =>
    sniffJsonInText(content.head) ? (builder, context) => readJson(content, builder, context) : null,
};

const TEXT_WITH_JSON = /^\s*"\s*[{[]\s*(?:\{\s*)?\\"/;
const BEHIND_MARKUP = /^[{[].{0,4000}"(?:asset(?:Id|Name|ListData)|HostAsset|ServiceResponse)"\s*:/m;
/** A piece of a record, where a line of JSON was parted at its commas as if it were a row. */
const PIECE_OF_JSON = /[{[]\s*"[^"]{1,60}"\s*:/;

/** Whether the text is JSON by its first bytes: a bracket, at the start of the file or of one of its lines. */
function sniffJson(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 32);
  if (first === 123 || first === 91) return true;
  // Records as texts, one a line, as jq's tojson and message queues write them.
  if (first === 34 && TEXT_WITH_JSON.test(new TextDecoder().decode(head))) return true;
  const text = new TextDecoder().decode(head);
  // What begins with `<` is mostly a web page; but a page of assets may follow one, or curl's lines.
  return first === 60 ? BEHIND_MARKUP.test(text) : /^[{[]\s*["'{[\]}]/m.test(text);
}

function sniffJsonInText(head: Uint8Array): boolean {
  // A table may have JSON in its cells.
  const { header } = sampleCsv(head);
  const isTable = (header?.suggestion.identifiers ?? 0) > 0;
  if (isTable && !header?.headers.some((name) => PIECE_OF_JSON.test(name))) return false;
  const text = new TextDecoder().decode(head);
  return /^[^"<\n]{1,400}[{[]\s*(?:\[\s*)?(?:\{\s*)?"[^"\n]{1,60}"\s*:/m.test(text);
}

type Context = Pick<TableContext, 'watch' | 'onBytes'> & Partial<Pick<TableContext, 'options'>>;

/** Reads the content into the builder; answers what it was. */
export async function readJson(
  content: Content,
  builder: DatasetBuilder,
  context: Context,
  plan: PartsPlan = PARTS_PLAN,
): Promise<Reading> {
  const { blob, name, head, skipped } = content;
  const options = context.options ?? { origin: 'files' };
  const tables = new JsonTables(name, builder, { options });
  const reader = new JsonReader(builder, {
    dialects: newDialects(),
    skipped,
    tables: (table, byte, length) => {
      const kept = tables.read(table, byte, length);
      if (tables.request !== null) reader.stop();
      return kept;
    },
  });
  try {
    if (blob === null) {
      await readChunks(reader, content.bytes(), 0, context);
    } else {
      const large = blob.size >= plan.largeFrom;
      const next = large ? await readByThreads(reader, blob, content, builder, context, plan) : 0;
      if (next !== null) await readChunks(reader, readInOrder(blob, name, next), next, context);
    }
  } finally {
    reader.finish();
    reader.noteKeys();
  }
  const { request, mapping } = tables;
  if (request !== null) return { kind: 'mapping', request };
  const format = mapping === null ? shapeInWords(reader, head) : 'Table in JSON';
  return { kind: 'read', format, mapping, shape: reader.shape };
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

/**
 * Reads the first records of a large file and, once it is known how they lie and begin, lets several threads read
 * the others. Answers where in the blob reading has to go on in one piece, `null` if all is read.
 */
async function readByThreads(
  reader: JsonReader,
  blob: Blob,
  { name, skipped }: Content,
  builder: DatasetBuilder,
  context: Context,
  plan: PartsPlan,
): Promise<number | null> {
  const headEnd = Math.min(blob.size, plan.headBytes * 4);
  reader.stopFrom(skipped + plan.headBytes);
  await readChunks(reader, readInPlace(blob, name, 0, headEnd), 0, context);
  const { boundary } = reader;
  if (boundary === null) {
    reader.stopFrom(Number.POSITIVE_INFINITY);
    return headEnd;
  }
  const onRead = async (upTo: number) => {
    context.onBytes(upTo - skipped);
    await context.watch.pause();
  };
  const next = await readInParts({ blob, plan, skipped, onRead }, boundary, builder, reader);
  if (next === null) return null;
  reader.goOnFrom(next);
  return next - skipped;
}

function shapeInWords({ shape }: JsonReader, head: Uint8Array): string {
  const many = shape.documents > 1 || startsWithList(head);
  if (shape.dialects.includes('qps')) return 'QPS host assets';
  if (shape.dialects.includes('vm')) return 'VM hosts';
  if (shape.wrapped) return many ? 'Gateway responses' : 'Gateway response';
  if (shape.documents > 1) return 'Assets, one after another';
  if (!shape.lists) return 'One asset';
  return isOriginalScript(new TextDecoder().decode(head))
    ? 'Export of the original script'
    : 'List of assets';
}

function startsWithList(head: Uint8Array): boolean {
  return head.find((byte) => byte > 32) === 91;
}
