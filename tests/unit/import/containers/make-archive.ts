import { type Zippable, zipSync } from 'fflate';
import type { Content } from '../../../../src/import/containers/content';
import { openContainer } from '../../../../src/import/containers/open-container';
import { TroubleError } from '../../../../src/model/outcome';
import { UNWATCHED } from '../../../../src/model/progress';

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length]!);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk.slice());
  return concat(...parts);
}

/** What the container gives: names and whole texts. */
export async function open(
  bytes: Uint8Array<ArrayBuffer>,
  name = 'a.bin',
): Promise<{ content: Content; text: string }[]> {
  const opened: { content: Content; text: string }[] = [];
  for await (const content of openContainer({ name, blob: new Blob([bytes]) }, UNWATCHED)) {
    if (content.failure !== undefined) throw content.failure;
    opened.push({ content, text: new TextDecoder().decode(await collect(content.bytes())) });
  }
  return opened;
}

/** The trouble that opening and reading everything ends with. */
export async function troubleOf(work: Promise<unknown>): Promise<{ code: string; what: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof TroubleError) return { code: error.trouble.code, what: error.trouble.what };
    throw error;
  }
  throw new Error('no trouble');
}

export const zip = (files: Zippable): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(files));

/** Changes the directory's entry `index` of a zip by `change`, which gets a view of that entry. */
export function patchEntry(bytes: Uint8Array<ArrayBuffer>, index: number, change: (entry: DataView) => void) {
  const copy = bytes.slice();
  let found = 0;
  for (let at = 0; at + 46 <= copy.length; at++) {
    if (
      copy[at] === 0x50 &&
      copy[at + 1] === 0x4b &&
      copy[at + 2] === 1 &&
      copy[at + 3] === 2 &&
      found++ === index
    ) {
      change(new DataView(copy.buffer, at));
      return copy;
    }
  }
  throw new Error('no such entry');
}
