import type { Input } from './input';

/** What shapes have to know of the nodes that keys lead to: what the keys say about their object. */
export interface Marked {
  /** Bits. */
  readonly marks: number;
  readonly response: boolean;
}

/** What stands behind the fixed bytes of a step. */
export const TEXT = 0;
export const NUMBER = 1;
export const VALUE = 2;
export const UNNEEDED = 3;
export const END = 4;
/** As those above, for objects of which nothing is needed. */
export const SKIPPED_TEXT = 5;
export const SKIPPED_NUMBER = 6;
export const SKIPPED_LIST = 7;

/** One value of an object whose shape is known: the bytes before it, and what to do with it. */
export class Step<Node> {
  /** The step behind this one's value, and another one that may stand in the place of this one. */
  next: Step<Node> | null = null;
  alternative: Step<Node> | null = null;
  /** The fixed bytes eight at a time from the first on, and at last the last eight. */
  private readonly eights: Float64Array;
  /** The first and the last four. */
  private readonly head: number;
  private readonly tail: number;
  readonly length: number;
  private readonly numberFollows: boolean;

  constructor(
    readonly kind: number,
    /** The key's node; `null` for a value that is not needed, and at the end. */
    readonly node: Node | null,
    private readonly fixed: Uint8Array,
    /**
     * At the end: the marks of the object's own keys, and how many of them belong to a response; for an object of
     * which nothing is needed, `marks` is how many objects are nested in each other, and before a list how many of
     * them it lies in.
     */
    readonly marks: number,
    readonly responses: number,
  ) {
    const view = new DataView(fixed.buffer);
    const { length } = fixed;
    this.length = length;
    this.numberFollows = kind === NUMBER || kind === SKIPPED_NUMBER;
    this.head = length < 4 ? 0 : view.getInt32(0, true);
    this.tail = length < 4 ? 0 : view.getInt32(length - 4, true);
    const count = length < 8 ? 0 : (length >> 3) + 1;
    this.eights = Float64Array.from({ length: count }, (_, i) =>
      view.getFloat64(Math.min(8 * i, length - 8), true),
    );
  }

  /**
   * Whether the fixed bytes stand at that place. Eight bytes are compared as one number, which takes half as long
   * as four at a time: two are equal only if all bits are, but for zeros, and JSON has no byte of zero. (Bytes that
   * are no number equal nothing; such a shape is just not found.) A number must follow where one is due.
   */
  stands(input: Input, at: number): boolean {
    const { length, eights } = this;
    const { bytes, view, end } = input;
    if (at + length > end) return false;
    if (this.numberFollows && (at + length === end || !startsNumber(bytes[at + length]!))) return false;
    if (length < 4) {
      for (let i = 0; i < length; i++) if (bytes[at + i] !== this.fixed[i]) return false;
      return true;
    }
    // The end first: shapes mostly differ in what kind of value follows.
    if (view.getInt32(at + length - 4, true) !== this.tail) return false;
    if (length < 8) return view.getInt32(at, true) === this.head;
    const last = eights.length - 1;
    for (let i = 0; i < last; i++) if (view.getFloat64(at + 8 * i, true) !== eights[i]) return false;
    return view.getFloat64(at + length - 8, true) === eights[last];
  }

  is(kind: number, node: Node | null, fixed: Uint8Array): boolean {
    if (this.kind !== kind || this.node !== node || this.fixed.length !== fixed.length) return false;
    return fixed.every((byte, i) => byte === this.fixed[i]);
  }
}

/** Whether a number may begin with this byte. */
export function startsNumber(byte: number): boolean {
  return byte === 45 || (byte >= 48 && byte <= 57);
}

/** Steps of one kind of object; hostile files have millions of shapes. */
const MOST_STEPS = 512;
/** Steps at one place. */
const MOST_ALTERNATIVES = 6;
const LONGEST_FIXED = 1024;
/** Objects without a known shape that are tried, at first and for as long as others have one. */
const HIT_BUDGET = 256;

/**
 * The shapes that one kind of object comes in. Programs write records one like the other: the same keys in the
 * same order, so that between two values always the same bytes stand: `","dnsName":"`. Where they do, they need
 * not be taken apart again: comparing them is all (`null` is among them). A tree from the object's first byte on,
 * so that each way through it is one that some object took from its beginning to its end.
 */
export class ObjectShapes<Node extends Marked> {
  /** The first step of every shape. */
  first: Step<Node> | null = null;
  private steps = 0;
  /** What is left of the budget: objects that had a known shape, less those that had none. */
  private hitBudget = HIT_BUDGET;

  /** Whether a shape not yet known is worth learning. */
  get wanted(): boolean {
    return this.steps < MOST_STEPS;
  }

  /** Whether knowing shapes is of any use here. */
  get useful(): boolean {
    return this.hitBudget > 0;
  }

  hit(): void {
    if (this.hitBudget < HIT_BUDGET) this.hitBudget++;
  }

  miss(): void {
    this.hitBudget--;
  }

  /** Adds the shape of an object that was read; `at` is the place behind its `{`, `end` that behind its `}`. */
  learn(
    bytes: Uint8Array,
    at: number,
    values: readonly LearnedValue<Node>[],
    end: number,
    marksBefore = 0,
  ): void {
    let before: Step<Node> | null = null;
    let marks = marksBefore;
    let responses = 0;
    for (const { kind, node, start, after, depth } of values) {
      if (node !== null) marks |= node.marks;
      if (node?.response) responses++;
      if (kind === NOTHING_TO_DO) continue;
      before = this.step(before, kind, node, bytes.slice(at, start), depth ?? 0, 0);
      if (before === null) return;
      at = after;
    }
    this.step(before, END, null, bytes.slice(at, end), marks, responses);
  }

  private step(
    before: Step<Node> | null,
    kind: number,
    node: Node | null,
    fixed: Uint8Array,
    marks: number,
    responses: number,
  ): Step<Node> | null {
    let alternatives = 0;
    let last: Step<Node> | null = null;
    for (let step = before === null ? this.first : before.next; step !== null; step = step.alternative) {
      if (step.is(kind, node, fixed)) return step;
      last = step;
      alternatives++;
    }
    if (alternatives >= MOST_ALTERNATIVES || !this.wanted || fixed.length > LONGEST_FIXED) return null;
    const step = new Step<Node>(kind, node, fixed, marks, responses);
    this.steps++;
    if (last !== null) last.alternative = step;
    else if (before !== null) before.next = step;
    else this.first = step;
    return step;
  }
}

/** A value whose own bytes are fixed too, such as `null`: no step, but its key may mark an asset. */
export const NOTHING_TO_DO = -1;

/** A value of an object that is being learned, where it starts (for a text behind its quote) and what follows it. */
export interface LearnedValue<Node> {
  readonly kind: number;
  readonly node: Node | null;
  readonly start: number;
  readonly after: number;
  /** For a list that is skipped: how many of the object's levels it lies in. */
  readonly depth?: number;
}
