import { decodeText, encodeText } from '../../model/text';
import { type Marked, ObjectShapes } from './object-shapes';

/** A key in the forms in which it is compared. */
interface KeyForm {
  /** Quote, key, quote and colon. */
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly tail: number;
}

function formOf(bytes: Uint8Array): KeyForm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = Int32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getInt32(4 * i, true));
  return { bytes, words, tail: view.getInt32(Math.max(0, bytes.length - 4), true) };
}

/** The forms of the keys of all trees: these few hundred are the same for each import. */
const KNOWN_FORMS = new Map<string, KeyForm>();

function knownForm(key: string): KeyForm {
  let form = KNOWN_FORMS.get(key);
  if (form === undefined) {
    form = formOf(encodeText(`"${key}":`));
    KNOWN_FORMS.set(key, form);
  }
  return form;
}

/** A key of an object, known or not, as it stands in compact JSON: `"key":`. */
export class KeyEntry<Node> {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly tail: number;
  /** The key that stood behind this one the last time. */
  next: KeyEntry<Node> | null = null;

  constructor(
    { bytes, words, tail }: KeyForm,
    /** `null`: not needed. */
    readonly node: Node | null,
  ) {
    this.bytes = bytes;
    this.words = words;
    this.tail = tail;
  }

  /** Whether the key with its colon stands at that place. */
  stands(view: DataView, at: number, end: number): boolean {
    const length = this.bytes.length;
    if (at + length > end || view.getInt32(at + length - 4, true) !== this.tail) return false;
    const words = this.words;
    for (let i = 0; i < words.length; i++) if (view.getInt32(at + 4 * i, true) !== words[i]) return false;
    return true;
  }
}

/** Unneeded keys that a table remembers, so that they too can be expected; hostile files have millions. */
const MOST_UNNEEDED = 256;
/** Keys that a table tries to resolve, such as `interfaces.12.macAddress`; it remembers all that mean something. */
const MOST_TRIED = 8192;
/** Longer keys are not remembered. */
const LONGEST = 128;

/**
 * The keys of one kind of object. Keys are expected in the order of the object before (`first`, `next`), as
 * programs write them; only a key out of order is looked up. Both compare bytes: no string is made.
 */
export class KeyTable<Node extends Marked> {
  /** The shapes that whole objects with these keys come in. */
  readonly shapes = new ObjectShapes<Node>();
  /** The first key of the object before. */
  first: KeyEntry<Node> | null = null;
  private slots: (KeyEntry<Node> | undefined)[] = new Array<KeyEntry<Node> | undefined>(64).fill(undefined);
  private readonly known = new Map<string, Node>();
  private count = 0;
  private unneeded = 0;
  private tried = 0;

  /** `resolve` is asked once for each key that was not added, what it means here; `null`: it is not needed. */
  constructor(private readonly resolve: (key: string) => Node | null = () => null) {}

  add(key: string, node: Node): void {
    this.known.set(key, node);
    this.insert(new KeyEntry(knownForm(key), node));
  }

  /** What an added key leads to. */
  get(key: string): Node | null {
    return this.known.get(key) ?? null;
  }

  /** The keys that were added, with what they lead to. */
  added(): Iterable<readonly [string, Node]> {
    return this.known;
  }

  /** All keys with what they lead to, in no order: those that were added, and others found (`null`: not needed). */
  *entries(): Iterable<readonly [key: string, node: Node | null]> {
    for (const entry of this.slots)
      if (entry !== undefined) yield [decodeText(entry.bytes, 1, entry.bytes.length - 2), entry.node];
  }

  /** The entry of the key between the quotes; an unneeded one is remembered if there is room, else `null`. */
  find(bytes: Uint8Array, start: number, end: number): KeyEntry<Node> | null {
    const mask = this.slots.length - 1;
    let slot = hashOf(bytes, start, end) & mask;
    for (let entry = this.slots[slot]; entry !== undefined; entry = this.slots[slot]) {
      if (isKey(entry.bytes, bytes, start, end)) return entry;
      slot = (slot + 1) & mask;
    }
    if (end - start > LONGEST || end === start || !isPlain(bytes, start, end)) return null;
    const node = this.tried++ < MOST_TRIED ? this.resolve(decodeText(bytes, start, end)) : null;
    if (node !== null) this.tried--;
    else if (this.unneeded < MOST_UNNEEDED) this.unneeded++;
    else return null;
    const copy = new Uint8Array(end - start + 3);
    copy.set(bytes.subarray(start, end), 1);
    copy[0] = 34;
    copy[copy.length - 2] = 34;
    copy[copy.length - 1] = 58;
    return this.insert(new KeyEntry(formOf(copy), node));
  }

  private insert(entry: KeyEntry<Node>): KeyEntry<Node> {
    if (this.count * 2 >= this.slots.length) this.grow();
    const mask = this.slots.length - 1;
    let slot = hashOf(entry.bytes, 1, entry.bytes.length - 2) & mask;
    while (this.slots[slot] !== undefined) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
    this.count++;
    return entry;
  }

  private grow(): void {
    const entries = this.slots;
    this.slots = new Array<KeyEntry<Node> | undefined>(entries.length * 2).fill(undefined);
    this.count = 0;
    for (const entry of entries) if (entry !== undefined) this.insert(entry);
  }
}

/** Length and four characters tell nearly all keys apart; a table holds a few hundred at most. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 0) return 0;
  const ends = bytes[start]! + bytes[end - 1]! * 31;
  const middle = bytes[start + (length >> 1)]! * 7 + bytes[start + (length >> 2)]! * 131;
  return length * 17 + ends + middle;
}

/** Whether a decoded key stands in JSON as it is: another, taken for its own text, would be found where it is not. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 34 || byte === 92 || byte < 32) return false;
  }
  return true;
}

function isKey(entry: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (entry.length !== end - start + 3) return false;
  for (let at = start; at < end; at++) if (entry[at - start + 1] !== bytes[at]) return false;
  return true;
}
