// XML as Qualys APIs answer by default: QPS host assets, and host lists and detections of the VM API.
import { TroubleError } from '../../model/outcome';
import type { Content } from '../containers/content';
import { readInOrder } from '../read-in-order';
import { XmlReader } from '../xml/xml-reader';
import { DIALECTS } from './dialects';
import type { Format } from './format';
import { newDialects } from './new-dialects';

/** Bytes read between two pauses. */
const PIECE_BYTES = 1 << 20;
const LATIN = /^(?:iso-?8859-1|latin-?1|windows-1252|us-ascii)$/i;

export const XML: Format = {
  recognise: (content) => {
    const text = new TextDecoder().decode(content.head);
    if (!isXml(text)) return null;
    const encoding = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1] ?? 'utf-8';
    const isLatin = LATIN.test(encoding) && content.recoded !== true;
    if (!isLatin && !/^utf-?(?:8|16)$/i.test(encoding) && content.recoded !== true)
      throw unknownEncoding(content.name, encoding);
    return async (builder, { watch, onBytes }) => {
      const reader = new XmlReader(content.name, builder, newDialects(), content.skipped);
      let read = 0;
      for await (const chunk of isLatin ? fromLatin(bytesOf(content)) : bytesOf(content)) {
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
          reader.feed(chunk.subarray(at, at + PIECE_BYTES));
          await watch.pause();
        }
        read += chunk.length;
        onBytes(read);
      }
      reader.finish();
      const isQps = reader.shape.dialects.includes('qps');
      const format = isQps ? 'QPS host assets (XML)' : 'VM hosts (XML)';
      return { kind: 'read', format, mapping: null, shape: reader.shape };
    };
  },
};

/** Whether the text begins like XML and has an element that records lie in. */
function isXml(head: string): boolean {
  // Curl and others put the lines of the HTTP response before it.
  if (!/^\s*(?:HTTP\/[\d.]+ \d{3}[^<]*\n\r?\n)?\s*</.test(head) || /<html[\s>]/i.test(head)) return false;
  const names = DIALECTS.flatMap(({ around = {} }) => Object.keys(around)).join('|');
  return new RegExp(`<(?:[\\w-]+:)?(?:${names})[\\s/>]`).test(head);
}

function bytesOf({ blob, name, bytes }: Content): AsyncIterable<Uint8Array> {
  return blob === null ? bytes() : readInOrder(blob, name);
}

async function* fromLatin(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('windows-1252');
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
}

function unknownEncoding(file: string, encoding: string): TroubleError {
  return new TroubleError({
    code: 'xml.encoding',
    what: `${file} is XML in the encoding “${encoding.slice(0, 40)}”, which is not read here.`,
    remedy: 'Save it as UTF-8 and choose it again.',
    where: { file },
  });
}
