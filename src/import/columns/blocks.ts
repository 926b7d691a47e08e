import { letGo } from '../../model/free-buffer';
import { TroubleError } from '../../model/outcome';
import { decodeText } from '../../model/text';

/**
 * Blocks of 2²⁰ bytes. Growth by doubling copies everything and holds it twice, which made peaks of 0.7 to
 * 1.6 GB for a million assets; blocks are copied once, when a column is sealed. Only the first block grows by
 * doubling, so that a dataset of three assets does not take a megabyte for each field.
 */
const BLOCK_BITS = 20;
const BLOCK_BYTES = 1 << BLOCK_BITS;
const FIRST_BYTES = 1 << 10;
const NUMBER_BITS = 17;
const NUMBER_BLOCK = 1 << NUMBER_BITS;
const FIRST_NUMBERS = 1 << 7;
/** Ends and stops are 32 bits wide. */
const MOST = 0xffffffff;

function tooMuch(): never {
  throw new TroubleError({
    code: 'column-too-large',
    what: 'One field of these files holds more than 4 GB of text, which is more than Doublet keeps.',
    remedy: 'Import fewer files at once.',
  });
}

/** Bytes appended one value after the other; a value may straddle blocks. */
export class ByteBlocks {
  private readonly full: Uint8Array[] = [];
  private block = new Uint8Array(FIRST_BYTES);
  private used = 0;
  /** Bytes in `full`. */
  private before = 0;

  get length(): number {
    return this.before + this.used;
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.used + length > this.block.length) {
      this.appendSlowly(bytes, start, end);
      return;
    }
    const block = this.block;
    const to = this.used - start;
    if (length > 64) {
      block.set(bytes.subarray(start, end), this.used);
    } else {
      // Four at once: each takes the place of one in the loop's overhead, which is what copying so little costs.
      let at = start;
      for (; at + 3 < end; at += 4) {
        block[to + at] = bytes[at]!;
        block[to + at + 1] = bytes[at + 1]!;
        block[to + at + 2] = bytes[at + 2]!;
        block[to + at + 3] = bytes[at + 3]!;
      }
      for (; at < end; at++) block[to + at] = bytes[at]!;
    }
    this.used += length;
  }

  private appendSlowly(bytes: Uint8Array, start: number, end: number): void {
    if (this.length + (end - start) > MOST) tooMuch();
    let at = start;
    while (at < end) {
      if (this.used === this.block.length) this.grow();
      const count = Math.min(end - at, this.block.length - this.used);
      this.block.set(bytes.subarray(at, at + count), this.used);
      this.used += count;
      at += count;
    }
  }

  private grow(): void {
    if (this.block.length < BLOCK_BYTES) {
      const larger = new Uint8Array(this.block.length * 2);
      larger.set(this.block);
      this.block = larger;
      return;
    }
    this.full.push(this.block);
    this.before += BLOCK_BYTES;
    this.block = new Uint8Array(BLOCK_BYTES);
    this.used = 0;
  }

  /** Copies the bytes from `offset` to `end` to the start of `to`. */
  copy(offset: number, end: number, to: Uint8Array): void {
    for (let at = offset; at < end; at++) {
      const index = at >>> BLOCK_BITS;
      const block = index < this.full.length ? this.full[index]! : this.block;
      to[at - offset] = block[at & (BLOCK_BYTES - 1)]!;
    }
  }

  /** Whether the bytes from `offset` on are those given. */
  equals(offset: number, bytes: Uint8Array, start: number, end: number): boolean {
    for (let at = start; at < end; at++, offset++) {
      const index = offset >>> BLOCK_BITS;
      const block = index < this.full.length ? this.full[index]! : this.block;
      if (block[offset & (BLOCK_BYTES - 1)] !== bytes[at]) return false;
    }
    return true;
  }

  /** The bytes from `start` to `end` as text. */
  textAt(start: number, end: number): string {
    const bytes = new Uint8Array(end - start);
    this.copy(start, end, bytes);
    return decodeText(bytes, 0, bytes.length);
  }

  /** Everything in one array; the blocks are let go. */
  seal(): Uint8Array {
    const sealed = new Uint8Array(this.length);
    let at = 0;
    for (const block of this.full) {
      sealed.set(block, at);
      at += block.length;
      letGo(block);
    }
    sealed.set(this.block.subarray(0, this.used), at);
    letGo(this.block);
    this.full.length = 0;
    this.block = new Uint8Array(0);
    this.before = 0;
    this.used = 0;
    return sealed;
  }
}

type Numbers = Uint32Array | Float64Array | Uint16Array;

/** Numbers appended one after the other. One class for each width keeps the engine's inner code monomorphic. */
abstract class NumberBlocks<T extends Numbers> {
  private readonly full: T[] = [];
  private block: T;
  private used = 0;
  private before = 0;

  constructor(private readonly make: (length: number) => T) {
    this.block = make(FIRST_NUMBERS);
  }

  get length(): number {
    return this.before + this.used;
  }

  push(value: number): void {
    if (this.used === this.block.length) this.grow();
    this.block[this.used++] = value;
  }

  /** Appends the value until there are `length` of them. */
  fill(length: number, value: number): void {
    // Mostly there is nothing to fill, or one row.
    if (this.before + this.used >= length) return;
    this.push(value);
    while (this.before + this.used < length) {
      if (this.used === this.block.length) this.grow();
      const count = Math.min(length - this.length, this.block.length - this.used);
      this.block.fill(value, this.used, this.used + count);
      this.used += count;
    }
  }

  /** Appends all of them, each with `plus` added: ends and stops of a column that comes behind another. */
  pushSums(values: T, plus: number): void {
    let at = 0;
    while (at < values.length) {
      const { block, used, count } = this.room(values.length - at);
      for (let i = 0; i < count; i++) block[used + i] = values[at + i]! + plus;
      at += count;
    }
  }

  /** Appends for each value what the map has in its place. */
  pushMapped(values: T, map: readonly number[]): void {
    let at = 0;
    while (at < values.length) {
      const { block, used, count } = this.room(values.length - at);
      for (let i = 0; i < count; i++) block[used + i] = map[values[at + i]!]!;
      at += count;
    }
  }

  /** Takes room for as many of the values as the block has; they are to be written from `used` on. */
  private room(most: number): { readonly block: T; readonly used: number; readonly count: number } {
    if (this.used === this.block.length) this.grow();
    const { block, used } = this;
    const count = Math.min(most, block.length - used);
    this.used += count;
    return { block, used, count };
  }

  pushAll(values: T): void {
    let at = 0;
    while (at < values.length) {
      const { block, used, count } = this.room(values.length - at);
      (block as Uint32Array).set(values.subarray(at, at + count) as Uint32Array, used);
      at += count;
    }
  }

  at(index: number): number {
    if (index >= this.before) return this.block[index - this.before]!;
    return this.full[index >>> NUMBER_BITS]![index & (NUMBER_BLOCK - 1)]!;
  }

  set(index: number, value: number): void {
    if (index >= this.before) this.block[index - this.before] = value;
    else this.full[index >>> NUMBER_BITS]![index & (NUMBER_BLOCK - 1)] = value;
  }

  private grow(): void {
    if (this.block.length < NUMBER_BLOCK) {
      const larger = this.make(this.block.length * 2);
      (larger as Uint32Array).set(this.block as Uint32Array);
      this.block = larger;
      return;
    }
    this.full.push(this.block);
    this.before += NUMBER_BLOCK;
    this.block = this.make(NUMBER_BLOCK);
    this.used = 0;
  }

  /** Everything in one array; the blocks are let go. */
  seal(): T {
    const sealed = this.make(this.length);
    let at = 0;
    for (const block of this.full) {
      (sealed as Uint32Array).set(block as Uint32Array, at);
      at += block.length;
      letGo(block);
    }
    (sealed as Uint32Array).set(this.block.subarray(0, this.used) as Uint32Array, at);
    letGo(this.block);
    this.full.length = 0;
    this.block = this.make(0);
    this.before = 0;
    this.used = 0;
    return sealed;
  }
}

export class Uint32Blocks extends NumberBlocks<Uint32Array> {
  constructor() {
    super((length) => new Uint32Array(length));
  }
}

export class Uint16Blocks extends NumberBlocks<Uint16Array> {
  constructor() {
    super((length) => new Uint16Array(length));
  }
}

export class Float64Blocks extends NumberBlocks<Float64Array> {
  constructor() {
    super((length) => new Float64Array(length));
  }
}
