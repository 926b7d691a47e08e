/** What a file is by its first bytes; never by its name. */
export type Signature = 'gzip' | 'zip' | 'ole' | 'plain' | UnreadableArchive;
/** Archives that people have and that this page does not open. */
export type UnreadableArchive = '7z' | 'RAR' | 'xz' | 'bzip2' | 'Zstandard' | 'tar';

/** Bytes that `signatureOf` needs at most: the mark of a tar archive stands at 257. */
export const SIGNATURE_BYTES = 262;

const MARKS: readonly (readonly [Signature, readonly number[], number])[] = [
  ['gzip', [0x1f, 0x8b], 0],
  ['zip', [0x50, 0x4b, 3, 4], 0],
  ['zip', [0x50, 0x4b, 5, 6], 0],
  ['zip', [0x50, 0x4b, 7, 8], 0],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 0],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 7], 0],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], 0],
  ['bzip2', [0x42, 0x5a, 0x68], 0],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd], 0],
  ['tar', [0x75, 0x73, 0x74, 0x61, 0x72], 257],
];

/** Recognises a container from the first bytes of a file. "BZh" also starts a CSV header: it needs its digit and mark. */
export function signatureOf(head: Uint8Array): Signature {
  for (const [signature, mark, at] of MARKS) {
    if (!mark.every((byte, i) => head[at + i] === byte)) continue;
    if (signature === 'bzip2' && !(head[4] === 0x31 && head[5] === 0x41)) continue;
    return signature;
  }
  return 'plain';
}
