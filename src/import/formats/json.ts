// JSON of any of the shapes that people have: RFC 8259, one document, several, or one a line (https://ndjson.org).
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import { readInOrder } from '../read-in-order';
import { JsonReader } from '../scan/json-reader';
import type { TableContext } from '../sheets/table-reading';
import { isOriginalScript } from './original-script';

/** Whether the text is JSON by its first bytes: a bracket, at the start of the file or of one of its lines. */
export function sniffJson(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 32);
  if (first === 123 || first === 91) return true;
  return first !== 60 && /^[{[]\s*["{[\]}]/m.test(new TextDecoder().decode(head));
}

/** Reads the content into the builder; answers what it was, in words. */
export async function readJson(
  content: Content,
  builder: DatasetBuilder,
  { watch, onBytes }: Pick<TableContext, 'watch' | 'onBytes'>,
): Promise<string> {
  const reader = new JsonReader(builder, content.skipped);
  const chunks = content.blob === null ? content.bytes() : readInOrder(content.blob, content.name);
  let read = 0;
  try {
    for await (const chunk of chunks) {
      reader.feed(chunk);
      read += chunk.length;
      onBytes(read);
      await watch.pause();
    }
  } finally {
    reader.finish();
  }
  return shapeInWords(reader, content.head);
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
