import type { CodeListColumn } from '../../model/columns';
import { Uint32Blocks } from './blocks';
import { Dictionary } from './dictionary';
import { type ColumnWriter, pick, reorderedItems, reorderedStops } from './writer';

/** Fills a `CodeListColumn`; a text that the row has already is not added again. */
export class CodeListWriter implements ColumnWriter<CodeListColumn> {
  private readonly codes = new Uint32Blocks();
  private readonly stops = new Uint32Blocks();
  private readonly dictionary = new Dictionary();
  private row = -1;
  /** By code: the row that had it last, plus one. */
  private lastRow = new Uint32Array(16);

  get held(): number {
    return this.dictionary.held;
  }

  append(column: CodeListColumn, row: number, rows: number): void {
    const used = Math.min(column.stops.length, rows);
    if (used === 0) return;
    const codes = column.dictionary.map((text) => this.dictionary.codeOf(text));
    this.stops.fill(row, this.codes.length);
    this.stops.pushSums(column.stops.subarray(0, used), this.codes.length);
    this.codes.pushMapped(column.codes.subarray(0, column.stops[used - 1]!), codes);
    this.row = row + used - 1;
  }

  /** Adds a text to the row; rows come in ascending order. */
  add(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.row !== row) {
      this.stops.fill(row, this.codes.length);
      this.row = row;
    }
    const code = this.dictionary.code(bytes, start, end);
    if (code >= this.lastRow.length) {
      const larger = new Uint32Array(Math.max(code + 1, this.lastRow.length * 2));
      larger.set(this.lastRow);
      this.lastRow = larger;
    }
    if (this.lastRow[code] === row + 1) return;
    this.lastRow[code] = row + 1;
    this.codes.push(code);
  }

  seal(order: Uint32Array | null): CodeListColumn {
    this.stops.fill(this.row + 1, this.codes.length);
    const codes = this.codes.seal();
    const stops = this.stops.seal();
    const dictionary = this.dictionary.texts();
    if (order === null || stops.length === 0) return { kind: 'codes', codes, dictionary, stops };
    const newStops = reorderedStops(stops, order);
    const items = reorderedItems(stops, order, newStops.at(-1) ?? 0);
    return { kind: 'codes', codes: pick(codes, items, 0), dictionary, stops: newStops };
  }
}
