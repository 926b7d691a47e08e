import { FIELD_IDS } from '../../model/field';
import { TroubleError } from '../../model/outcome';
import { decodeText } from '../../model/text';
import type { ByteOffset } from '../../model/units';
import { ChunkJoiner, type ChunkReader } from '../json/chunk-joiner';
import type { Dialects } from '../json/dialects';
import { type FieldNode, NOTE, RECORD_MARK, RESPONSE_PARTS } from '../json/field-node';
import { MORE } from '../json/input';
import { JsonAccount, type JsonShape } from '../json/json-account';
import * as skipReasons from '../json/skip-reasons';
import type { RecordKeeper } from '../record-keeper';
import { CDATA, DECLARATIONS, EMPTY, END, indexOf, LESS, START, TagReader } from './tags';
import { BAD, XmlRecord } from './xml-record';

const MESSAGE = RESPONSE_PARTS.indexOf('message');
const HAS_MORE = RESPONSE_PARTS.indexOf('hasMore');

/**
 * Reads records out of XML, in chunks of any size, into a builder: the elements that the dialects name, wherever
 * they lie, in one document or several after each other. A record is checked element by element; a broken one is
 * skipped and counted, and reading goes on at the next. No document type is fetched, and one that declares
 * entities of its own is refused.
 */
export class XmlReader implements ChunkReader {
  readonly stopped = false;
  private readonly chunks = new ChunkJoiner(this);
  private readonly tags = new TagReader();
  private readonly fieldsSeen = new Uint8Array(FIELD_IDS.length);
  private readonly record: XmlRecord;
  private readonly account = new JsonAccount();
  private base: ByteOffset = 0;
  private isLast = false;
  /** Elements that are open around records. */
  private depth = 0;
  /** What the response said so far, and whether it held records. */
  private notes: (string | undefined)[] = [];
  private holdsRecords = false;
  /** A record was broken: what is left of it is passed over up to the next one, or to the end of their list. */
  private passesOver = false;
  private endedInRecord = false;

  constructor(
    private readonly file: string,
    private readonly builder: RecordKeeper,
    private readonly dialects: Dialects,
    private readonly skipped = 0,
  ) {
    this.record = new XmlRecord(this.tags, builder.draft, this.fieldsSeen);
  }

  get shape(): JsonShape {
    return this.account.shape;
  }

  feed(chunk: Uint8Array): void {
    this.chunks.feed(chunk);
  }

  finish(): void {
    this.isLast = true;
    const rest = this.chunks.joint(0);
    this.run(rest, this.chunks.fed - rest.length, Number.POSITIVE_INFINITY);
    if (this.depth > 0 && !this.endedInRecord) this.builder.markUnfinished(skipReasons.ENDS_INSIDE_LIST);
    this.endResponse();
    this.account.noteKeys(this.dialects);
    this.builder.seesAll(this.fieldsSeen);
  }

  run(bytes: Uint8Array, base: number, enough: number): number {
    const { tags } = this;
    tags.bytes = bytes;
    this.builder.draft.input = bytes;
    this.base = base + this.skipped;
    let at = 0;
    while (at < enough) {
      const less = bytes.indexOf(LESS, at);
      if (less < 0) return bytes.length;
      const after = tags.read(less);
      const next = after === MORE ? MORE : this.readTag(less, after);
      if (next === MORE) {
        if (!this.isLast) return less;
        at = this.endInside(less, after);
      } else at = next;
    }
    return at;
  }

  /** The file ends inside of the record that begins at `at`; `after` is `MORE` if that is not even a whole tag. */
  private endInside(at: number, after: number): number {
    const { bytes } = this.tags;
    if (after === MORE) return bytes.length;
    const next = indexOf(bytes, bytes.slice(at, after), after);
    const reason = next < 0 ? skipReasons.ENDS_INSIDE_RECORD : skipReasons.XML_DOES_NOT_END;
    this.builder.skip(this.base + at, reason);
    if (next >= 0) return next;
    this.builder.markUnfinished(reason);
    this.endedInRecord = true;
    return bytes.length;
  }

  /** Goes on behind the tag at `at`, which ends before `after`. */
  private readTag(at: number, after: number): number {
    const { tags, dialects } = this;
    if (tags.kind === DECLARATIONS) throw this.declarations(at);
    if (tags.kind !== START && tags.kind !== EMPTY && tags.kind !== END) return after;
    const node = dialects.around.find(tags.bytes, tags.nameStart, tags.nameEnd)?.node ?? null;
    const isRecord = node !== null && node.wrapper !== null && node.wrapper !== 'records';
    if (tags.kind === END) return this.readEnd(at, after, node, isRecord);
    if (isRecord)
      return this.readRecord(at, after, dialects.numberOf((node.wrapper as { dialect: string }).dialect));
    if (tags.kind === EMPTY || (this.passesOver && node === null)) return after;
    if (node?.action === NOTE) return this.readNote(node, after);
    this.depth++;
    return after;
  }

  private readEnd(at: number, after: number, node: FieldNode | null, isRecord: boolean): number {
    if (isRecord && !this.passesOver) this.builder.skip(this.base + at, skipReasons.XML_NO_START);
    if (isRecord || (this.passesOver && node === null)) return after;
    this.passesOver = false;
    if (this.depth > 0) this.depth--;
    if (this.depth === 0) this.endResponse();
    return after;
  }

  private readRecord(at: number, after: number, dialect: number): number {
    const { record, builder, dialects } = this;
    const end = record.read(after, dialects.tables[dialect]!);
    if (end === MORE) return MORE;
    this.holdsRecords = true;
    this.passesOver = end === BAD;
    if (end === BAD) {
      const { reason, at: place } = record.fault;
      const where = (this.base + place).toLocaleString('en-US');
      builder.skip(this.base + at, `This record is not valid XML: ${reason}, at byte ${where}.`);
      return Math.max(after, place);
    }
    if ((record.marks & RECORD_MARK) !== 0) {
      if (builder.draft.hasLostDigits) builder.skip(this.base + at, skipReasons.LOST_DIGITS);
      else builder.keep(this.base + at, 0);
      this.account.meet(dialects.nameOf(dialect));
    } else builder.skip(this.base + at, skipReasons.NO_ASSET_FIELD);
    return end;
  }

  /** What a response says of itself: the text of the element; one with elements in it says yes. */
  private readNote(node: FieldNode, from: number): number {
    const { tags } = this;
    const { bytes, nameStart, nameEnd } = tags;
    const name = decodeText(bytes, nameStart, nameEnd);
    let text = '';
    let at = from;
    for (let depth = 1; depth > 0; ) {
      const less = bytes.indexOf(LESS, at);
      if (less < 0) return MORE;
      if (depth === 1) text += decodeText(bytes, at, less);
      at = tags.read(less);
      if (at === MORE) return MORE;
      if (tags.kind === CDATA && depth === 1) text += decodeText(bytes, tags.nameStart, tags.nameEnd);
      if (tags.kind === START) depth++;
      if (tags.kind === END) depth--;
      if (tags.kind === END && depth === 0 && decodeText(bytes, tags.nameStart, tags.nameEnd) !== name)
        return from;
    }
    this.notes[node.part] = text.trim() === '' && node.part === HAS_MORE ? 'true' : text.trim();
    return at;
  }

  private endResponse(): void {
    const { notes } = this;
    if (notes[MESSAGE] !== undefined || notes.some((note) => note !== undefined)) {
      this.account.noteOther(null, notes);
    }
    // The VM API warns where further hosts follow, and says nothing where none does.
    if (this.holdsRecords && notes[HAS_MORE] === undefined) this.account.noteOther(null, endsHere());
    this.notes = [];
    this.holdsRecords = false;
  }

  private declarations(at: number): TroubleError {
    const { file } = this;
    return new TroubleError({
      code: 'xml.declarations',
      what: `${file} declares entities of its own in its document type, which no export does.`,
      remedy: 'It was not read on, to protect this machine. Export the assets again, or as JSON.',
      where: { file, byte: this.base + at },
    });
  }

  /** A record too large to be held: what follows is looked through for the next one. */
  passOver(bytes: Uint8Array): void {
    const at = this.skipped + this.chunks.fed - bytes.length;
    this.builder.skip(at, skipReasons.TOO_LARGE);
    this.chunks.drop();
    this.passesOver = true;
  }
}

function endsHere(): (string | undefined)[] {
  const notes: (string | undefined)[] = [];
  notes[HAS_MORE] = 'false';
  return notes;
}
