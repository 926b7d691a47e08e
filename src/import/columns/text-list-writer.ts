import type { TextListColumn } from '../../model/columns';
import { decodeText } from '../../model/text';
import { ByteBlocks, Uint32Blocks } from './blocks';
import { type ColumnWriter, pickBytes, reorderedItems, reorderedStops } from './writer';

/** From how many items on a row's texts are remembered in a set; below that, comparing them is faster. */
const MANY = 24;

/** Fills a `TextListColumn`; a text that the row has already is not added again. */
export class TextListWriter implements ColumnWriter<TextListColumn> {
  private readonly bytes = new ByteBlocks();
  private readonly ends = new Uint32Blocks();
  private readonly stops = new Uint32Blocks();
  /** The row being filled, and its first item. */
  private row = -1;
  private first = 0;
  private seen: Set<string> | null = null;

  get held(): number {
    return this.bytes.length;
  }

  append(column: TextListColumn, row: number, rows: number): void {
    const used = Math.min(column.stops.length, rows);
    if (used === 0) return;
    this.stops.fill(row, this.ends.length);
    this.stops.pushSums(column.stops.subarray(0, used), this.ends.length);
    const items = column.stops[used - 1]!;
    this.ends.pushSums(column.ends.subarray(0, items), this.bytes.length);
    this.bytes.append(column.bytes, 0, items === 0 ? 0 : column.ends[items - 1]!);
    this.row = row + used - 1;
  }

  /** Adds a text to the row; rows come in ascending order. */
  add(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.row !== row) {
      this.stops.fill(row, this.ends.length);
      this.row = row;
      this.first = this.ends.length;
      this.seen = null;
    } else if (this.has(bytes, start, end)) {
      return;
    }
    this.bytes.append(bytes, start, end);
    this.ends.push(this.bytes.length);
  }

  private has(bytes: Uint8Array, start: number, end: number): boolean {
    const count = this.ends.length;
    if (count - this.first >= MANY) return this.hasAmongMany(bytes, start, end);
    let from = this.first === 0 ? 0 : this.ends.at(this.first - 1);
    for (let item = this.first; item < count; item++) {
      const to = this.ends.at(item);
      if (to - from === end - start && this.bytes.equals(from, bytes, start, end)) return true;
      from = to;
    }
    return false;
  }

  /** A record may hold a million items: comparing each with all before would never end. */
  private hasAmongMany(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.seen === null) {
      this.seen = new Set();
      let from = this.first === 0 ? 0 : this.ends.at(this.first - 1);
      for (let item = this.first; item < this.ends.length; item++) {
        const to = this.ends.at(item);
        this.seen.add(this.bytes.textAt(from, to));
        from = to;
      }
    }
    const before = this.seen.size;
    this.seen.add(decodeText(bytes, start, end));
    return this.seen.size === before;
  }

  /** The row's texts. */
  at(row: number): string[] {
    const texts: string[] = [];
    if (row > this.row) return texts;
    const stop = row < this.stops.length ? this.stops.at(row) : this.ends.length;
    const start = row === 0 ? 0 : this.stops.at(row - 1);
    for (let item = start; item < stop; item++)
      texts.push(this.bytes.textAt(item === 0 ? 0 : this.ends.at(item - 1), this.ends.at(item)));
    return texts;
  }

  seal(order: Uint32Array | null): TextListColumn {
    this.stops.fill(this.row + 1, this.ends.length);
    const bytes = this.bytes.seal();
    const ends = this.ends.seal();
    const stops = this.stops.seal();
    if (order === null || stops.length === 0) return { kind: 'texts', bytes, ends, stops };
    const newStops = reorderedStops(stops, order);
    const items = reorderedItems(stops, order, newStops.at(-1) ?? 0);
    const newEnds = reorderedStops(ends, items);
    return { kind: 'texts', bytes: pickBytes(bytes, ends, items, newEnds), ends: newEnds, stops: newStops };
  }
}
