import { zipSync } from 'fflate';
import type { TroubleError } from '../../model/outcome';
import { UNWATCHED } from '../../model/progress';
import { LIMITS, sizeInWords } from '../containers/limits';
import { readZipDirectory, type ZipEntry } from '../containers/zip-directory';
import { unzipEntry } from '../containers/zip-entry';
import { linksTooMuchXlsb, onlyCells } from './sheet-cells';
import { tableTrouble } from './table-reading';

/**
 * XML that SheetJS is given at most. It needs about six bytes of memory for each, so this is what a worker can
 * bear; a sheet of 300,000 rows and twelve columns has about 180 MB.
 */
const MOST_XML_BYTES = 256 << 20;
/** The parts that hold cells. All else (media, drawings, pivots, external links, macros) is never unpacked. */
const NEEDED =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/workbook\.(xml|bin)|xl\/_rels\/workbook\.(xml|bin)\.rels|xl\/sharedstrings\.(xml|bin)|xl\/styles\.(xml|bin)|xl\/worksheets\/[^/]+\.(xml|bin))$/i;

const XML_SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const BINARY_SHEET = /^xl\/worksheets\/[^/]+\.bin$/i;
const CONTENT_TYPES = '[content_types].xml';

/**
 * Unpacks the parts of a workbook that hold cells, within bounds and with their sums checked, and packs them
 * again without compression: SheetJS would inflate every part, believe every size, and check nothing.
 */
export async function packedParts(blob: Blob, file: string): Promise<Uint8Array> {
  const entries = (await readZipDirectory(blob, file)).filter((entry) => NEEDED.test(entry.name));
  const xml = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (xml > MOST_XML_BYTES) {
    throw tableTrouble(
      file,
      'workbook.tooLarge',
      `${file} holds ${sizeInWords(xml)} of cells; workbooks are read up to ${sizeInWords(MOST_XML_BYTES)}.`,
      'Save it as CSV, or export CSV or JSON: those are read at any size.',
    );
  }
  const parts: [string, Uint8Array][] = [];
  for (const entry of entries) {
    const part = await unpackedPart(blob, entry, file);
    if (BINARY_SHEET.test(entry.name) && linksTooMuchXlsb(part)) throw tooManyLinks(file);
    parts.push([entry.name, XML_SHEET.test(entry.name) ? onlyCells(part) : part]);
  }
  for (const part of parts)
    if (part[0].toLowerCase() === CONTENT_TYPES) part[1] = withoutOthers(part[1], parts);
  // `fromEntries` defines properties, so a part named `__proto__` (which NEEDED does not let through) is one too.
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

async function unpackedPart(blob: Blob, entry: ZipEntry, file: string): Promise<Uint8Array> {
  const part = new Uint8Array(Math.min(entry.unpacked, MOST_XML_BYTES, LIMITS.unpackedBytes));
  let length = 0;
  for await (const chunk of unzipEntry(blob, entry, `${file}/${entry.name}`, UNWATCHED)) {
    part.set(chunk, length);
    length += chunk.length;
  }
  return part;
}

/** The refusal of a workbook of a binary kind whose links would become cells by the million. */
export function tooManyLinks(file: string): TroubleError {
  return tableTrouble(
    file,
    'workbook.links',
    `${file} has hyperlinks that cover millions of cells, as no export does.`,
    'It was not read, to protect this machine. Save its cells as CSV and drop that.',
  );
}

/** SheetJS insists on some parts that the list of contents names (`xl/metadata.xml`): names only what is left. */
function withoutOthers(
  contentTypes: Uint8Array,
  parts: readonly (readonly [string, Uint8Array])[],
): Uint8Array {
  const kept = new Set(parts.map(([name]) => `/${name.toLowerCase()}`));
  const xml = new TextDecoder().decode(contentTypes).replace(/<(?:\w+:)?Override\b[^>]*>/g, (override) => {
    const name = /\bPartName\s*=\s*["']([^"']*)["']/.exec(override)?.[1] ?? '';
    return kept.has(name.toLowerCase()) ? override : '';
  });
  return new TextEncoder().encode(xml);
}
