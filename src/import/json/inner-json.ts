import type { ByteOffset } from '../../model/units';
import type { RecordKeeper } from '../record-keeper';
import type { JsonShape } from './json-account';

/** A reader that can begin anew. */
export interface RestartableReader {
  restart(skipped: number): void;
  feed(bytes: Uint8Array): void;
  finish(): void;
  takeShape(): JsonShape;
}

/** Reads JSON that stood in a text of the file: its records stand where the text stands. */
export class InnerJson {
  private reader: RestartableReader | null = null;
  private place = { byte: 0, length: 0 };

  constructor(
    private readonly builder: RecordKeeper,
    private readonly makeReader: (builder: RecordKeeper) => RestartableReader,
  ) {}

  /** Answers what was found in it. The draft's input is left on these bytes. */
  read(json: Uint8Array, byte: ByteOffset, length: number): JsonShape {
    this.place = { byte, length };
    this.reader ??= this.makeReader(this.keeper());
    this.reader.restart(0);
    this.reader.feed(json);
    this.reader.finish();
    return this.reader.takeShape();
  }

  private keeper(): RecordKeeper {
    const { builder } = this;
    return {
      draft: builder.draft,
      keep: () => builder.keep(this.place.byte, this.place.length),
      skip: (_, reason) => builder.skip(this.place.byte, reason),
      markUnfinished: (reason) => builder.markUnfinished(reason),
      seesAll: (fields) => builder.seesAll(fields),
    };
  }
}
