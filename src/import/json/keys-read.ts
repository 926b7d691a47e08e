import type { FileKeys } from '../../model/dataset';
import { type FieldNode, type FieldTable, NOTE, NOTHING, PART, PUT } from './field-node';

/** So many keys of each kind are named. */
const MOST_NAMED = 300;
const DEEPEST = 6;

export const NO_KEYS: FileKeys = { read: [], leftOut: [] };

/**
 * The keys that records had, by their paths, and whether they were read: what the tables met while reading. `around`:
 * keys of objects that held the records.
 */
export function keysRead(tables: readonly FieldTable[], around: ReadonlySet<string>): FileKeys {
  const keys = { read: new Set<string>(), leftOut: new Set<string>() };
  for (const table of tables) collect(table, '', keys, 0);
  for (const key of around) keys.leftOut.delete(key);
  return { read: named(keys.read), leftOut: named(keys.leftOut) };
}

interface KeySets {
  readonly read: Set<string>;
  readonly leftOut: Set<string>;
}

function collect(table: FieldTable, path: string, keys: KeySets, depth: number): void {
  for (const [key, node] of table.entries()) {
    if (node === null) keys.leftOut.add(path + key);
    else if (wasMet(node) && !isOfResponse(node)) collectNode(node, path + key, keys, depth);
  }
}

function collectNode(node: FieldNode, path: string, keys: KeySets, depth: number): void {
  const before = keys.read.size;
  if (node.structured && node.table !== null && depth < DEEPEST)
    collect(node.table, `${path}.`, keys, depth + 1);
  const isRead = node.action === PUT || node.action === PART;
  if (isRead && keys.read.size === before) keys.read.add(path);
  // A key that only tells what the object is.
  else if (!isRead && node.action === NOTHING && !node.structured) keys.leftOut.add(path);
}

const wasMet = (node: FieldNode): boolean => node.stamp !== -1;

function isOfResponse(node: FieldNode): boolean {
  return node.response || node.hint || node.wrapper !== null || node.action === NOTE;
}

/** The keys of several parts or files together; what one of them reads is read. */
export function joinedKeys(all: readonly FileKeys[]): FileKeys {
  const read = new Set(all.flatMap((one) => one.read));
  const leftOut = all.flatMap((one) => one.leftOut).filter((key) => !read.has(key));
  return { read: named(read), leftOut: named(new Set(leftOut)) };
}

function named(keys: ReadonlySet<string>): string[] {
  return [...keys].sort().slice(0, MOST_NAMED);
}
