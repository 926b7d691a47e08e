import type { MacListColumn } from '../../model/columns';
import type { MacNumber } from '../../model/units';
import { Float64Blocks, Uint32Blocks } from './blocks';
import { type ColumnWriter, pick, reorderedItems, reorderedStops } from './writer';

/** From how many items on a row's addresses are remembered in a set; below that, comparing them is faster. */
const MANY = 24;

/** Fills a `MacListColumn`; an address that the row has already is not added again. */
export class MacWriter implements ColumnWriter<MacListColumn> {
  private readonly values = new Float64Blocks();
  private readonly stops = new Uint32Blocks();
  private row = -1;
  private first = 0;
  private seen: Set<MacNumber> | null = null;

  append(column: MacListColumn, row: number, rows: number): void {
    const used = Math.min(column.stops.length, rows);
    if (used === 0) return;
    this.stops.fill(row, this.values.length);
    this.stops.pushSums(column.stops.subarray(0, used), this.values.length);
    this.values.pushAll(column.values.subarray(0, column.stops[used - 1]!));
    this.row = row + used - 1;
  }

  /** Adds an address to the row; rows come in ascending order. */
  add(row: number, mac: MacNumber): void {
    if (this.row !== row) {
      this.stops.fill(row, this.values.length);
      this.row = row;
      this.first = this.values.length;
      this.seen = null;
    } else if (this.has(mac)) {
      return;
    }
    this.values.push(mac);
  }

  private has(mac: MacNumber): boolean {
    const count = this.values.length;
    if (count - this.first < MANY) {
      for (let item = this.first; item < count; item++) if (this.values.at(item) === mac) return true;
      return false;
    }
    if (this.seen === null) {
      this.seen = new Set();
      for (let item = this.first; item < count; item++) this.seen.add(this.values.at(item));
    }
    const before = this.seen.size;
    this.seen.add(mac);
    return this.seen.size === before;
  }

  /** The row's addresses. */
  at(row: number): MacNumber[] {
    const items: MacNumber[] = [];
    if (row > this.row) return items;
    const stop = row < this.stops.length ? this.stops.at(row) : this.values.length;
    const start = row === 0 ? 0 : this.stops.at(row - 1);
    for (let item = start; item < stop; item++) items.push(this.values.at(item));
    return items;
  }

  seal(order: Uint32Array | null): MacListColumn {
    this.stops.fill(this.row + 1, this.values.length);
    const values = this.values.seal();
    const stops = this.stops.seal();
    if (order === null || stops.length === 0) return { kind: 'macs', values, stops };
    const newStops = reorderedStops(stops, order);
    const items = reorderedItems(stops, order, newStops.at(-1) ?? 0);
    return { kind: 'macs', values: pick(values, items, 0), stops: newStops };
  }
}
