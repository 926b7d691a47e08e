import type { TextColumn } from '../../model/columns';
import { ByteBlocks, Uint32Blocks } from './blocks';
import { type ColumnWriter, pickBytes, reorderedStops } from './writer';

/** Fills a `TextColumn`. */
export class TextWriter implements ColumnWriter<TextColumn> {
  private readonly bytes = new ByteBlocks();
  private readonly ends = new Uint32Blocks();

  get held(): number {
    return this.bytes.length;
  }

  append(column: TextColumn, row: number, rows: number): void {
    const used = Math.min(column.ends.length, rows);
    this.ends.fill(row, this.bytes.length);
    this.ends.pushSums(column.ends.subarray(0, used), this.bytes.length);
    this.bytes.append(column.bytes, 0, used === 0 ? 0 : column.ends[used - 1]!);
  }

  /** Sets the row's text; rows come in ascending order. */
  set(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.ends.length !== row) this.ends.fill(row, this.bytes.length);
    this.bytes.append(bytes, start, end);
    this.ends.push(this.bytes.length);
  }

  /** Whether the row's text is this one. */
  is(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = row === 0 ? 0 : this.ends.at(row - 1);
    return this.ends.at(row) - from === end - start && this.bytes.equals(from, bytes, start, end);
  }

  /** The bytes of the row's text. */
  bytesOf(row: number): Uint8Array {
    const start = row === 0 ? 0 : this.ends.at(row - 1);
    const bytes = new Uint8Array(this.ends.at(row) - start);
    this.bytes.copy(start, start + bytes.length, bytes);
    return bytes;
  }

  /** The row's text, "" where none was set. */
  textAt(row: number): string {
    if (row >= this.ends.length) return '';
    return this.bytes.textAt(row === 0 ? 0 : this.ends.at(row - 1), this.ends.at(row));
  }

  seal(order: Uint32Array | null): TextColumn {
    const ends = this.ends.seal();
    const bytes = this.bytes.seal();
    if (order === null || ends.length === 0) return { kind: 'text', bytes, ends };
    const after = reorderedStops(ends, order);
    return { kind: 'text', bytes: pickBytes(bytes, ends, order, after), ends: after };
  }
}
