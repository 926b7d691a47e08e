import { BAD, type Input, MORE, skipSpace } from './input';
import { NO_RECORDS, RECORDS, type RecordFinder } from './record-finder';
import type { RecordTexts } from './record-texts';
import type { SkipShapes } from './skip-shapes';
import { skipValue } from './skip-value';
import { latin1, readTextLine } from './top-level-text';

/** Of a line between two documents, so much is looked at. */
const LONGEST_LINE = 4096;

/** What a line between two documents is: JSON from that place on, broken JSON, or text that ends there. */
export type LineOutcome =
  | { readonly kind: 'json'; readonly at: number }
  | { readonly kind: 'debris'; readonly reason: string; readonly at: number }
  | { readonly kind: 'text'; readonly at: number; readonly failure: string | null; readonly next?: boolean };

/** Looks at lines that begin with neither `{` nor `[` where a document may begin; see `top-level-text.ts`. */
export class TextLines {
  constructor(
    private readonly input: Input,
    private readonly skipShapes: SkipShapes,
    private readonly finder: RecordFinder,
    private readonly texts: RecordTexts,
  ) {}

  /** `final`: the file ends with the bytes at hand. `MORE` if those do not show what the line is. */
  read(at: number, final: boolean, amongRecords: boolean): LineOutcome | typeof MORE {
    const { input } = this;
    const newline = input.bytes.indexOf(10, at);
    const stop = newline < 0 ? Math.min(input.end, at + LONGEST_LINE) : newline;
    if (newline < 0 && !final && stop - at < LONGEST_LINE) return MORE;
    const value = skipValue(input, this.skipShapes, at, 0);
    if (value > 0 && value <= stop && skipSpace(input, value) >= stop) return { kind: 'json', at };
    const fault = value === BAD ? input.fault : { reason: 'it is the rest of a broken record', at };
    let needsMore = false;
    const line = latin1(input.bytes.subarray(at, Math.min(stop, at + LONGEST_LINE)));
    const text = readTextLine(line, amongRecords, (place) => {
      const looks = this.look(at + place);
      if (looks === MORE && !final) needsMore = true;
      return looks !== NO_RECORDS;
    });
    if (needsMore) return MORE;
    if (text.kind === 'prefix') return { kind: 'json', at: at + text.length };
    if (text.kind === 'debris') return { kind: 'debris', reason: fault.reason, at: fault.at };
    return { ...text, at: stop };
  }

  /** As `RecordFinder.look`, but for records in texts of the value too. */
  private look(at: number): number {
    const looks = this.finder.look(at);
    if (looks !== NO_RECORDS) return looks;
    const after = skipValue(this.input, this.skipShapes, at, 0);
    if (after < 0) return after === MORE ? MORE : NO_RECORDS;
    return this.texts.mayHold(this.input.bytes, at, after) ? RECORDS : NO_RECORDS;
  }
}
