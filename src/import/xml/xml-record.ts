import { type FieldNode, type FieldTable, NOTHING, PAIR, PART, PLAIN, PUT, SOURCE } from '../json/field-node';
import { DEEPEST, MORE } from '../json/input';
import type { RecordDraft } from '../record-draft';
import { appendText } from './character-data';
import { CDATA, CDATA_START, EMPTY, END, indexOf, LESS, PASSED_OVER, START, type TagReader } from './tags';

/** What `read` answers for a record that is broken: see `fault`. */
export const BAD = -2;

/** An element that is open in the record. */
interface OpenElement {
  nameStart: number;
  nameEnd: number;
  /** `null`: nothing below it is needed. */
  node: FieldNode | null;
  /** Where its text begins in the scratch. */
  textStart: number;
  hasChildren: boolean;
}

/** Reads one record, an element with all that lies in it, into a draft: follows the same tables as JSON does. */
export class XmlRecord {
  /** Bits: what the record's elements say of it. */
  marks = 0;
  fault = { reason: '', at: 0 };
  private readonly open: OpenElement[] = [];
  private depth = 0;
  private readonly parts = new Int32Array(6);

  constructor(
    private readonly tags: TagReader,
    private readonly draft: RecordDraft,
    private readonly fieldsSeen: Uint8Array,
  ) {}

  /**
   * Reads the record whose start tag was read last and ends before `at`; answers the place behind its end tag,
   * `MORE` or `BAD`. The record's name must not come again inside of it.
   */
  read(at: number, table: FieldTable): number {
    const { tags, draft } = this;
    draft.begin();
    this.marks = 0;
    this.depth = 0;
    const { nameStart, nameEnd } = tags;
    this.push(null);
    if (tags.kind === EMPTY) return at;
    for (;;) {
      const less = tags.bytes.indexOf(LESS, at);
      if (less < 0) return MORE;
      if (less > at && !this.text(at, less, false)) return BAD;
      at = tags.read(less);
      if (at === MORE) return MORE;
      const { kind } = tags;
      if (kind === CDATA) {
        // One that begins inside of another: the end of the first is missing.
        if (indexOf(tags.bytes.subarray(0, tags.nameEnd), CDATA_START, tags.nameStart) >= 0)
          return this.bad('a CDATA section does not end', less + 1);
        if (!this.text(tags.nameStart, tags.nameEnd, true)) return BAD;
      } else if (kind === START || kind === EMPTY) {
        if (this.isName(nameStart, nameEnd))
          return this.bad('it does not end before the next one starts', less);
        if (!this.start(table, less)) return BAD;
        if (kind === EMPTY) this.end();
      } else if (kind === END) {
        const { nameStart: from, nameEnd: to } = this.open[this.depth - 1]!;
        if (!this.isName(from, to)) return this.bad('an end tag fits no start tag', less);
        this.end();
        if (this.depth === 0) return at;
      } else if (kind !== PASSED_OVER) return this.bad('a tag is broken', less);
    }
  }

  private bad(reason: string, at: number): number {
    this.fault = { reason, at };
    return BAD;
  }

  /** Whether the tag read last has the name that stands there. */
  private isName(start: number, end: number): boolean {
    const { bytes, nameStart, nameEnd } = this.tags;
    if (nameEnd - nameStart !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (bytes[nameStart + i] !== bytes[start + i]) return false;
    return true;
  }

  private push(node: FieldNode | null): void {
    const { nameStart, nameEnd } = this.tags;
    const textStart = this.draft.scratchLength();
    const element = this.open[this.depth];
    if (element === undefined) {
      this.open.push({ nameStart, nameEnd, node, textStart, hasChildren: false });
    } else {
      element.nameStart = nameStart;
      element.nameEnd = nameEnd;
      element.node = node;
      element.textStart = textStart;
      element.hasChildren = false;
    }
    this.depth++;
  }

  private start(root: FieldTable, at: number): boolean {
    if (this.depth > DEEPEST) return this.bad(`it is nested deeper than ${DEEPEST} levels`, at) > 0;
    const parent = this.open[this.depth - 1]!;
    parent.hasChildren = true;
    const table = this.depth === 1 ? root : (parent.node?.table ?? null);
    const { bytes, nameStart, nameEnd } = this.tags;
    const node = table?.find(bytes, nameStart, nameEnd)?.node ?? null;
    this.push(node !== null && node.wrapper === null ? node : null);
    if (node === null) return true;
    this.marks |= node.marks;
    node.stamp = 0;
    if (!node.seen) {
      node.seen = true;
      for (const field of node.sees) this.fieldsSeen[field] = 1;
    }
    if (node.whole !== PLAIN) this.parts.fill(0);
    return true;
  }

  /** Appends text to the open element if it is needed. */
  private text(start: number, end: number, isCdata: boolean): boolean {
    const { node } = this.open[this.depth - 1]!;
    if (node === null || node.action === NOTHING) return true;
    const { bytes } = this.tags;
    // The white space that indents tags is no part of a value.
    while (!isCdata && start < end && isSpace(bytes[start]!)) start++;
    while (!isCdata && end > start && isSpace(bytes[end - 1]!)) end--;
    const fault = appendText(this.draft, bytes, start, end, isCdata);
    if (fault === null) return true;
    return this.bad(fault, start) > 0;
  }

  private end(): void {
    const { node, textStart, hasChildren } = this.open[--this.depth]!;
    if (node === null) return;
    const textEnd = this.draft.scratchLength();
    if (node.whole !== PLAIN && hasChildren) this.putWhole(node);
    else if (node.action === PUT && !hasChildren) this.draft.put(node.field, node.rank, textStart, textEnd);
    else if (node.action === PART && textEnd > textStart) {
      if (this.parts[2 * node.part] === 0) {
        this.parts[2 * node.part] = textStart;
        this.parts[2 * node.part + 1] = textEnd;
      }
    }
  }

  private putWhole(node: FieldNode): void {
    const [a, b, c, d, e, f] = this.parts as unknown as [number, number, number, number, number, number];
    if (node.whole === SOURCE) this.draft.putSource(a, b, c, d, e, f);
    else if (node.whole === PAIR) this.draft.putPair(node.field, a, b, c, d);
    else this.draft.put(node.field, 0, a, b);
    this.parts.fill(0);
  }
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;
