import type { Dataset, DatasetFile } from '../../../model/dataset';
import type { ImportSource } from '../../../model/import-request';
import { TroubleError } from '../../../model/outcome';
import type { AssetIndex } from '../../../model/units';
import { indentJson } from './indent-json';

/** Longer records are cut: the page shows them as one text. */
const MOST_BYTES = 1_000_000;

/**
 * The asset's record as it stands in its file: JSON indented, a line of a table below the names of its columns. Throws a `TroubleError` where the file is not at hand
 * (after a reload), is compressed or not UTF-8 (offsets count the bytes inside), or has changed.
 */
export async function readOriginalRecord(
  dataset: Dataset,
  sources: readonly ImportSource[],
  asset: AssetIndex,
): Promise<string> {
  const { origins, header } = dataset;
  const file = asset < origins.file.length ? header.files[origins.file[asset]!] : undefined;
  const length = origins.length[asset] ?? 0;
  if (file === undefined || length === 0) throw noPlace();
  const source = sources.find(({ name, blob }) => name === file.name && blob.size === file.bytes);
  if (source === undefined) throw header.origin === 'gateway' ? noPlace() : notAtHand(file.name);
  const at = origins.byte[asset]!;
  const bytes = await readBytes(source, at, at + Math.min(length, MOST_BYTES));
  const text = decode(bytes);
  const whole = length <= MOST_BYTES;
  if (file.mapping !== undefined) return tableLine(file, text);
  if (text === null || !text.startsWith('{') || (whole && !isJson(text))) throw notReadable(file.name);
  const indented = indentJson(text);
  return whole ? indented : `${indented}\n… cut after ${MOST_BYTES.toLocaleString('en')} bytes`;
}

/** The names of the columns and the row's own text; a row may take several lines. */
function tableLine({ name, mapping }: DatasetFile, text: string | null): string {
  // Inside an archive, or in another encoding, the place is not one in the file itself.
  if (text === null || /[\0\ufffd]/.test(text)) throw notReadable(name);
  return `${(mapping?.headers ?? []).join(' | ')}\n\n${text.trim()}`;
}

async function readBytes({ name, blob }: ImportSource, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(from, to).arrayBuffer());
  } catch {
    throw notAtHand(name);
  }
}

function decode(bytes: Uint8Array): string | null {
  // Not fatal: a cut may fall into the middle of a character, and a record may hold what import repaired.
  return bytes.length === 0 ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function noPlace(): TroubleError {
  return new TroubleError({
    code: 'record-without-place',
    what: 'It is not known where this record stands in its file.',
    remedy:
      'Spreadsheets and datasets from the Gateway have no such place; the fields shown are all there is.',
  });
}

function notAtHand(file: string): TroubleError {
  return new TroubleError({
    code: 'file-not-at-hand',
    what: `The file "${file}" is not at hand any more, so the record cannot be shown as it stands there.`,
    remedy: 'Import the file again to see its records as they are.',
    where: { file },
  });
}

function notReadable(file: string): TroubleError {
  return new TroubleError({
    code: 'record-not-readable',
    what: `The record cannot be shown as it stands in "${file}": the file is compressed, not UTF-8, or has changed.`,
    remedy: 'The fields shown beside it were read from it; unpack the file and import it to see the rest.',
    where: { file },
  });
}
