import type { Origins } from '../../model/dataset';
import type { ByteOffset } from '../../model/units';
import { Float64Blocks, Uint16Blocks, Uint32Blocks } from './blocks';

const MOST_FILES = 0xffff;

/** Where each row's record stands: file, byte, length. */
export class OriginWriter {
  private readonly file = new Uint16Blocks();
  private readonly byte = new Float64Blocks();
  private readonly length = new Uint32Blocks();

  /** Takes over those of another dataset; rows beyond them have none. */
  adopt({ file, byte, length }: Origins, size: number): void {
    this.file.pushAll(file);
    this.byte.pushAll(byte);
    this.length.pushAll(length);
    this.file.fill(size, 0);
    this.byte.fill(size, -1);
    this.length.fill(size, 0);
  }

  /** The file that the row came from. */
  fileOf(row: number): number {
    return this.file.at(row);
  }

  push(file: number, byte: ByteOffset, length: number): void {
    this.file.push(Math.min(file, MOST_FILES));
    this.byte.push(byte);
    this.length.push(length);
  }

  /** Appends those of a part of a file, up to `rows` rows in all. */
  append(file: number, bytes: Float64Array, lengths: Uint32Array, rows: number): void {
    this.file.fill(rows, Math.min(file, MOST_FILES));
    this.byte.pushAll(bytes);
    this.length.pushAll(lengths);
  }

  /** The origins: rows in the given order, or all as they are. */
  seal(order: Uint32Array | null): Origins {
    const file = this.file.seal();
    const byte = this.byte.seal();
    const length = this.length.seal();
    if (order === null) return { file, byte, length };
    return {
      file: Uint16Array.from(order, (row) => file[row]!),
      byte: Float64Array.from(order, (row) => byte[row]!),
      length: Uint32Array.from(order, (row) => length[row]!),
    };
  }
}
