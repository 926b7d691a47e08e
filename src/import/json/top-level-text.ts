import { BAD, type Input, MORE, skipSpace } from './input';

/** What a line of text between JSON documents is. */
export type TextLine =
  /**
   * It is no JSON; reading goes on behind it. `failure`: a status line that says that a request failed, or a web page
   * in the place of a response. `next`: a header that says whether there is a next page.
   */
  | { readonly kind: 'text'; readonly failure: string | null; readonly next?: boolean }
  /** JSON begins in it, so many characters behind its start. */
  | { readonly kind: 'prefix'; readonly length: number }
  /** It is a part of broken JSON. */
  | { readonly kind: 'debris' };

/** curl -v puts one of these before each line. */
const HEADER = /^[<>*]?\s*[A-Za-z][\w.-]*:(\s|$)/;
const STATUS = /^[<>*]?\s*HTTP\/[\d.]+ (\d{3})\s*(.{0,80})/;
/** RFC 8288: where the next page is. */
const LINK = /^[<>*]?\s*link:(.*\brel=.*)/i;
const WEB_PAGE = /^\s*<(?:!doctype html|html)\b/i;
/** What a person copied with the answer: the command before it, and what curl says. */
const SHELL = /^(?:[$>#*] |curl\b|Invoke-)/;
/** Punctuation as it stands in JSON between texts, and what a line of JSON begins with. */
const DEBRIS = /"\s*[:,}\]]|[{[:,]\s*"|^[\]},":]|[\]}]\s*[}\]]|\d\s*(?:\}|\]\s*$)|\0/;

/**
 * What a line is that stands where a document may begin and begins with neither `{` nor `[`: the header of an
 * HTTP response, the prefix of a log, what a person wrote between two responses, or a part of broken JSON.
 * `holdsRecords` is asked whether the JSON at this place of the line holds records. `amongRecords`: lines of the
 * file are records, so that what is no header may be one that was destroyed.
 */
export function readTextLine(
  line: string,
  amongRecords: boolean,
  holdsRecords: (at: number) => boolean,
): TextLine {
  const status = STATUS.exec(line);
  if (status !== null) {
    const failed = status[1]! >= '400';
    return { kind: 'text', failure: failed ? `HTTP ${status[1]} ${status[2]}`.trim() : null };
  }
  for (const { index } of line.matchAll(/\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$)/g)) {
    const before = line.slice(0, index);
    if (DEBRIS.test(before)) break;
    if (holdsRecords(index)) return { kind: 'prefix', length: index };
  }
  const link = LINK.exec(line);
  if (link !== null) return { kind: 'text', failure: null, next: /\brel="?next\b/i.test(link[1]!) };
  if (WEB_PAGE.test(line)) return { kind: 'text', failure: 'a web page, perhaps a sign-in page' };
  const noise = HEADER.test(line) || SHELL.test(line) || !(amongRecords || DEBRIS.test(line));
  return noise ? { kind: 'text', failure: null } : { kind: 'debris' };
}

/** Of a line that begins with `[`, so much is looked at to tell a list from the prefix of a log. */
const LINE_START = 200;

/** What curl -v says of the body that it does not show: `{ [1234 bytes data]`. */
const BYTES_OF_CURL = /^[{}] \[\d+ bytes data\]/;

/** Whether the line at `at` is one that curl puts around the JSON: 1, 0, or `MORE`. */
export function isCurlLine({ bytes, end, isLast }: Input, at: number): number {
  if (bytes[at + 1] !== 32 && at + 1 < end) return 0;
  if (!isLast && end - at < 40 && bytes.indexOf(10, at) < 0) return MORE;
  return BYTES_OF_CURL.test(latin1(bytes.subarray(at, Math.min(end, at + 40)))) ? 1 : 0;
}

/** Whether `[` begins a list, not the prefix of a line of a log, as in `[INFO] …`: 1, 0, or `MORE`. */
export function startsList(input: Input, at: number): number {
  const { bytes, end, isLast } = input;
  const next = skipSpace(input, at + 1);
  if (next >= end && !isLast) return MORE;
  const first = bytes[next];
  if (first === 123 || first === 91 || first === 34 || first === 93) return 1;
  if (!isLast && end - at < LINE_START && bytes.indexOf(10, at) < 0) return MORE;
  const line = latin1(bytes.subarray(at, Math.min(end, at + LINE_START))).split('\n', 1)[0]!;
  const isPrefix =
    /^\[[^[\]{}"]*\]\s*[^\s,[\]{]/.test(line) || /^\[[^[\]{}",]*[^\s[\]{}",][^[\]{}",]*\]\s*\{/.test(line);
  return isPrefix ? 0 : 1;
}

/** Skips a comment between records, of a line or in stars; `BAD` if none stands there. */
export function skipComment({ bytes, end, isLast }: Input, at: number): number {
  const second = bytes[at + 1];
  if (at + 1 >= end) return isLast ? BAD : MORE;
  if (second === 47) {
    const newline = bytes.indexOf(10, at);
    if (newline >= 0 && newline < end) return newline;
    return isLast ? end : MORE;
  }
  if (second !== 42) return BAD;
  for (let star = bytes.indexOf(42, at + 2); star >= 0 && star + 1 < end; star = bytes.indexOf(42, star + 1))
    if (bytes[star + 1] === 47) return star + 2;
  return isLast ? BAD : MORE;
}

/** Bytes as characters, so that places stay the same. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
