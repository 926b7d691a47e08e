import { FIELD_NUMBERS, type FieldNumber } from '../columns/field-writers';
import type { Branch, Envelope, FieldTree } from './field-tree';
import { KeyTable } from './key-table';

/** What to do with a text or number under a key. */
export const NOTHING = 0;
export const PUT = 1;
export const PART = 2;

/** How an object under a key is read. */
export const PLAIN = 0;
export const SOURCE = 1;
export const PAIR = 2;
export const BEST = 3;

const WHOLES = { source: SOURCE, pair: PAIR, best: BEST };
/** Which of the three ranges of a `whole` a part is. */
const PARTS = { name: 0, created: 1, lastUpdated: 2, key: 0, value: 1, best: 0 };

/** A branch of a field tree, in the form that the record reader follows quickly. */
export class FieldNode {
  action = NOTHING;
  field: FieldNumber = -1;
  rank = 0;
  part = 0;
  whole = PLAIN;
  marks = false;
  response = false;
  envelope: Envelope | null = null;
  /** Keys of an object under this key; `null` skips it. */
  table: KeyTable | null = null;
  sees: readonly FieldNumber[] = [];
  /** Whether `sees` was noted in this import. */
  seen = false;
  /** The object in which the key stood last, and where: tells a key that comes twice. */
  stamp = -1;
  keyAt = 0;
}

/**
 * MongoDB's extended JSON, which QPS exports show: `{"$date": …}`, `{"$numberLong": "…"}` stand for the value
 * itself (https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/).
 */
const EXTENDED = ['$date', '$numberLong', '$numberInt', '$numberDouble', '$numberDecimal', '$oid', '$uuid'];

/** Makes nodes of a tree. Nodes remember what they saw: one import, one compilation. */
export function compileTree(tree: FieldTree): KeyTable {
  const known = new Map<FieldTree, KeyTable>();
  return tableOf(tree, known);
}

function tableOf(tree: FieldTree, known: Map<FieldTree, KeyTable>): KeyTable {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const table = new KeyTable();
  known.set(tree, table);
  for (const [key, branch] of Object.entries(tree)) table.add(key, nodeOf(branch, known));
  return table;
}

function nodeOf(branch: Branch, known: Map<FieldTree, KeyTable>): FieldNode {
  const node = new FieldNode();
  node.rank = branch.rank ?? 0;
  node.marks = branch.marks ?? false;
  node.response = branch.response ?? false;
  node.envelope = branch.envelope ?? null;
  if (branch.field !== undefined) {
    node.action = PUT;
    node.field = FIELD_NUMBERS[branch.field];
  }
  if (branch.part !== undefined) {
    node.action = PART;
    node.part = PARTS[branch.part];
  }
  if (branch.whole !== undefined) node.whole = WHOLES[branch.whole];
  const sees = branch.field === undefined ? (branch.sees ?? []) : [branch.field, ...(branch.sees ?? [])];
  node.sees = sees.map((field) => FIELD_NUMBERS[field]);
  node.seen = node.sees.length === 0;
  if (branch.keys !== undefined) node.table = tableOf(branch.keys, known);
  else if (node.action !== NOTHING) node.table = extendedTable(node);
  return node;
}

/** Leads back to the node's own meaning. */
function extendedTable(node: FieldNode): KeyTable {
  const table = new KeyTable();
  for (const key of EXTENDED) {
    const inner = new FieldNode();
    inner.action = node.action;
    inner.field = node.field;
    inner.rank = node.rank;
    inner.part = node.part;
    inner.seen = true;
    inner.table = table;
    table.add(key, inner);
  }
  return table;
}
