import type { HandOver } from '../../../model/hand-over';
import type { Said } from '../types';

/** What a file of results says of a hand-over. */
export interface ResultFile {
  readonly space: 'asset' | 'host';
  /** By record; `null` where the file does not name it. The last line that does counts, as of a second try. */
  readonly said: readonly (Said | null)[];
  /** Lines with a result for an id that was not handed over. */
  readonly unknown: number;
}

/** In this order: "ERROR: not found" was not found, "purge failed" is an error. */
const WORDS: readonly (readonly [Said, RegExp])[] = [
  ['notFound', /\bnot[ _-]?found\b|\bdoes not exist\b/i],
  ['error', /\b(errors?|failed|failure|forbidden|refused|denied|invalid)\b/i],
  ['purged', /\b(purged|deleted|removed|uninstalled|success|successful|ok)\b/i],
];

/**
 * Reads a file of results line by line, whatever its columns: a word for the result, and the id among the numbers of
 * the line. Whether they are asset ids or host ids is found by which of the two more numbers are.
 */
export function readResultFile(text: string, { assetIds, hostIds }: HandOver): ResultFile {
  const lines = linesOf(text)
    .map((line) => ({ said: saidIn(line), numbers: line.match(/\d+/g) ?? [] }))
    .filter((line) => line.said !== null && line.numbers.length > 0);
  const spaces = { asset: recordsById(assetIds), host: recordsById(hostIds) };
  const known = (space: 'asset' | 'host') =>
    lines.filter(({ numbers }) => numbers.some((number) => spaces[space].has(number))).length;
  const space = known('host') > known('asset') ? 'host' : 'asset';
  const said: (Said | null)[] = assetIds.map(() => null);
  let unknown = 0;
  for (const line of lines) {
    const records = line.numbers.flatMap((number) => spaces[space].get(number) ?? []);
    if (records.length === 0) unknown++;
    for (const record of records) said[record] = line.said;
  }
  return { space, said, unknown };
}

/** Lines of a text; of JSON, whose records may stand on several lines or all on one, the values of each record. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  try {
    addRecords(JSON.parse(text), lines);
    return lines;
  } catch {
    return text.split(/\r\n|\r|\n/);
  }
}

function addRecords(value: unknown, lines: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  const inside = Object.values(value);
  lines.push(inside.filter((one) => typeof one !== 'object').join(' '));
  for (const one of inside) addRecords(one, lines);
}

function saidIn(line: string): Said | null {
  const plain = line.replace(/\b(0|no) errors?\b/gi, '');
  return WORDS.find(([, word]) => word.test(plain))?.[0] ?? null;
}

function recordsById(ids: readonly string[]): Map<string, number[]> {
  const records = new Map<string, number[]>();
  for (const [record, id] of ids.entries()) {
    if (id === '') continue;
    const known = records.get(id);
    if (known === undefined) records.set(id, [record]);
    else known.push(record);
  }
  return records;
}
