import { NO_MAC, parseMacBytes } from '../identifiers/mac';
import { isPlaceholder } from '../identifiers/placeholder';
import { FIELD_IDS, FIELDS } from '../model/field';
import { decodeText, encodeText } from '../model/text';
import { FIELD_NUMBERS, type FieldNumber, type FieldWriters } from './columns/field-writers';
import { hasLostDigits } from './tables/asset-id-cell';
import { NO_TIME, parseTimeBytes } from './time';

/** Offsets from here on lie in the scratch bytes, not in the input: no input buffer is that large. */
export const SCRATCH = 0x40000000;

/** A record has fewer entries of its inventory: both counts of a place fit into one number. */
const SOURCES_PER_PLACE = 2 ** 26;

const TEXT = 0;
const CODE = 1;
const TIME = 2;
const LIST = 3;
const KIND_NUMBERS = {
  text: TEXT,
  code: CODE,
  time: TIME,
  texts: LIST,
  macs: LIST,
  codes: LIST,
  sources: LIST,
};
const KINDS = Uint8Array.from(FIELD_IDS, (field) => KIND_NUMBERS[FIELDS[field].kind]);
/** Kept as the record has it; every other text loses the white space around it. */
const AS_IT_IS = Uint8Array.from(FIELD_IDS, (field) =>
  ['assetName', 'dnsName', 'fqdn', 'netbiosName', 'interfaceHostnames', 'customAttributes'].includes(field)
    ? 1
    : 0,
);
const MACS = FIELD_NUMBERS.macAddresses;
const ADDRESSES = FIELD_NUMBERS.interfaceAddresses;
const SOURCES = FIELD_NUMBERS.sources;
const ID = FIELD_NUMBERS.assetId;

/** White space, comma and semicolon, by byte: what stands between several values in one text. */
const BREAKS = new Uint8Array(256);
for (const byte of [9, 10, 11, 12, 13, 32, 44, 59]) BREAKS[byte] = 1;

const isSpace = (byte: number): boolean => byte === 32 || (byte <= 13 && byte >= 9);

/**
 * The record being read: where its values stand in the input. Nothing goes into a column before the record
 * turned out to be good, so dropping one costs nothing, and a key that comes twice just sets its value again.
 */
export class RecordDraft {
  /** The bytes that values are given as ranges of. */
  input: Uint8Array = new Uint8Array(0);
  /** Values that could not be read, by field. */
  readonly unreadable = new Float64Array(FIELD_IDS.length);

  private readonly starts = new Int32Array(FIELD_IDS.length);
  private readonly ends = new Int32Array(FIELD_IDS.length);
  private readonly ranks = new Int32Array(FIELD_IDS.length);
  /** The record that set the field last. */
  private readonly stamps = new Int32Array(FIELD_IDS.length);
  private stamp = 0;
  private readonly dirty = new Int32Array(FIELD_IDS.length);
  private dirtyCount = 0;
  /** Items of list fields, in the order of the record: field, start, end. */
  private items = new Int32Array(96);
  private itemCount = 0;
  /** Entries of the inventory: three ranges each. */
  private sources = new Int32Array(96);
  private sourceCount = 0;
  private scratch = new Uint8Array(4096);
  private scratchUsed = 0;

  constructor(private readonly writers: FieldWriters) {}

  begin(): void {
    this.stamp = (this.stamp + 1) & 0x3fffffff;
    if (this.stamp === 0) this.stamps.fill(-1);
    this.dirtyCount = 0;
    this.itemCount = 0;
    this.sourceCount = 0;
    this.scratchUsed = 0;
  }

  /** Whether the record has no value so far. */
  get isEmpty(): boolean {
    return this.dirtyCount === 0 && this.itemCount === 0 && this.sourceCount === 0;
  }

  /** How many items of lists the record has so far: where `goBack` gets back to. */
  place(): number {
    return this.itemCount * SOURCES_PER_PLACE + this.sourceCount;
  }

  /** Forgets the items that came since; other values stay, and are set again when they are read again. */
  goBack(place: number): void {
    this.itemCount = Math.floor(place / SOURCES_PER_PLACE);
    this.sourceCount = place % SOURCES_PER_PLACE;
  }

  /**
   * One value, as a range of the input or of the scratch bytes. Where several keys fill one field, the one of
   * the lowest rank that has a value wins; at the same rank the later one.
   */
  put(field: FieldNumber, rank: number, start: number, end: number): void {
    if (start === end) return;
    if (KINDS[field] === LIST) {
      this.putItem(field, start, end);
      return;
    }
    if (AS_IT_IS[field] === 0) {
      const bytes = start >= SCRATCH ? this.scratch : this.input;
      while (start < end && isSpace(bytes[start & ~SCRATCH]!)) start++;
      while (end > start && isSpace(bytes[(end - 1) & ~SCRATCH]!)) end--;
      if (start === end) return;
    }
    if (this.stamps[field] === this.stamp) {
      if (this.ranks[field]! < rank) return;
    } else {
      this.stamps[field] = this.stamp;
      this.dirty[this.dirtyCount++] = field;
    }
    this.ranks[field] = rank;
    this.starts[field] = start;
    this.ends[field] = end;
  }

  private putItem(field: FieldNumber, start: number, end: number): void {
    if (field === SOURCES) {
      this.putSource(start, end, 0, 0, 0, 0);
      return;
    }
    if (this.itemCount + 3 > this.items.length) this.items = doubled(this.items);
    this.items[this.itemCount++] = field;
    this.items[this.itemCount++] = start;
    this.items[this.itemCount++] = end;
  }

  /** One entry of the inventory: ranges of its name and of its two times. An entry without a name is none. */
  putSource(nameStart: number, nameEnd: number, cStart: number, cEnd: number, uStart: number, uEnd: number) {
    if (nameStart === nameEnd) return;
    if (this.sourceCount + 6 > this.sources.length) this.sources = doubled(this.sources);
    this.sources[this.sourceCount++] = nameStart;
    this.sources[this.sourceCount++] = nameEnd;
    this.sources[this.sourceCount++] = cStart;
    this.sources[this.sourceCount++] = cEnd;
    this.sources[this.sourceCount++] = uStart;
    this.sources[this.sourceCount++] = uEnd;
  }

  /** `key=value` as one item of the field. A pair without a key is none. */
  putPair(field: FieldNumber, keyStart: number, keyEnd: number, start: number, end: number): void {
    if (keyStart === keyEnd) return;
    const from = this.scratchLength();
    this.copyToScratch(keyStart, keyEnd);
    this.scratchByte(61);
    this.copyToScratch(start, end);
    this.putItem(field, from, this.scratchLength());
  }

  /** Where the next byte of the scratch will stand, as an offset that `put` takes. */
  scratchLength(): number {
    return SCRATCH + this.scratchUsed;
  }

  /** Appends a byte to the scratch: how decoded escapes get there. */
  scratchByte(byte: number): void {
    if (this.scratchUsed === this.scratch.length) this.growScratch(1);
    this.scratch[this.scratchUsed++] = byte;
  }

  private copyToScratch(start: number, end: number): void {
    const length = end - start;
    if (this.scratchUsed + length > this.scratch.length) this.growScratch(length);
    const bytes = start >= SCRATCH ? this.scratch : this.input;
    const from = start >= SCRATCH ? start - SCRATCH : start;
    this.scratch.set(bytes.subarray(from, from + length), this.scratchUsed);
    this.scratchUsed += length;
  }

  private growScratch(length: number): void {
    const larger = new Uint8Array(Math.max(this.scratch.length * 2, this.scratchUsed + length));
    larger.set(this.scratch);
    this.scratch = larger;
  }

  /** Puts text into the scratch; answers its start, its end is `scratchLength()`. */
  text(text: string): number {
    const start = this.scratchLength();
    const bytes = encodeText(text);
    if (this.scratchUsed + bytes.length > this.scratch.length) this.growScratch(bytes.length);
    this.scratch.set(bytes, this.scratchUsed);
    this.scratchUsed += bytes.length;
    return start;
  }

  /** The text that such a range of the input or the scratch stands for. */
  textOf(start: number, end: number): string {
    if (start >= SCRATCH) return decodeText(this.scratch, start - SCRATCH, end - SCRATCH);
    return decodeText(this.input, start, end);
  }

  /** The record's id without white space around it, or `null` if it has none. */
  id(): { readonly bytes: Uint8Array; readonly start: number; readonly end: number } | null {
    if (this.stamps[ID] !== this.stamp) return null;
    const bytes = this.starts[ID]! >= SCRATCH ? this.scratch : this.input;
    const start = this.starts[ID]! & ~SCRATCH;
    const end = this.ends[ID]! & ~SCRATCH;
    return { bytes, start, end };
  }

  /** Whether the id is a text such as 7.001E+11, as spreadsheet programs write it: its digits are lost. */
  get hasLostDigits(): boolean {
    if (this.stamps[ID] !== this.stamp) return false;
    const bytes = this.starts[ID]! >= SCRATCH ? this.scratch : this.input;
    for (let at = this.starts[ID]! & ~SCRATCH; at < (this.ends[ID]! & ~SCRATCH); at++)
      if ((bytes[at]! | 32) === 101) return hasLostDigits(this.textOf(this.starts[ID]!, this.ends[ID]!));
    return false;
  }

  /** Writes the values into the columns as this row. */
  commit(row: number): void {
    for (let at = 0; at < this.dirtyCount; at++) this.commitValue(row, this.dirty[at]!);
    for (let at = 0; at < this.itemCount; at += 3) {
      const start = this.items[at + 1]!;
      const end = this.items[at + 2]!;
      if (start >= SCRATCH)
        this.commitItem(row, this.items[at]!, this.scratch, start - SCRATCH, end - SCRATCH);
      else this.commitItem(row, this.items[at]!, this.input, start, end);
    }
    for (let at = 0; at < this.sourceCount; at += 6) this.commitSource(row, at);
  }

  private commitValue(row: number, field: FieldNumber): void {
    let bytes = this.input;
    let start = this.starts[field]!;
    let end = this.ends[field]!;
    if (start >= SCRATCH) {
      bytes = this.scratch;
      start -= SCRATCH;
      end -= SCRATCH;
    }
    const kind = KINDS[field];
    if (kind === TEXT) this.writers.of<'text'>(field).set(row, bytes, start, end);
    else if (kind === CODE) this.writers.of<'code'>(field).set(row, bytes, start, end);
    else this.writers.of<'time'>(field).set(row, this.time(field, bytes, start, end));
  }

  private time(field: FieldNumber, bytes: Uint8Array, start: number, end: number): number {
    const time = parseTimeBytes(bytes, start, end);
    if (time !== NO_TIME) return time;
    this.unreadable[field]!++;
    return Number.NaN;
  }

  private commitItem(row: number, field: FieldNumber, bytes: Uint8Array, start: number, end: number): void {
    if (AS_IT_IS[field] === 1) {
      this.writers.of<'texts'>(field).add(row, bytes, start, end);
      return;
    }
    while (start < end && isSpace(bytes[start]!)) start++;
    while (end > start && isSpace(bytes[end - 1]!)) end--;
    if (start === end) return;
    if (field === MACS) this.commitMacs(row, bytes, start, end);
    else if (field === ADDRESSES) this.commitAddresses(row, bytes, start, end);
    else this.writers.of<'codes'>(field).add(row, bytes, start, end);
  }

  private commitMacs(row: number, bytes: Uint8Array, start: number, end: number): void {
    const writer = this.writers.of<'macs'>(MACS);
    const unreadable = this.unreadable[MACS]!;
    let from = start;
    while (from < end) {
      if (BREAKS[bytes[from]!] === 1) {
        from++;
        continue;
      }
      let to = from;
      while (to < end && BREAKS[bytes[to]!] === 0) to++;
      const mac = parseMacBytes(bytes, from, to);
      if (mac === NO_MAC) this.unreadable[MACS]!++;
      else writer.add(row, mac);
      from = to;
    }
    // Only what says that there is a value is one that could not be read.
    const failed = this.unreadable[MACS]! > unreadable;
    if (failed && isPlaceholder(decodeText(bytes, start, end))) this.unreadable[MACS] = unreadable;
  }

  private commitAddresses(row: number, bytes: Uint8Array, start: number, end: number): void {
    const writer = this.writers.of<'texts'>(ADDRESSES);
    let from = start;
    while (from < end) {
      if (BREAKS[bytes[from]!] === 1) {
        from++;
        continue;
      }
      let to = from;
      while (to < end && BREAKS[bytes[to]!] === 0) to++;
      writer.add(row, bytes, from, to);
      from = to;
    }
  }

  private commitSource(row: number, at: number): void {
    const bytes = this.sourceBytes(at);
    let start = this.sources[at]! & ~SCRATCH;
    let end = this.sources[at + 1]! & ~SCRATCH;
    while (start < end && isSpace(bytes[start]!)) start++;
    while (end > start && isSpace(bytes[end - 1]!)) end--;
    if (start === end) return;
    const created = this.sourceTime(at + 2);
    const lastUpdated = this.sourceTime(at + 4);
    this.writers.of<'sources'>(SOURCES).add(row, bytes, start, end, created, lastUpdated);
  }

  private sourceBytes(at: number): Uint8Array {
    return this.sources[at]! >= SCRATCH ? this.scratch : this.input;
  }

  private sourceTime(at: number): number {
    const start = this.sources[at]!;
    const end = this.sources[at + 1]!;
    if (start === end) return Number.NaN;
    return this.time(SOURCES, this.sourceBytes(at), start & ~SCRATCH, end & ~SCRATCH);
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
