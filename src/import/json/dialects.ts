import type { FieldId } from '../../model/field';
import { FIELD_NUMBERS } from '../columns/field-writers';
import { FieldNode, type FieldTable, NOTHING, PUT, TreeCompiler } from './field-node';
import type { FieldTree } from './field-tree';
import { nodeOfPath, nodeOfSpelling } from './key-paths';
import { findKey } from './plain-key';

/** One kind of record: where its fields stand, how it is recognised, and what lies around it. */
export interface RecordDialect {
  readonly name: string;
  readonly tree: FieldTree;
  /**
   * Each signature is a list of groups of keys; an object with a key of each group of one signature is a record
   * of this dialect. The first dialect of a list that an object fits is the one that counts.
   */
  readonly signatures: readonly (readonly (readonly string[])[])[];
  /** Keys of the responses and wrappers that only these records come in. */
  readonly around?: FieldTree;
}

/** What a column or key of any program is called: the field, and whether the name fits other things as well. */
export type FieldOfName = (name: string) => { readonly field: FieldId; readonly weak: boolean } | null;

/** Rank of a value under a key that fits other things as well: any other key's goes before it. */
const WEAK_RANK = 12;

interface Signature {
  readonly dialect: number;
  readonly mask: number;
}

/** All dialects of an import, compiled: a table of keys for each, and how objects are told apart by their keys. */
export class Dialects {
  readonly tables: readonly FieldTable[];
  /** Keys of responses and wrappers alone. */
  readonly around: FieldTable;
  private readonly signatures: Signature[] = [];

  constructor(
    private readonly dialects: readonly RecordDialect[],
    private readonly fieldOfName: FieldOfName,
  ) {
    const bits = this.signatureBits();
    const around = Object.assign({}, ...dialects.map((dialect) => dialect.around ?? {})) as FieldTree;
    const compiler = new TreeCompiler(nodeOfSpelling);
    this.around = new TreeCompiler(() => null).table(around);
    this.tables = dialects.map(({ tree }) => {
      const table = compiler.table({ ...around, ...tree }, (key, own) => this.meaningOf(key, own));
      for (const [key, marks] of bits) {
        const node = table.get(key);
        if (node !== null) node.marks |= marks;
        else
          table.add(
            key,
            Object.assign(this.nodeOfName(key, table) ?? new FieldNode(), { marks, seen: true }),
          );
      }
      return table;
    });
  }

  /** The dialect of an object whose keys have these marks together; -1 if it fits none. */
  of(marks: number): number {
    for (const { dialect, mask } of this.signatures) if ((marks & mask) === mask) return dialect;
    return -1;
  }

  /** What a key of a response or wrapper leads to, as it stands between its quotes; `null`: nothing. */
  keyAround(bytes: Uint8Array, start: number, end: number): FieldNode | null {
    return findKey(this.around, bytes, start, end)?.node ?? null;
  }

  /** Keys of which each record has one: those of the last group of every signature. */
  get tellingKeys(): readonly string[] {
    return this.dialects.flatMap(({ signatures }) => signatures.flatMap((groups) => groups.at(-1)!));
  }

  numberOf(name: string): number {
    return this.dialects.findIndex((dialect) => dialect.name === name);
  }

  nameOf(dialect: number): string {
    return this.dialects[dialect]!.name;
  }

  /** The marks that the signatures give to keys: one bit for each group, from the second on (`RECORD_MARK`). */
  private signatureBits(): Map<string, number> {
    const bits = new Map<string, number>();
    let bit = 1;
    for (const [dialect, { signatures }] of this.dialects.entries()) {
      for (const groups of signatures) {
        let mask = 0;
        for (const keys of groups) {
          bit <<= 1;
          mask |= bit;
          for (const key of keys) bits.set(key, (bits.get(key) ?? 0) | bit);
        }
        this.signatures.push({ dialect, mask });
      }
    }
    return bits;
  }

  private meaningOf(key: string, table: FieldTable): FieldNode | null {
    const spelled = nodeOfSpelling(key, table);
    if (spelled !== null) return spelled;
    const path = nodeOfPath(key, table);
    // A path to a key that only tells what the record is says less than the whole name.
    const isTelling = path !== null && (path.action !== NOTHING || path.structured);
    return isTelling ? path : (this.nodeOfName(key, table) ?? path);
  }

  private nodeOfName(key: string, table: FieldTable): FieldNode | null {
    const named = this.fieldOfName(key);
    if (named === null) return null;
    const { field, weak } = named;
    for (const [, node] of table.added())
      if (node.action === PUT && node.field === FIELD_NUMBERS[field] && node.rank === 0) {
        const own = node.copy();
        return weak ? Object.assign(own, { marks: 0, rank: WEAK_RANK }) : own;
      }
    return null;
  }
}
