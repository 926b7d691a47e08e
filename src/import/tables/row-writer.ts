import { parseIpv4 } from '../../identifiers/ip-address';
import { FIELDS, type FieldId } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import type { RecordSink } from '../record-sink';
import { hasLostDigits, isPlaceholder, plainCell, wholeId } from './cell-text';
import { type DateOrder, dateOrder, timeOfCell } from './cell-times';
import { isFooterLine } from './footer-lines';
import { HostRows } from './host-rows';
import type { SheetPlan } from './plan';
import { writeStructured } from './structured-cell';
import { takesSeveral } from './suggest-mapping';
import { TableRemarks } from './table-remarks';

/** Between several values in one cell. Spaces do not part names: "Cloud Agent" is one source. */
const BETWEEN = /[,;|\r\n]+/;
const BETWEEN_ADDRESSES = /[,;|\s]+/;
const DIGITS = /^\d+$/;
/** A name is judged by the visible list of values that identify nothing, not dropped here. */
const NAME_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(['assetName', 'dnsName', 'fqdn', 'netbiosName']);

/** Why a record is refused whose id was saved as a power of ten. */
export const LOST_DIGITS =
  'The asset ID is written as a power of ten, such as 7.001E+11, as spreadsheet programs do: its last digits are lost.';

/** Writes rows of a table to a sink by the plan's mapping. */
export class RowWriter {
  readonly #columns: readonly { readonly at: number; readonly field: FieldId }[];
  readonly #width: number;
  readonly #orders: ReadonlyMap<number, DateOrder>;
  readonly #idColumn: number;
  /** A full host name is a DNS name; where no column has that, it stands for both. */
  readonly #fqdnIsDns: boolean;
  /** For tables without ids: which hosts there were. */
  readonly #hosts: HostRows | null;
  readonly #remarks = new TableRemarks();

  /** `sample` are rows below the header, from which the order of day and month is learned. */
  constructor(
    readonly plan: SheetPlan,
    readonly sink: RecordSink,
    sample: readonly (readonly string[])[],
  ) {
    this.#columns = plan.mapping.flatMap((field, at) => (field === null ? [] : [{ at, field }]));
    this.#width = plan.headers.length;
    const times = this.#columns.filter(({ field }) => FIELDS[field].kind === 'time');
    this.#orders = new Map(times.map(({ at }) => [at, dateOrder(sample.map((row) => row[at]))]));
    this.#fqdnIsDns = plan.mapping.includes('fqdn') && !plan.mapping.includes('dnsName');
    this.#idColumn = plan.mapping.indexOf('assetId');
    this.#hosts = this.#idColumn < 0 ? new HostRows(this.#columns) : null;
    for (const { field } of this.#columns) sink.sees(field);
    if (this.#fqdnIsDns) sink.sees('dnsName');
  }

  /**
   * Writes one row. Blank rows, a header that stands again between the rows, and lines below the table are no
   * records. A row with more or fewer cells than the header is skipped: nobody knows which value belongs to which
   * column.
   */
  write(cells: readonly string[], byte: ByteOffset, length: number): void {
    if (cells.every((cell) => cell.trim() === '') || this.#isHeader(cells)) return;
    if (isFooterLine(cells, this.#idColumn)) {
      this.#remarks.lineBelow();
      return;
    }
    const surplus = cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== '');
    if (surplus || cells.length < this.#width) {
      this.sink.skip(byte, raggedReason(cells.length, this.#width));
      return;
    }
    if (this.#idColumn >= 0 && hasLostDigits(plainCell(cells[this.#idColumn] ?? ''))) {
      this.#remarks.lostDigits();
      this.sink.skip(byte, LOST_DIGITS);
      return;
    }
    this.sink.begin(byte);
    if (!this.#values(cells)) {
      this.sink.drop('The row has no value in any of the columns that are read.');
    } else if (this.#hosts?.isKnown(cells) === true) {
      this.#remarks.folded();
      this.sink.fold();
    } else this.sink.end(length);
  }

  /** Says what the rows came to, once all are written. */
  finish(): void {
    for (const notice of this.#remarks.notices()) this.sink.remark(notice);
  }

  /** Writes the row's values; answers whether there is one. */
  #values(cells: readonly string[]): boolean {
    const sources: string[] = [];
    let lastSeen = '';
    let values = 0;
    for (const { at, field } of this.#columns) {
      const text = cellText(cells[at] ?? '', field);
      if (text === '') continue;
      values++;
      if (this.#structured(field, text)) continue;
      if (field === 'sources') sources.push(...split(text, BETWEEN));
      else if (FIELDS[field].kind === 'time') {
        const time = timeOfCell(text, this.#orders.get(at)!);
        if (field === 'lastModified') lastSeen = time;
        this.sink.value(field, time);
      } else this.#text(field, text);
    }
    // One source: "last seen" is when it saw the asset. Of several, nobody knows which one it was.
    for (const source of sources) this.sink.source(source, '', sources.length === 1 ? lastSeen : '');
    return values > 0;
  }

  #structured(field: FieldId, text: string): boolean {
    const outcome = writeStructured(field, text, this.sink);
    if (outcome === 'cut') this.#remarks.cutCell(field);
    else if (outcome === 'unreadable') this.#remarks.unreadableCell(field, text);
    return outcome !== 'none';
  }

  #isHeader(cells: readonly string[]): boolean {
    return cells.length === this.#width && cells.every((cell, at) => cell.trim() === this.plan.headers[at]);
  }

  /** Parts a cell with several values; a field of one value takes the first, the interfaces take the others. */
  #text(field: FieldId, text: string): void {
    if (field === 'assetId') {
      this.#id(text);
      return;
    }
    if (field === 'address') {
      const parts = split(text, BETWEEN_ADDRESSES);
      const address = parts.find((part) => parseIpv4(part) >= 0) ?? parts[0];
      if (address !== undefined) this.sink.value('address', address);
      for (const other of parts) if (other !== address) this.sink.value('interfaceAddresses', other);
      return;
    }
    if (field === 'dnsName' || field === 'fqdn') {
      const [first, ...others] = split(text, BETWEEN);
      if (first !== undefined) {
        this.sink.value(field, first);
        if (this.#fqdnIsDns) this.sink.value('dnsName', first);
      }
      for (const other of others) this.sink.value('interfaceHostnames', other);
      return;
    }
    if (field === 'hostId' || field === 'qwebHostId') this.sink.value(field, wholeId(text));
    else if (field === 'macAddresses' || field === 'interfaceAddresses' || !takesSeveral(field))
      this.sink.value(field, text);
    else for (const part of split(text, BETWEEN)) this.sink.value(field, part);
  }

  /** Platforms that join sources put several ids into one cell: the first is the asset's. */
  #id(text: string): void {
    const ids = split(text, BETWEEN_ADDRESSES).map((part) => wholeId(plainCell(part)));
    const areSeveral = ids.length > 1 && ids.every((id) => DIGITS.test(id));
    if (areSeveral) this.#remarks.severalIds();
    this.sink.value('assetId', areSeveral ? ids[0]! : wholeId(text));
  }
}

/** A cell's text; "" where it stands for no value. */
function cellText(cell: string, field: FieldId): string {
  const text = plainCell(cell);
  return !NAME_FIELDS.has(field) && isPlaceholder(text) ? '' : text;
}

function split(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isPlaceholder(part));
}

function raggedReason(cells: number, width: number): string {
  const has = cells === 1 ? 'one cell' : `${cells.toLocaleString('en')} cells`;
  return `The row has ${has} where the header has ${width.toLocaleString('en')}.`;
}
