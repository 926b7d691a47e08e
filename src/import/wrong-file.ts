import { type Trouble, TroubleError } from '../model/outcome';
import type { DatasetBuilder } from './builder';
import { LOST_DIGITS } from './json/skip-reasons';
import { jsonScalar } from './json-scalar';
import { isRateLimit, remedyOfFailure } from './notices';
import { producerOf } from './producers';

/** Files that people choose by mistake, by their first bytes. */
const OTHER_FILES: readonly (readonly [what: string, start: readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
];

function trouble(file: string, code: string, what: string, remedy: string): TroubleError {
  return new TroubleError({ code, what, remedy, where: { file } });
}

/** The sentence for a file without any content. */
export function emptyFile(file: string): TroubleError {
  return trouble(
    file,
    'file.empty',
    `${file} is empty.`,
    'Export the inventory again, or choose another file.',
  );
}

/** The sentence for text or bytes that no format takes for its own. */
export function wrongFile(file: string, head: Uint8Array): TroubleError {
  const other = OTHER_FILES.find(([, start]) => start.every((byte, at) => head[at] === byte));
  if (other !== undefined) return notAnExport(file, other[0]);
  const text = new TextDecoder().decode(head.subarray(0, 4096)).trimStart();
  const printed = printedBy(file, text);
  if (printed !== null) return printed;
  if (/^<\?xml|^<(ServiceResponse|HOST_LIST|ASSET)/i.test(text) && !/<html/i.test(text)) {
    return trouble(
      file,
      'file.xml',
      `${file} is XML, but neither QPS host assets nor hosts of the VM API.`,
      'Export the inventory as JSON, CSV or XML.',
    );
  }
  if (/^</.test(text)) {
    return trouble(
      file,
      'file.webPage',
      `${file} is a web page, not an export: probably a sign-in page that was saved in its place.`,
      'Sign in to Qualys, export the inventory again and choose the new file.',
    );
  }
  if (head.every((byte) => byte === 0)) return zeros(file);
  if (head.includes(0)) return notAnExport(file, 'a binary file');
  const scalar = jsonScalar(text);
  if (scalar !== null) return notAssets(file, `The file is JSON but holds no assets: it is ${scalar}.`);
  if (file === PASTED)
    return trouble(file, 'file.notAnExport', 'The pasted text is not an asset export.', CHOOSE);
  return notAnExport(file, 'text that is neither JSON nor a table');
}

/** How text is called that was pasted instead of opened as a file. */
const PASTED = 'Pasted text';
const CHOOSE =
  'Choose a JSON, CSV or Excel export of the inventory, or a gzip or zip file with such exports.';

const CHOOSE_JSON =
  'Choose a JSON export of the Qualys inventory: a Gateway response, a list of assets, or QPS host assets.';
const ORIGINAL = 'Import the original export, or save the IDs as text and export it again.';
const BROKEN_LINES =
  'A console or an editor broke its lines inside of texts: write it again with Set-Content, Out-File -Width 1000000 or the option of the program that saves a response.';

/** What to do where all records of a file were skipped, by why the first one was. */
function remedyOfSkipped(reason: string): string {
  if (reason === LOST_DIGITS) return ORIGINAL;
  return reason.includes('control character stands in a text') ? BROKEN_LINES : CHOOSE_JSON;
}

/** The refusal of a text by the name of the program that made it; `null` if none is known for such text. */
function printedBy(file: string, text: string): TroubleError | null {
  const producer = producerOf(text);
  return producer === null
    ? null
    : trouble(file, 'file.notAnExport', `${file} is ${producer.what}.`, producer.remedy);
}

function notAnExport(file: string, what: string): TroubleError {
  return trouble(file, 'file.notAnExport', `${file} is ${what}, not an asset export.`, CHOOSE);
}

/** The sentence for a file of nothing but zeros: what a download or a copy that failed leaves behind. */
function zeros(file: string): TroubleError {
  return trouble(
    file,
    'file.zeros',
    `${file} holds only zero bytes: its content was lost when it was saved or copied.`,
    'Export the inventory again, or copy the file again.',
  );
}

function notAssets(file: string, what: string): TroubleError {
  return new TroubleError({
    code: 'file.noAssets',
    what,
    remedy: CHOOSE_JSON,
    where: { file },
  });
}

/** A response that says that the request failed; most often the account may not read assets. */
function failedResponse(file: string, message: string, whose: string): TroubleError {
  return new TroubleError({
    code: 'file.failedResponse',
    what: `${file} holds no assets: it is an answer${whose} that says “${message}”.`,
    remedy: isRateLimit(message)
      ? remedyOfFailure(message)
      : 'Export again with an account that may read assets.',
    where: { file },
  });
}

const HOLDS_NONE = 'file.holdsNone';

/** Whether the file is sound and simply has no assets in it, like the last page of a list. */
export function holdsNoAssets({ code }: Trouble): boolean {
  return code === HOLDS_NONE;
}

/** The `responseMessage` of a response that is no success, at most 200 characters; `null` for all else. */
function failureIn(head: Uint8Array): string | null {
  const text = new TextDecoder().decode(head.subarray(0, 4096));
  const code = /"responseCode"\s*:\s*"([A-Z_]{1,40})"/.exec(text)?.[1];
  if (code === undefined || code === 'SUCCESS') return null;
  const message = /"responseMessage"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(text)?.[1];
  return message === undefined ? code : `${message} (${code})`;
}

/** The sentence for a file that could be read, but in which no asset was found. */
export function noAssets(
  file: string,
  head: Uint8Array,
  builder: DatasetBuilder,
  skippedBefore: number,
  failed: string | null,
): TroubleError {
  const failure = failureIn(head);
  if (failure !== null) return failedResponse(file, failure, ' of the Gateway');
  if (failed !== null) return failedResponse(file, failed, '');
  const skipped = builder.skippedSoFar.slice(skippedBefore);
  const first = skipped.find((record) => record.file === file);
  const records = builder.recordsInFile;
  const where: Trouble['where'] =
    first === undefined ? { file } : { file, record: first.record, byte: first.byte };
  if (first === undefined) {
    return new TroubleError({
      code: HOLDS_NONE,
      what: `${file} holds no assets.`,
      remedy: 'Check the filter of the export, or choose another file.',
      where,
    });
  }
  const printed = printedBy(file, new TextDecoder().decode(head.subarray(0, 4096)).trimStart());
  if (printed !== null) return printed;
  const what =
    records === 1
      ? `${file} holds no assets. ${first.reason}`
      : `${file} holds no assets: none of its ${records.toLocaleString('en-US')} records is one. The first: ${first.reason}`;
  return new TroubleError({
    code: 'file.noAssets',
    what,
    remedy: remedyOfSkipped(first.reason),
    where,
  });
}
