import { decodeText, encodeText } from '../../model/text';
import type { KeyEntry, KeyTable } from './key-table';
import type { Marked } from './object-shapes';

/** A key of more bytes is none of those that are looked for, with however many escapes. */
const LONGEST = 1024;

/**
 * The entry of a key as it stands in JSON, escapes and all, between its quotes. Readers that decode keys themselves ask
 * the table.
 */
export function findKey<Node extends Marked>(
  table: KeyTable<Node>,
  bytes: Uint8Array,
  start: number,
  end: number,
): KeyEntry<Node> | null {
  if (end - start > LONGEST || !bytes.subarray(start, end).includes(92)) return table.find(bytes, start, end);
  try {
    const key: unknown = JSON.parse(`"${decodeText(bytes, start, end)}"`);
    const plain = encodeText(String(key));
    return table.find(plain, 0, plain.length);
  } catch {
    return null;
  }
}
