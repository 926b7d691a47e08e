import type { Trouble } from '../model/outcome';
import type { ByteOffset } from '../model/units';
import { ENDS_INSIDE_LIST, ENDS_INSIDE_RECORD } from './json/skip-reasons';

/** What unread files are, in the middle of a sentence; other files bring their own sentence. */
const KINDS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  'file.webPage': [
    'it is a web page, perhaps a sign-in page',
    'Sign in, export the assets again and add the file.',
  ],
  'file.empty': ['it is empty', 'Export the assets again and add the file.'],
};

const count = (number: number) => number.toLocaleString('en-US');

/** Why assets are missing when a whole file was not read, with the remedy. */
export function unreadFile(name: string, { code, what, remedy }: Trouble): string {
  const kind = KINDS[code];
  if (kind !== undefined) return `“${name}” was not read: ${kind[0]}. ${kind[1]}`;
  const first = what.startsWith(`${name} `)
    ? `it ${what.slice(name.length + 1)}`
    : what.replace(/^The /, 'the ');
  return `“${name}” was not read: ${first} ${remedy}`;
}

/**
 * Why assets are missing when a part of a file was read: where it stopped and what to do. `kept`: records that
 * the file gave.
 */
export function incompleteFile(
  name: string,
  { reason, record, byte }: { readonly reason: string; readonly record: number; readonly byte: ByteOffset },
  kept: number,
): string {
  const keeps = kept === 1 ? 'the record before it is kept' : `the ${count(kept)} records before it are kept`;
  const where = `record ${count(record)} (byte ${count(byte)})`;
  if (reason === ENDS_INSIDE_RECORD) {
    return `The file “${name}” ends inside ${where}: export it again; ${keeps}.`;
  }
  if (reason === ENDS_INSIDE_LIST) {
    return `The file “${name}” ends after record ${count(record)}, before its list of assets is closed: export it again; ${keeps.replace('before it', 'in it')}.`;
  }
  return `The file “${name}” could not be read on from ${where}. ${reason} Export it again; ${count(kept)} of its records ${kept === 1 ? 'is' : 'are'} kept.`;
}

const MORE = / And ([\d,]+) more files?\.$/;

/**
 * One reason for the header: the first, and how many more files have one. The first may be that of the dataset
 * to which files are added, with a number of its own.
 */
export function joinedReasons([first = '', ...others]: readonly string[]): string {
  const before = Number(MORE.exec(first)?.[1]?.replaceAll(',', '') ?? 0);
  const more = before + others.length;
  if (more === 0) return first;
  return `${first.replace(MORE, '')} And ${count(more)} more ${more === 1 ? 'file' : 'files'}.`;
}
