import { FIELD_IDS } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import type { RecordKeeper } from '../record-keeper';
import { ChunkedReader } from './chunked-reader';
import type { Dialects } from './dialects';
import { type FieldNode, RECORD_MARK } from './field-node';
import { InnerJson } from './inner-json';
import { BAD, MORE, skipSpace } from './input';
import { JsonAccount, type JsonShape } from './json-account';
import { AFTER, FIRST, KEY, VALUE } from './nesting';
import { NO_RECORDS, RecordFinder } from './record-finder';
import { RecordReader } from './record-reader';
import { RecordTexts, type TableKeeper } from './record-texts';
import { notesOfMember } from './response-notes';
import type { ResumePoint } from './resume-point';
import { openingOf } from './resynchronise';
import * as skipReasons from './skip-reasons';
import { SkipShapes } from './skip-shapes';
import { skipColon, skipQuotedKey, skipValue } from './skip-value';
import { TextLines } from './text-lines';
import { isCurlLine, skipComment, startsList } from './top-level-text';
import { WRAPPER } from './wrapper-look';

/** Texts that hold JSON which holds texts that hold JSON: so deep. */
const DEEPEST_TEXT = 4;

/** What a reader reads by. */
export interface JsonReading {
  readonly dialects: Dialects;
  /** Reads tables in JSON; `null` where the columns cannot be asked about. */
  readonly tables?: TableKeeper | null;
  /** Bytes of the file that stand before the first one fed (a byte order mark). */
  readonly skipped?: number;
  /** Where reading starts in the middle of a file. */
  readonly resumePoint?: ResumePoint | null;
  /** How deep the text lies in texts. */
  readonly textDepth?: number;
}

/**
 * Reads JSON of any of the shapes that people have, in chunks of any size, into a builder: lists of records,
 * responses, lists of responses, one document after the other, one a line, and these mixed. Checked as a strict
 * parser does, record by record: a broken record is skipped and counted, and reading goes on behind it.
 *
 * A record that the bytes at hand do not end is read again once there are more; so the reader itself keeps no
 * state inside a record, which is what makes every chunk boundary safe, and costs one record for each chunk.
 */
export class JsonReader extends ChunkedReader {
  private readonly skipShapes = new SkipShapes();
  private readonly dialects: Dialects;
  private readonly reader: RecordReader;
  private readonly finder: RecordFinder;
  private readonly texts: RecordTexts;
  private readonly inner: InnerJson;
  private readonly lines: TextLines;
  private account = new JsonAccount();
  /** The dialect of the record before: the next one is most likely of the same. */
  private dialect = 0;
  /** Whether documents of the file are records, in nothing else. */
  private bareRecords: boolean;
  /** Whether an unknown key may be taken for a wrapper here. */
  private mayWrap = true;
  constructor(
    builder: RecordKeeper,
    private readonly reading: JsonReading,
  ) {
    super(builder, reading.skipped ?? 0, reading.resumePoint ?? null);
    const { dialects, tables = null } = reading;
    this.dialects = dialects;
    this.bareRecords = reading.resumePoint?.levels.length === 0;
    const { input, skipShapes } = this;
    this.finder = new RecordFinder(input, skipShapes, dialects);
    const fieldsSeen = new Uint8Array(FIELD_IDS.length);
    this.reader = new RecordReader(input, skipShapes, builder.draft, fieldsSeen, (at) =>
      this.mayWrap ? this.finder.look(at) : NO_RECORDS,
    );
    this.texts = new RecordTexts(
      dialects,
      tables,
      (json, byte, length, cut) => this.readInnerJson(json, byte, length, cut),
      (notes) => this.account.responses.note(notes),
    );
    this.lines = new TextLines(input, skipShapes, this.finder, this.texts);
    this.inner = new InnerJson(builder, (keeper) => {
      return new JsonReader(keeper, { dialects, textDepth: (reading.textDepth ?? 0) + 1 });
    });
  }

  get shape(): JsonShape {
    return this.account.shape;
  }

  /** Takes down which keys the records had. */
  noteKeys(): void {
    this.account.noteKeys(this.dialects);
  }

  /** Counts what another reader found in a part of the same file. */
  takeIn(shape: JsonShape): void {
    this.account.add(shape);
  }

  /** The shape so far; another one begins. */
  takeShape(): JsonShape {
    const { shape } = this.account;
    this.account = new JsonAccount();
    return shape;
  }

  override restart(skipped: number): void {
    super.restart(skipped);
    this.bareRecords = false;
  }

  override finish(): void {
    super.finish();
    this.account.endStatus();
    this.builder.seesAll(this.reader.fieldsSeen);
  }

  /** Stops reading: the columns of a table have to be looked at first. */
  stop(): void {
    this.stopped = true;
  }

  protected step(at: number, before: number): number {
    const byte = this.input.bytes[at]!;
    const { nesting } = this;
    if (byte === 47) {
      const after = skipComment(this.input, at);
      if (after !== BAD) return after;
    }
    if (nesting.length === 0) return this.readDocument(at, before);
    const closer = nesting.inList ? 93 : 125;
    // A comma before the end, or one after another, is noise of whoever put the list together.
    if (byte === closer) return this.close(at);
    if (nesting.due === AFTER) {
      if (byte !== 44) return this.missingComma(at, before);
      nesting.due = closer === 93 ? VALUE : KEY;
      return at + 1;
    }
    if (byte === 44 && nesting.due !== FIRST) return at + 1;
    if (closer === 93) return this.readElement(at, before);
    return this.readMember(at, before);
  }

  private close(at: number): number {
    this.nesting.close();
    return at + 1;
  }

  private readDocument(at: number, before: number): number {
    const byte = this.input.bytes[at]!;
    if (byte === 44) return at + 1;
    const isList = byte === 91 ? startsList(this.input, at) : 0;
    if (isList === MORE) return MORE;
    const isCurl = byte === 123 ? isCurlLine(this.input, at) : 0;
    if (isCurl === MORE) return MORE;
    if (isCurl === 1) return this.input.bytes.indexOf(93, at) + 1;
    if (byte !== 123 && isList === 0) return this.readTextLine(at, before);
    this.account.documents++;
    const next = this.readElement(at, before);
    if (next === MORE) this.account.documents--;
    return next;
  }

  /** Reads a line that begins with neither `{` nor `[`; see `text-lines.ts`. */
  private readTextLine(at: number, before: number): number {
    const line = this.lines.read(at, this.final, this.bareRecords);
    if (line === MORE) return MORE;
    if (line.kind === 'json') return this.readElement(line.at, before);
    if (line.kind === 'debris')
      return this.broken(at, before, skipReasons.ofFault({ reason: line.reason, at: line.at }, this.base));
    this.account.noteStatus(line.failure);
    if (line.next !== undefined) this.account.responses.note([String(line.next)]);
    return line.at;
  }

  /** Reads a record, or whatever stands where one may stand. */
  private readElement(at: number, before: number): number {
    const byte = this.input.bytes[at]!;
    if (byte === 123) return this.readObject(at, before, false);
    if (byte === 91 && !this.nesting.full) return this.openList(at + 1);
    const after = skipValue(this.input, this.skipShapes, at, 0);
    if (after === MORE) return this.needMore(at, before);
    if (after === BAD) return this.broken(at, before, skipReasons.ofFault(this.input.fault, this.base));
    if (byte !== 34 || !this.texts.read(this.input.bytes, at, after, this.base + at))
      this.builder.skip(this.base + at, skipReasons.notAnAsset(byte));
    return this.ended(after);
  }

  private openList(at: number): number {
    this.nesting.openList();
    this.account.lists = true;
    return at;
  }

  /** `quiet`: an object that is no record is passed over. */
  private readObject(at: number, before: number, quiet: boolean): number {
    this.mayWrap = quiet || !this.nesting.holdsRecords;
    const { reader } = this;
    const after = this.readRecord(at);
    if (after >= 0) {
      if ((reader.marks & RECORD_MARK) !== 0) this.keepRecord(at, after, true);
      else if (reader.wrappers.innerAt > 0) return this.readInner(reader.wrappers.innerAt, at, after);
      else this.readOther(at, after, quiet);
      return this.ended(after);
    }
    if (after === WRAPPER) return this.enter(at, before);
    if (after === MORE) return this.needMore(at, before);
    return this.broken(at, before, skipReasons.ofFault(this.input.fault, this.base));
  }

  /** Reads the object at `at` by the dialect that its keys tell; answers as `RecordReader.read` does. */
  private readRecord(at: number): number {
    const { reader, dialects } = this;
    const expected = this.nesting.dialect;
    if (expected >= 0) this.dialect = expected;
    const after = reader.read(at, dialects.tables[this.dialect]!);
    if (after < 0) return after;
    const told = dialects.of(reader.marks);
    const wanted = told >= 0 ? told : Math.max(expected, 0);
    if (wanted === this.dialect) return after;
    this.dialect = wanted;
    return reader.read(at, dialects.tables[wanted]!);
  }

  /**
   * An object that is no record, from `outer` to before `end`, holds one: `{"_source": {"assetId": …}}`. What only looks
   * like one may be the machine that shipped a line of a log, and the record a text beside it.
   */
  private readInner(at: number, outer: number, end: number): number {
    const { reader, dialects, texts, builder, base } = this;
    const { bytes } = this.input;
    let after = this.readRecord(at);
    const isSure = after > 0 && dialects.of(reader.marks) >= 0 && !builder.draft.isEmpty;
    if (!isSure) {
      if (texts.read(bytes, outer, end, base + outer) || texts.isAroundRecords(bytes, outer, end))
        return this.ended(end);
      after = this.readRecord(at);
    }
    if (after > 0 && (reader.marks & RECORD_MARK) !== 0) this.keepRecord(at, after, false);
    else builder.skip(base + at, skipReasons.NO_ASSET_FIELD);
    return this.ended(end);
  }

  /** An object that is no record may hold some in texts, or be a table, or the answer to a request. */
  private readOther(at: number, end: number, quiet: boolean): void {
    const { reader, texts, base, input } = this;
    const { bytes } = input;
    const isResponse = reader.responses > 0;
    const notes = [...reader.notes];
    if (texts.read(bytes, at, end, base + at)) {
      this.account.noteWrapper(bytes, at, end);
      return;
    }
    const failure = isResponse ? null : texts.failureIn(bytes, at, end);
    const isNoise = quiet || isResponse || texts.isAroundRecords(bytes, at, end);
    this.account.noteOther(failure, isNoise ? notes : null);
    if (failure === null && !isNoise) this.builder.skip(base + at, skipReasons.NO_ASSET_FIELD);
  }

  /** `isMember`: the record is itself a member of what it lies in. */
  private keepRecord(at: number, after: number, isMember: boolean): void {
    const { reader } = this;
    if (this.builder.draft.isEmpty && this.texts.isSchema(this.input.bytes, at, after)) return;
    const mayBeColumns = reader.listed > 1 || this.builder.draft.isEmpty;
    if (mayBeColumns && this.texts.readColumns(this.input.bytes, at, after, this.base + at)) return;
    if (reader.flattened.typeNames > 0) this.account.meetTypeName(reader.flattened.typeName);
    if (reader.flattened.objects > 0) this.account.cutObjects++;
    if (this.builder.draft.hasLostDigits) this.builder.skip(this.base + at, skipReasons.LOST_DIGITS);
    else this.builder.keep(this.base + at, after - at);
    if (isMember && this.nesting.length === 0) this.bareRecords = true;
    if (isMember) this.nesting.noteRecord();
    if (this.opening.length > 0) return;
    this.account.meet(this.dialects.nameOf(this.dialect));
    this.opening = openingOf(this.input, at);
  }

  /** Reads JSON that another program made a text of; its records stand at this place of the file. */
  private readInnerJson(json: Uint8Array, byte: ByteOffset, length: number, cut: number): void {
    if ((this.reading.textDepth ?? 0) >= DEEPEST_TEXT) return;
    const shape = this.inner.read(json, byte, length);
    this.account.add({ ...shape, documents: 0, lists: false });
    this.account.cutObjects += cut;
    this.builder.draft.input = this.input.bytes;
  }

  /** The object at `at` wraps records: goes on inside it, at the value that the record reader stopped at. */
  private enter(at: number, before: number): number {
    if (this.nesting.full) return this.broken(at, before, skipReasons.WRAPPED_TOO_DEEP);
    const { wrapper, wrapperAt } = this.reader.wrappers;
    const notes = [...this.reader.notes];
    const isDocument = this.nesting.length === 0;
    this.nesting.enter();
    const next = this.readWrapped(wrapper, wrapperAt, before);
    // Nothing may stay changed: the whole object is read again once there are more bytes.
    if (next === MORE) this.nesting.leave();
    else {
      this.account.responses.note(notes);
      if (isDocument) this.account.responses.answer();
    }
    return next;
  }

  /** Reads the value of a key that wraps records. */
  private readWrapped(node: FieldNode | null, at: number, before: number): number {
    const byte = this.input.bytes[at]!;
    const wrapper = node?.wrapper ?? null;
    const dialect = wrapper === null || wrapper === 'records' ? -1 : this.dialects.numberOf(wrapper.dialect);
    this.nesting.expect(dialect);
    if (wrapper !== null) this.account.wrapped = true;
    if (byte === 91 && !this.nesting.full) return this.openList(at + 1);
    if (byte === 123) return this.readObject(at, before, wrapper === 'records');
    const after = skipValue(this.input, this.skipShapes, at, 0);
    if (after === MORE) return this.final ? this.needMore(at, before) : MORE;
    if (after === BAD) return this.brokenWrapper(at, skipReasons.ofFault(this.input.fault, this.base));
    return this.ended(after);
  }

  /** Reads the next key of a wrapper with its value. */
  private readMember(at: number, before: number): number {
    const { input, skipShapes } = this;
    if (input.bytes[at] !== 34)
      return this.brokenWrapper(at, skipReasons.ofBytes('a key in quotes is missing', this.base + at));
    const afterKey = skipQuotedKey(input, skipShapes, at);
    const colon = afterKey < 0 ? afterKey : skipColon(input, afterKey);
    const value = colon < 0 ? colon : skipSpace(input, colon);
    if (value === BAD) return this.brokenWrapper(at, skipReasons.ofFault(input.fault, this.base));
    if (value === MORE || value >= input.end) return this.needMore(at, before);
    const node = this.dialects.keyAround(input.bytes, at + 1, afterKey - 1);
    const wraps = this.finder.lookUnder(node, value);
    if (wraps === MORE) return this.needMore(at, before);
    if (wraps !== NO_RECORDS) {
      const due = this.nesting.due;
      this.nesting.due = AFTER;
      const next = this.readWrapped(node, value, before);
      if (next === MORE) this.nesting.due = due;
      return next;
    }
    const after = skipValue(input, skipShapes, value, 0);
    if (after === MORE) return this.needMore(at, before);
    if (after === BAD) return this.brokenWrapper(at, skipReasons.ofFault(input.fault, this.base));
    if (node !== null) this.account.responses.note(notesOfMember(node, input.bytes, value, after));
    return this.ended(after);
  }
}
