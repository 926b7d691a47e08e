import type { CodeColumn } from '../../model/columns';
import { Uint32Blocks } from './blocks';
import { Dictionary } from './dictionary';
import { type ColumnWriter, pick } from './writer';

/** Fills a `CodeColumn`. */
export class CodeWriter implements ColumnWriter<CodeColumn> {
  private readonly codes = new Uint32Blocks();
  private readonly dictionary = new Dictionary();

  get held(): number {
    return this.dictionary.held;
  }

  append(column: CodeColumn, row: number, rows: number): void {
    const codes = column.dictionary.map((text) => this.dictionary.codeOf(text));
    this.codes.fill(row, 0);
    this.codes.pushMapped(column.codes.subarray(0, rows), codes);
  }

  /** Sets the row's text; rows come in ascending order. */
  set(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.codes.length !== row) this.codes.fill(row, 0);
    this.codes.push(this.dictionary.code(bytes, start, end));
  }

  /** The row's code: the same for the same text. */
  at(row: number): number {
    return row < this.codes.length ? this.codes.at(row) : 0;
  }

  seal(order: Uint32Array | null): CodeColumn {
    const codes = this.codes.seal();
    return {
      kind: 'code',
      codes: order === null || codes.length === 0 ? codes : pick(codes, order, 0),
      dictionary: this.dictionary.texts(),
    };
  }
}
