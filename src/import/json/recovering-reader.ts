import type { ByteOffset } from '../../model/units';
import type { RecordKeeper } from '../record-keeper';
import { Input, MORE } from './input';
import { Nesting, VALUE } from './nesting';
import { type Broken, findResumption, indentOf } from './resynchronise';
import * as skipReasons from './skip-reasons';
import { closerMissing } from './skip-value';

/** What a reader does where a record or what lies around it is broken: counts it, and finds where to go on. */
export abstract class RecoveringReader {
  /** Whether nothing more is wanted. */
  stopped = false;
  protected readonly input = new Input();
  protected nesting = new Nesting();
  /** Where `input.bytes` starts in the file. */
  protected base: ByteOffset = 0;
  /** The file ends with the bytes at hand. */
  protected final = false;
  /** How records begin in this file, such as `{"assetId"`. */
  protected opening: Uint8Array = new Uint8Array(0);

  constructor(protected readonly builder: RecordKeeper) {}

  /** The record does not end in the bytes at hand. At the file's end it never will. */
  protected needMore(at: number, before: number): number {
    if (!this.final) return MORE;
    const found = findResumption(this.input, this.brokenAt(at, before), false, true);
    if (found.at >= 0) {
      this.builder.skip(this.base + at, skipReasons.DOES_NOT_END);
      return this.resume(found.at, found.due);
    }
    this.builder.skip(this.base + at, skipReasons.ENDS_INSIDE_RECORD);
    this.builder.markUnfinished(skipReasons.ENDS_INSIDE_RECORD);
    this.stopped = true;
    return this.input.end;
  }

  /** A comma is missing between records: counted, and reading goes on if a record follows. */
  protected missingComma(at: number, before: number): number {
    const inList = this.nesting.inList;
    const reason = skipReasons.ofBytes(closerMissing(!inList), this.base + at);
    if (!inList) return this.brokenWrapper(at, reason);
    if (this.input.bytes[at] !== 123) return this.broken(at, before, reason);
    this.builder.skip(this.base + at, reason);
    this.nesting.due = VALUE;
    return at;
  }

  /** Counts a broken record and finds where to go on. */
  protected broken(at: number, before: number, reason: string): number {
    const found = findResumption(this.input, this.brokenAt(at, before), true, this.final);
    if (found.at === MORE && !this.final) return MORE;
    this.builder.skip(this.base + at, reason);
    if (found.at >= 0 && found.at <= this.input.end) return this.resume(found.at, found.due);
    return this.lose(reason);
  }

  /** A wrapper itself is broken: only a new document on a new line can be read behind it. */
  protected brokenWrapper(at: number, reason: string): number {
    const levels = this.nesting.abandon();
    const found = findResumption(
      this.input,
      { start: at, indent: -1, within: 'nothing', opening: this.opening },
      false,
      this.final,
    );
    if (found.at === MORE && !this.final) {
      this.nesting.restore(levels);
      return MORE;
    }
    this.builder.skip(this.base + at, reason);
    if (found.at < 0) return this.lose(reason);
    this.builder.markUnfinished(reason);
    return this.resume(found.at, found.due);
  }

  private brokenAt(at: number, before: number): Broken {
    const indent = indentOf(this.input, at, before, this.base + before === 0);
    const within = this.nesting.length === 0 ? 'nothing' : this.nesting.inList ? 'list' : 'object';
    return { start: at, indent, within, opening: this.opening };
  }

  private resume(at: number, due: 'after' | 'value'): number {
    this.nesting.resume(due);
    return at;
  }

  protected lose(reason: string): number {
    this.builder.markUnfinished(reason);
    this.stopped = true;
    return this.input.end;
  }
}
