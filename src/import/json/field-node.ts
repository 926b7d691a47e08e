import { FIELD_NUMBERS, type FieldNumber } from '../columns/field-writers';
import type { Branch, FieldTree, ResponsePart, Wrapper } from './field-tree';
import { KeyTable } from './key-table';

/** What to do with a text or number under a key. */
export const NOTHING = 0;
export const PUT = 1;
export const PART = 2;
/** It says something of the response that it stands in; `FieldNode.part` is the place in `RESPONSE_PARTS`. */
export const NOTE = 3;

/** How an object under a key is read. */
export const PLAIN = 0;
export const SOURCE = 1;
export const PAIR = 2;
export const BEST = 3;

const WHOLES = { source: SOURCE, pair: PAIR, best: BEST };
/** Which of the three ranges of a `whole` a part is. */
const PARTS = { name: 0, created: 1, lastUpdated: 2, key: 0, value: 1, best: 0 };
export const RESPONSE_PARTS: readonly ResponsePart[] = [
  'hasMore',
  'code',
  'message',
  'next',
  'noMore',
  'total',
];

/** The bit of `FieldNode.marks` that makes an object a record; the others belong to signatures (`dialects.ts`). */
export const RECORD_MARK = 1;

/** The table of the keys of one kind of object. */
export type FieldTable = KeyTable<FieldNode>;

/** A branch of a field tree, in the form that the record reader follows quickly. */
export class FieldNode {
  action = NOTHING;
  field: FieldNumber = -1;
  rank = 0;
  part = 0;
  whole = PLAIN;
  /** Bits: what the key says about the object it stands in. */
  marks = 0;
  response = false;
  /** The key says something of a response, and other things have such keys too: it may wrap records. */
  hint = false;
  wrapper: Wrapper | null = null;
  /** Keys of an object under this key; `null` skips it. */
  get table(): FieldTable | null {
    if (this.made === null && this.extended) this.made = extendedTable(this);
    return this.made;
  }
  set table(table: FieldTable | null) {
    this.made = table;
  }
  /** Whether an object under this key may be a value in its extended form; its table is made when one comes. */
  extended = false;
  private made: FieldTable | null = null;
  /** Whether objects are expected under this key, so that a text may be one that another program flattened. */
  structured = false;
  sees: readonly FieldNumber[] = [];
  /** Whether `sees` was noted in this import. */
  seen = false;
  /** The object in which the key stood last, and where: tells a key that comes twice. */
  stamp = -1;
  keyAt = 0;

  /** The same meaning for another key: whether a key comes twice is known by its node. */
  copy(): FieldNode {
    const node = Object.assign(new FieldNode(), this);
    node.stamp = -1;
    return node;
  }
}

/**
 * MongoDB's extended JSON, which QPS exports show: `{"$date": …}`, `{"$numberLong": "…"}` stand for the value
 * itself (https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/). So does `{"value": …, "DateTime":
 * …}`, which Windows PowerShell 5 writes for a time, and `{"#text": …}`, which converters make of XML.
 */
const EXTENDED = [
  '$date',
  '$numberLong',
  '$numberInt',
  '$numberDouble',
  '$numberDecimal',
  '$oid',
  '$uuid',
  'value',
  '#text',
  '#cdata-section',
  '__cdata',
  '_text',
  '$t',
  // DynamoDB: {"S": "text"}, {"N": "12"}.
  'S',
  'N',
];

/** What a key means that is not in the table; `null`: it is not needed. */
export type Resolve = (key: string, table: FieldTable) => FieldNode | null;

/** Makes nodes of trees. Nodes remember what they saw: one import, one compiler. */
export class TreeCompiler {
  private readonly known = new Map<FieldTree, FieldTable>();

  constructor(private readonly resolve: Resolve) {}

  /** The table of a tree; the same one whenever the same tree is asked for. */
  table(tree: FieldTree, resolve: Resolve = this.resolve): FieldTable {
    const before = this.known.get(tree);
    if (before !== undefined) return before;
    const table: FieldTable = new KeyTable((key) => resolve(key, table));
    this.known.set(tree, table);
    for (const [key, branch] of Object.entries(tree)) table.add(key, this.node(branch));
    return table;
  }

  private resolveAny(any: Branch | undefined): Resolve {
    if (any === undefined) return this.resolve;
    return (key, table) => this.resolve(key, table) ?? this.node(any);
  }

  /** DynamoDB's {"L": […]} and {"M": {…}} stand for the list and the object themselves. */
  private addTyped(node: FieldNode): void {
    for (const key of ['L', 'M']) {
      if (node.table === null || node.table.get(key) !== null) continue;
      const inner = node.copy();
      inner.marks = 0;
      inner.response = false;
      inner.seen = true;
      node.table.add(key, inner);
    }
  }

  node(branch: Branch): FieldNode {
    const node = new FieldNode();
    node.rank = branch.rank ?? 0;
    node.marks = branch.marks ? RECORD_MARK : 0;
    node.wrapper = branch.wrapper ?? null;
    node.hint = branch.hint ?? false;
    if (branch.response !== undefined) {
      node.response = branch.hint !== true;
      node.part = RESPONSE_PARTS.indexOf(branch.response);
      if (node.part >= 0) node.action = NOTE;
    }
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
    node.structured = branch.keys !== undefined;
    if (branch.keys !== undefined) {
      node.table = this.table(branch.keys, this.resolveAny(branch.any));
      if (node.response || node.hint) return node;
      this.addTyped(node);
    } else if (node.action === PUT || node.action === PART) node.extended = true;
    return node;
  }
}

/** Leads back to the node's own meaning. */
function extendedTable(node: FieldNode): FieldTable {
  const table: FieldTable = new KeyTable();
  for (const key of EXTENDED) {
    const inner = node.copy();
    inner.marks = 0;
    inner.response = false;
    inner.seen = true;
    inner.table = table;
    table.add(key, inner);
  }
  return table;
}
