import type { TimeColumn } from '../../model/columns';
import type { EpochMilliseconds } from '../../model/units';
import { Float64Blocks } from './blocks';
import { type ColumnWriter, pick } from './writer';

/** Fills a `TimeColumn`. */
export class TimeWriter implements ColumnWriter<TimeColumn> {
  private readonly values = new Float64Blocks();

  append(column: TimeColumn, row: number, rows: number): void {
    this.values.fill(row, Number.NaN);
    this.values.pushAll(column.values.subarray(0, rows));
  }

  /** Sets the row's time; rows come in ascending order. */
  set(row: number, time: EpochMilliseconds): void {
    if (this.values.length !== row) this.values.fill(row, Number.NaN);
    this.values.push(time);
  }

  /** The row's time, `NaN` where none was set. */
  at(row: number): EpochMilliseconds {
    return row < this.values.length ? this.values.at(row) : Number.NaN;
  }

  seal(order: Uint32Array | null): TimeColumn {
    const values = this.values.seal();
    const ordered = order === null || values.length === 0 ? values : pick(values, order, Number.NaN);
    return { kind: 'time', values: ordered };
  }
}
