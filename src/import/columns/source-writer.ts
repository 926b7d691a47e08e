import type { SourceColumn } from '../../model/columns';
import type { EpochMilliseconds } from '../../model/units';
import { Float64Blocks, Uint32Blocks } from './blocks';
import { Dictionary } from './dictionary';
import { type ColumnWriter, pick, reorderedItems, reorderedStops } from './writer';

/** Fills a `SourceColumn`. Entries are kept as they come, repeats included: their times may differ. */
export class SourceWriter implements ColumnWriter<SourceColumn> {
  private readonly codes = new Uint32Blocks();
  private readonly created = new Float64Blocks();
  private readonly lastUpdated = new Float64Blocks();
  private readonly stops = new Uint32Blocks();
  private readonly dictionary = new Dictionary();
  private row = -1;

  get held(): number {
    return this.dictionary.held;
  }

  append(column: SourceColumn, row: number, rows: number): void {
    const used = Math.min(column.stops.length, rows);
    if (used === 0) return;
    const codes = column.dictionary.map((text) => this.dictionary.codeOf(text));
    const items = column.stops[used - 1]!;
    this.stops.fill(row, this.codes.length);
    this.stops.pushSums(column.stops.subarray(0, used), this.codes.length);
    this.codes.pushMapped(column.codes.subarray(0, items), codes);
    this.created.pushAll(column.created.subarray(0, items));
    this.lastUpdated.pushAll(column.lastUpdated.subarray(0, items));
    this.row = row + used - 1;
  }

  /** Adds an entry to the row, its name given as bytes; rows come in ascending order. */
  add(
    row: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    created: EpochMilliseconds,
    lastUpdated: EpochMilliseconds,
  ): void {
    if (this.row !== row) {
      this.stops.fill(row, this.codes.length);
      this.row = row;
    }
    this.codes.push(this.dictionary.code(bytes, start, end));
    this.created.push(created);
    this.lastUpdated.push(lastUpdated);
  }

  /** When each source of the row last reported it. */
  lastUpdatedOf(row: number): EpochMilliseconds[] {
    const items: EpochMilliseconds[] = [];
    if (row > this.row) return items;
    const stop = row < this.stops.length ? this.stops.at(row) : this.codes.length;
    const start = row === 0 ? 0 : this.stops.at(row - 1);
    for (let item = start; item < stop; item++) items.push(this.lastUpdated.at(item));
    return items;
  }

  seal(order: Uint32Array | null): SourceColumn {
    this.stops.fill(this.row + 1, this.codes.length);
    const codes = this.codes.seal();
    const created = this.created.seal();
    const lastUpdated = this.lastUpdated.seal();
    const stops = this.stops.seal();
    const dictionary = this.dictionary.texts();
    if (order === null || stops.length === 0)
      return { kind: 'sources', codes, dictionary, created, lastUpdated, stops };
    const newStops = reorderedStops(stops, order);
    const items = reorderedItems(stops, order, newStops.at(-1) ?? 0);
    return {
      kind: 'sources',
      codes: pick(codes, items, 0),
      dictionary,
      created: pick(created, items, Number.NaN),
      lastUpdated: pick(lastUpdated, items, Number.NaN),
      stops: newStops,
    };
  }
}
