import { FIELD_IDS } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import { ASSET_TREE, HOST_ASSET } from '../formats/json-tree';
import { ChunkJoiner, type ChunkReader } from './chunk-joiner';
import { compileTree, type FieldNode } from './field-node';
import { AFTER, FIRST, Frames, KEY, VALUE } from './frames';
import { BAD, MORE, skipSpace } from './input';
import type { KeyTable } from './key-table';
import { looksLikeRecords, NO_RECORDS, RECORDS } from './looks-like-records';
import { OverlongRecord } from './overlong-record';
import type { RecordKeeper } from './record-keeper';
import { ENVELOPE, RecordReader } from './record-reader';
import { RecoveringReader } from './recovering-reader';
import { openingOf, startsWith } from './resync';
import * as sentences from './sentences';
import { skipColon, skipValue } from './skip-value';
import { skipPlainText } from './string';
import type { Boundary, Surroundings } from './surroundings';

/** Space at the end of a chunk that is not worth keeping. */
const MUCH_SPACE = 64 * 1024;

/** What the file turned out to be. */
export interface JsonShape {
  readonly documents: number;
  readonly lists: boolean;
  readonly gateway: boolean;
  readonly hostAssets: boolean;
}

/**
 * Reads JSON of any of the shapes that people have, in chunks of any size, into a builder: lists of assets,
 * responses, lists of responses, one document after the other, one a line, and these mixed. Checked as a strict
 * parser does, record by record: a broken record is skipped and counted, and reading goes on behind it.
 *
 * A record that the bytes at hand do not end is read again once there are more; so the reader itself keeps no
 * state inside a record, which is what makes every chunk boundary safe, and costs one record for each chunk.
 */
export class JsonReader extends RecoveringReader implements ChunkReader {
  private readonly reader: RecordReader;
  private readonly assetTable: KeyTable = compileTree(ASSET_TREE);
  private readonly hostAssetTable: KeyTable = compileTree(HOST_ASSET);
  private chunks = new ChunkJoiner(this);
  /** Whether a common name may be taken for a wrapper here. */
  private mayWrap = true;
  /** From here on reading stops where a record begins; see `stopFrom`. */
  private limit: ByteOffset = Number.POSITIVE_INFINITY;
  private framesAtLimit: readonly number[] | null;
  /** Where reading stopped because of `stopFrom`. */
  boundary: Boundary | null = null;
  private overlong: OverlongRecord | null = null;
  private documents = 0;
  private lists = false;
  private gateway = false;
  private hostAssets = false;

  /**
   * `skipped`: bytes of the file that stand before the first one fed (a byte order mark). `surroundings`: where
   * reading starts in the middle of a file.
   */
  constructor(
    builder: RecordKeeper,
    private skipped = 0,
    surroundings: Surroundings | null = null,
  ) {
    super(builder);
    this.framesAtLimit = surroundings?.frames ?? null;
    if (surroundings !== null) {
      this.frames = new Frames(surroundings.frames);
      this.opening = surroundings.opening;
    }
    this.reader = new RecordReader(this.input, builder.draft, FIELD_IDS.length, (at) =>
      this.mayWrap ? looksLikeRecords(this.input, at) : NO_RECORDS,
    );
  }

  get shape(): JsonShape {
    const { documents, lists, gateway, hostAssets } = this;
    return { documents, lists, gateway, hostAssets };
  }

  /**
   * Stops at the first record from this offset of the file on that begins like those before (and, for a reader
   * that started in the middle, lies in the same lists): then `boundary` says where, and `stopped` is set.
   */
  stopFrom(limit: ByteOffset): void {
    this.limit = limit;
  }

  /** Goes on behind a boundary, with bytes from this offset of the file on; a record begins there. */
  goOnFrom(at: ByteOffset): void {
    this.limit = Number.POSITIVE_INFINITY;
    this.boundary = null;
    this.stopped = false;
    this.skipped = at;
    this.chunks = new ChunkJoiner(this);
  }

  /** Counts what another reader found in a part of the same file. */
  takeIn(shape: JsonShape): void {
    this.documents += shape.documents;
    this.lists ||= shape.lists;
    this.gateway ||= shape.gateway;
    this.hostAssets ||= shape.hostAssets;
  }

  /** Reads the next bytes of the file, without a byte order mark. The chunk may be reused afterwards. */
  feed(chunk: Uint8Array): void {
    if (!this.stopped) this.chunks.feed(chunk);
  }

  /** The file has ended: what is left is read as it is. */
  finish(): void {
    this.builder.seesAll(this.reader.fieldsSeen);
    if (this.stopped) return;
    this.final = true;
    if (this.overlong !== null) this.builder.markUnfinished(sentences.ENDS_INSIDE_RECORD);
    // The space ends a number at the very end of the file.
    const joint = this.chunks.joint(1);
    joint[joint.length - 1] = 32;
    this.run(joint, this.chunks.fed - joint.length + 1, Number.POSITIVE_INFINITY);
    if (this.frames.length > 0 && !this.stopped) this.builder.markUnfinished(sentences.ENDS_INSIDE_LIST);
    this.builder.seesAll(this.reader.fieldsSeen);
  }

  /** Begins another file behind one that was finished: cheaper than a reader of its own, whose tables take 0.8 MB. */
  restart(skipped: number): void {
    this.goOnFrom(skipped);
    this.frames = new Frames();
    this.final = false;
    this.opening = new Uint8Array(0);
    this.overlong = null;
  }

  /** Reads record after record; answers how many bytes are done with. Stops at the first end from `enough` on. */
  run(bytes: Uint8Array, base: number, enough: number): number {
    const { input } = this;
    input.use(bytes);
    this.builder.draft.input = bytes;
    this.base = base + this.skipped;
    let at = 0;
    while (at < enough && !this.stopped) {
      if (this.overlong !== null) {
        at = this.overlong.passOver(input, at);
        if (at === MORE) return input.end;
        this.overlong = null;
        at = this.ended(at);
        continue;
      }
      const start = skipSpace(input, at);
      if (start >= input.end) return this.final || start - at > MUCH_SPACE ? start : at;
      if (this.base + start >= this.limit && this.isBoundary(start)) {
        const { frames, opening } = this;
        this.boundary = { at: this.base + at, frames: [...frames.open], opening };
        this.stopped = true;
        return at;
      }
      const next = this.step(start, at);
      if (next === MORE) return at;
      at = next;
    }
    return at;
  }

  private isBoundary(at: number): boolean {
    const { frames, framesAtLimit, opening } = this;
    if (!frames.recordDue || opening.length === 0 || !startsWith(this.input.bytes, at, opening)) return false;
    if (framesAtLimit === null) return true;
    return (
      framesAtLimit.length === frames.length && framesAtLimit.every((frame, i) => frame === frames.open[i])
    );
  }

  /** Reads one record, key or mark at `at`; `before` is where the space before it begins. */
  private step(at: number, before: number): number {
    const byte = this.input.bytes[at]!;
    if (this.frames.length === 0) {
      this.documents++;
      const next = this.readElement(at, before, this.assetTable, false);
      if (next === MORE) this.documents--;
      return next;
    }
    const closer = this.frames.inList ? 93 : 125;
    if (byte === closer && (this.frames.due === AFTER || this.frames.due === FIRST)) return this.close(at);
    if (byte === closer) {
      this.builder.skip(this.base + at, sentences.ofBytes('a comma stands before the end', this.base + at));
      return this.close(at);
    }
    if (this.frames.due === AFTER) {
      if (byte !== 44) return this.missingComma(at, before);
      this.frames.due = closer === 93 ? VALUE : KEY;
      return at + 1;
    }
    if (closer === 93) return this.readElement(at, before, this.assetTable, false);
    return this.readMember(at, before);
  }

  private close(at: number): number {
    this.frames.close();
    return at + 1;
  }

  private ended(at: number): number {
    this.frames.ended();
    return at;
  }

  /** Reads an asset, or whatever stands where one may stand. `quiet`: an object that is none is passed over. */
  private readElement(at: number, before: number, table: KeyTable, quiet: boolean): number {
    const byte = this.input.bytes[at]!;
    if (byte === 123) return this.readObject(at, before, table, quiet);
    if (byte === 91 && !this.frames.full) return this.openList(at + 1);
    const after = skipValue(this.input, at, 0);
    if (after === MORE) return this.needMore(at, before);
    if (after === BAD) return this.broken(at, before, sentences.ofFault(this.input.fault, this.base));
    this.builder.skip(this.base + at, sentences.notAnAsset(byte));
    return this.ended(after);
  }

  private openList(at: number): number {
    this.frames.openList();
    this.lists = true;
    return at;
  }

  private readObject(at: number, before: number, table: KeyTable, quiet: boolean): number {
    this.mayWrap = quiet || this.frames.length <= 1;
    const { reader, builder } = this;
    const after = reader.read(at, table);
    if (after >= 0) {
      if (reader.marks > 0) this.keepRecord(at, after);
      else if (reader.innerAt > 0) return this.readInner(reader.innerAt, after);
      else if (!quiet && reader.responses === 0) builder.skip(this.base + at, sentences.NO_ASSET_FIELD);
      return this.ended(after);
    }
    if (after === ENVELOPE) return this.enter(at, before);
    if (after === MORE) return this.needMore(at, before);
    return this.broken(at, before, sentences.ofFault(this.input.fault, this.base));
  }

  /** An object that is no asset holds one: `{"_source": {"assetId": …}}`. `end` is behind the outer object. */
  private readInner(at: number, end: number): number {
    const after = this.reader.read(at, this.assetTable);
    if (after > 0 && this.reader.marks > 0) this.keepRecord(at, after);
    else this.builder.skip(this.base + at, sentences.NO_ASSET_FIELD);
    return this.ended(end);
  }

  private keepRecord(at: number, after: number): void {
    this.builder.keep(this.base + at, after - at);
    if (this.opening.length > 0) return;
    this.opening = openingOf(this.input, at);
  }

  /** The object at `at` wraps records: goes on inside it, at the value that the record reader stopped at. */
  private enter(at: number, before: number): number {
    if (this.frames.full) return this.broken(at, before, sentences.WRAPPED_TOO_DEEP);
    const { envelope, envelopeAt } = this.reader;
    this.frames.enter();
    const next = this.readWrapped(envelope, envelopeAt, before);
    // Nothing may stay changed: the whole object is read again once there are more bytes.
    if (next === MORE) this.frames.leave();
    return next;
  }

  /** Reads the value of a key that wraps records. */
  private readWrapped(node: FieldNode | null, at: number, before: number): number {
    const byte = this.input.bytes[at]!;
    const kind = node?.envelope ?? null;
    if (byte === 91 && !this.frames.full) {
      if (kind !== 'hostasset') this.gateway ||= kind === 'list';
      return this.openList(at + 1);
    }
    if (byte !== 123) {
      const after = skipValue(this.input, at, 0);
      if (after === MORE) return this.final ? this.needMore(at, before) : MORE;
      if (after === BAD) return this.brokenFrame(at, sentences.ofFault(this.input.fault, this.base));
      return this.ended(after);
    }
    if (kind === 'hostasset') {
      this.hostAssets = true;
      return this.readObject(at, before, this.hostAssetTable, false);
    }
    if (kind === 'list') this.gateway = true;
    return this.readObject(at, before, this.assetTable, kind !== null);
  }

  /** Reads the next key of a wrapper with its value. */
  private readMember(at: number, before: number): number {
    const { input } = this;
    if (input.bytes[at] !== 34)
      return this.brokenFrame(at, sentences.ofBytes('a key in quotes is missing', this.base + at));
    const stop = skipPlainText(input, at + 1);
    const afterKey = stop < 0 ? stop : input.bytes[stop] === 34 ? stop + 1 : skipValue(input, at, 0);
    const colon = afterKey < 0 ? afterKey : skipColon(input, afterKey);
    const value = colon < 0 ? colon : skipSpace(input, colon);
    if (value === BAD) return this.brokenFrame(at, sentences.ofFault(input.fault, this.base));
    if (value === MORE || value >= input.end) return this.needMore(at, before);
    const node = this.assetTable.find(input.bytes, at + 1, afterKey - 1)?.node ?? null;
    const kind = node?.envelope ?? null;
    const wraps = kind === 'list' || kind === 'hostasset' ? RECORDS : looksLikeRecords(input, value);
    if (wraps === MORE) return this.needMore(at, before);
    if (wraps !== NO_RECORDS) {
      const due = this.frames.due;
      this.frames.due = AFTER;
      const next = this.readWrapped(node, value, before);
      if (next === MORE) this.frames.due = due;
      return next;
    }
    const after = skipValue(input, value, 0);
    if (after === MORE) return this.needMore(at, before);
    if (after === BAD) return this.brokenFrame(at, sentences.ofFault(input.fault, this.base));
    return this.ended(after);
  }

  /** Gives up a record that is too large to be held. */
  passOver(bytes: Uint8Array): void {
    const first = bytes.findIndex((byte) => byte > 32);
    this.builder.skip(
      this.skipped + this.chunks.fed - bytes.length + Math.max(first, 0),
      sentences.TOO_LARGE,
    );
    if (bytes[first] !== 123) {
      this.lose(sentences.TOO_LARGE);
      return;
    }
    this.overlong = new OverlongRecord();
  }
}
