import type {
  Balance,
  Dataset,
  DatasetFile,
  DatasetHeader,
  DatasetOrigin,
  SkippedRecord,
  Unfinished,
} from '../model/dataset';
import { FIELD_IDS, type FieldId } from '../model/field';
import type { Notice } from '../model/notice';
import type { ByteOffset, EpochMilliseconds } from '../model/units';
import { AssetIds } from './asset-ids';
import { Float64Blocks, Uint32Blocks } from './columns/blocks';
import { FIELD_NUMBERS, FieldWriters } from './columns/field-writers';
import { OriginWriter } from './columns/origin-writer';
import type { FileEnd } from './file-end';
import { numberTheNameless, withGivenIds } from './given-ids';
import type { Part } from './parts/part';
import { RecordDraft } from './record-draft';
import type { RecordKeeper } from './record-keeper';
import type { RecordSink } from './record-sink';
import { HostsWithoutId } from './repeats/hosts-without-id';
import { RepeatedIds } from './repeats/repeated-ids';
import { RowValues } from './repeats/row-values';

/** Skipped records that a header names; all are counted. */
export const MOST_SKIPPED_NAMED = 1000;

/** What a dataset is made with, besides records. */
export interface BuildOptions {
  readonly id: string;
  readonly name: string;
  readonly origin: DatasetOrigin;
  readonly importedAt: EpochMilliseconds;
  /** An open dataset that the files are added to: its assets come first, its records count as read before. */
  readonly base: Dataset | null;
  readonly gateway?: NonNullable<DatasetHeader['gateway']>;
}

/**
 * Makes a dataset from records: `openFile`, the file's records, `closeFile`, and so on, then `seal`. Records
 * with the same id are one asset: the newer one stands, in the place of the first (`repeats/`). A record without an
 * id is kept under `#` and its number among all records.
 */
export class DatasetBuilder implements RecordSink, RecordKeeper {
  /** The record being read; the byte scanner writes to it directly. */
  readonly draft: RecordDraft;
  readonly writers = new FieldWriters();
  private readonly ids = new AssetIds(this.writers.of<'text'>(FIELD_NUMBERS.assetId));
  private readonly hosts = new HostsWithoutId(new RowValues(this.writers));
  private readonly seen = new Uint8Array(FIELD_IDS.length);
  private readonly files: DatasetFile[] = [];
  private readonly skipped: SkippedRecord[] = [];
  private readonly origins = new OriginWriter();
  private readonly repeats = new RepeatedIds(this.ids, new RowValues(this.writers), (row) =>
    this.origins.fileOf(row),
  );
  /** Assets without an id: which they are, and their numbers among all records. */
  private readonly nameless = { assets: new Uint32Blocks(), numbers: new Float64Blocks() };
  private readonly unreadableBefore: DatasetHeader['unreadable'];
  private rows = 0;
  private records = 0;
  private repeated = 0;
  private skippedCount = 0;
  private file = { name: '', bytes: 0 };
  private fileRecords = 0;
  private byte: ByteOffset = 0;
  private unfinished: Unfinished | null = null;
  private faultInFile: { reason: string; record: number; byte: ByteOffset } | null = null;
  private lastSkippedByte: ByteOffset = 0;
  /** What formats said about their files (`remark`). */
  readonly remarks: Notice[] = [];

  constructor(private readonly options: BuildOptions) {
    this.draft = new RecordDraft(this.writers);
    this.unreadableBefore = options.base?.header.unreadable ?? {};
    if (options.base !== null) this.adopt(options.base);
  }

  private adopt(base: Dataset): void {
    const { bytes, ends } = base.columns.assetId;
    this.writers.append(base.columns, 0, base.size);
    this.origins.adopt(base.origins, base.size);
    for (let row = 0; row < base.size; row++) {
      const start = row === 0 ? 0 : ends[row - 1]!;
      if (!this.repeats.adopt(row, bytes, start, ends[row]!)) this.ids.enter(row, bytes, start, ends[row]!);
    }
    this.repeats.adoptIdentities(base.header.identities ?? []);
    this.files.push(...base.header.files);
    this.skipped.push(...base.header.skipped);
    this.records = base.header.balance.records;
    this.repeated = base.header.balance.repeated;
    this.skippedCount = base.header.balance.skipped;
    this.rows = base.size;
    this.unfinished = base.header.unfinished ?? null;
    for (const field of base.header.fieldsSeen) this.sees(field);
  }

  /** Starts a file: its name as people know it, and its size in bytes. */
  openFile(name: string, bytes: number): void {
    this.file = { name, bytes };
    this.fileRecords = 0;
    this.faultInFile = null;
    this.hosts.begin();
  }

  /** Says how large the open file turned out to be, where that was not known when it was opened. */
  sizeFile(bytes: number): void {
    this.file = { ...this.file, bytes };
  }

  /** Ends the file; `format` says in words what read it. */
  closeFile(format: string, { mapping, keys, trouble }: FileEnd = {}): void {
    for (const notice of this.hosts.notices()) this.remark(notice);
    this.files.push({
      ...this.file,
      format,
      records: this.fileRecords,
      ...(mapping ? { mapping } : {}),
      ...(keys && keys.read.length + keys.leftOut.length > 0 ? { keys } : {}),
      ...(trouble ? { trouble: { what: trouble.what, remedy: trouble.remedy } } : {}),
    });
  }

  /** Distinct assets so far. */
  get assets(): number {
    return this.ids.size;
  }

  /** Records of this import that became assets or repeated one; those of the base do not count. */
  get kept(): number {
    return this.rows - (this.options.base?.size ?? 0);
  }

  /** Records so far, and how many of them repeat an asset that came before. */
  get came(): { readonly records: number; readonly repeated: number } {
    return { records: this.records, repeated: this.repeated };
  }

  /** The open file, as it was named. */
  get openFileName(): string {
    return this.file.name;
  }

  /** Records of the open file so far, skipped ones included. */
  get recordsInFile(): number {
    return this.fileRecords;
  }

  /** The first records skipped so far; see `MOST_SKIPPED_NAMED`. */
  get skippedSoFar(): readonly SkippedRecord[] {
    return this.skipped;
  }

  /** Says that assets are known to be missing, and why. The first reason stands. */
  markUnfinished(reason: string): void {
    this.unfinished ??= { reason };
    this.faultInFile ??= { reason, record: this.fileRecords, byte: this.lastSkippedByte };
  }

  /** The first reason that the reader of the open file gave, with the record skipped last before it. */
  get fault(): { readonly reason: string; readonly record: number; readonly byte: ByteOffset } | null {
    return this.faultInFile;
  }

  /** Puts a whole sentence in the place of the readers' reasons, which name neither file nor remedy. */
  explainUnfinished(reason: string): void {
    this.unfinished = { reason };
  }

  begin(byte: ByteOffset): void {
    this.byte = byte;
    this.draft.begin();
  }

  value(field: FieldId, text: string): void {
    this.sees(field);
    if (text === '') return;
    const start = this.draft.text(text);
    this.draft.put(FIELD_NUMBERS[field], 0, start, this.draft.scratchLength());
  }

  source(source: string, created: string, lastUpdated: string): void {
    this.sees('sources');
    const name = this.draft.text(source);
    const first = this.draft.text(created);
    const last = this.draft.text(lastUpdated);
    this.draft.putSource(name, first, first, last, last, this.draft.scratchLength());
  }

  sees(field: FieldId): void {
    this.seen[FIELD_NUMBERS[field]] = 1;
  }

  /** As `sees`, for all fields at once: 1 for a field that was seen. */
  seesAll(fields: Uint8Array): void {
    for (let field = 0; field < fields.length; field++) if (fields[field] === 1) this.seen[field] = 1;
  }

  /** As `begin` and `end`, for a reader that wrote to the draft itself. */
  keep(byte: ByteOffset, length: number): void {
    this.byte = byte;
    this.end(length);
  }

  end(length: number): void {
    const row = this.rows++;
    this.records++;
    this.fileRecords++;
    const id = this.draft.id();
    this.draft.commit(row);
    this.origins.push(this.files.length, this.byte, length);
    if (id === null) {
      this.standNameless(row, this.records);
    } else {
      this.enter(row, id.bytes, id.start, id.end);
    }
  }

  drop(reason: string): void {
    this.skip(this.byte, reason);
  }

  fold(): void {
    this.records++;
    this.fileRecords++;
    this.repeated++;
  }

  remark(notice: Notice): void {
    this.remarks.push({ ...notice, file: this.file.name });
  }

  skip(byte: ByteOffset, reason: string): void {
    this.records++;
    this.fileRecords++;
    this.skippedCount++;
    this.lastSkippedByte = byte;
    if (this.skipped.length < MOST_SKIPPED_NAMED)
      this.skipped.push({ file: this.file.name, record: this.fileRecords, byte, reason });
  }

  /** Appends what another thread read of the open file, as if its records had been read here. */
  append(part: Part): void {
    const firstRow = this.rows;
    const recordsBefore = this.records;
    const fileRecordsBefore = this.fileRecords;
    this.writers.append(part.columns, firstRow, part.rows);
    this.rows += part.rows;
    this.records += part.records;
    this.fileRecords += part.records;
    this.origins.append(this.files.length, part.bytes, part.lengths, this.rows);
    this.standRows(part, firstRow, recordsBefore);
    for (const { record, byte, reason } of part.skipped) {
      if (this.skipped.length === MOST_SKIPPED_NAMED) break;
      this.skipped.push({ file: this.file.name, record: fileRecordsBefore + record, byte, reason });
    }
    this.skippedCount += part.skippedCount;
    for (const { reason, record, byte } of part.faults) {
      this.unfinished ??= { reason };
      this.faultInFile ??= {
        reason,
        record: fileRecordsBefore + record,
        byte: byte ?? this.lastSkippedByte,
      };
    }
    this.lastSkippedByte = part.lastSkippedByte ?? this.lastSkippedByte;
    for (let field = 0; field < FIELD_IDS.length; field++)
      this.draft.unreadable[field]! += part.unreadable[field]!;
    this.seesAll(part.fieldsSeen);
  }

  /** Lets the rows of a part stand for their assets. */
  private standRows(part: Part, firstRow: number, recordsBefore: number): void {
    const { bytes, ends } = part.columns.assetId;
    let next = 0;
    for (let row = 0; row < part.rows; row++) {
      if (part.nameless.rows[next] === row) {
        this.standNameless(firstRow + row, recordsBefore + part.nameless.records[next++]!);
      } else {
        const start = row === 0 ? 0 : ends[row - 1]!;
        this.enter(firstRow + row, bytes, start, ends[row]!);
      }
    }
  }

  /** A record without an id is an asset of its own, or of the host that one before described. */
  private standNameless(row: number, record: number): void {
    if (this.hosts.isKnown(row)) this.repeated++;
    else {
      this.nameless.assets.push(this.ids.standAlone(row));
      this.nameless.numbers.push(record);
    }
  }

  /** Lets the row with this id become an asset, or counts it as repeated. */
  private enter(row: number, bytes: Uint8Array, start: number, end: number): void {
    const isAdopted = this.repeats.repeatsAdopted(row, bytes, start, end);
    const asset = isAdopted ? -1 : this.ids.enter(row, bytes, start, end);
    if (isAdopted || (asset >= 0 && this.repeats.settle(row, asset) !== null)) this.repeated++;
  }

  /** The dataset. The builder is spent afterwards. */
  seal(): Dataset {
    const size = this.ids.size;
    const skipped = [...this.skipped];
    const withoutId = this.nameless.assets.length + (this.options.base?.header.withoutId ?? 0);
    const nameless = numberTheNameless(this.nameless.assets.seal(), this.nameless.numbers.seal(), this.ids);
    const givenIds = new Map([...nameless, ...this.repeats.names()]);
    const identities = this.repeats.identities();
    const rows = this.ids.seal();
    const order = size === this.rows ? null : rows;
    const columns = this.repeats.lists.addTo(this.writers.seal(order), size);
    const header: DatasetHeader = {
      id: this.options.id,
      name: this.options.name,
      origin: this.options.origin,
      files: this.files,
      importedAt: this.options.importedAt,
      balance: this.balance(size),
      skipped,
      unreadable: this.unreadable(),
      fieldsSeen: FIELD_IDS.filter((_, field) => this.seen[field] === 1),
      ...(this.unfinished === null ? {} : { unfinished: this.unfinished }),
      ...(withoutId === 0 ? {} : { withoutId }),
      ...(identities.length === 0 ? {} : { identities }),
      ...(this.options.gateway === undefined ? {} : { gateway: this.options.gateway }),
    };
    return {
      header,
      size,
      columns: { ...columns, assetId: withGivenIds(columns.assetId, size, givenIds) },
      origins: this.origins.seal(order),
    };
  }

  private balance(assets: number): Balance {
    return { records: this.records, assets, repeated: this.repeated, skipped: this.skippedCount };
  }

  private unreadable(): DatasetHeader['unreadable'] {
    const counts: Partial<Record<FieldId, number>> = {};
    for (const [field, id] of FIELD_IDS.entries()) {
      const count = this.draft.unreadable[field]! + (this.unreadableBefore[id] ?? 0);
      if (count > 0) counts[id] = count;
    }
    return counts;
  }
}
