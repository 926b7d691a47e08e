import { isPlaceholder } from '../../identifiers/placeholder';
import { FIELDS, type FieldId } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import { LOST_DIGITS } from '../json/skip-reasons';
import type { RecordSink } from '../record-sink';
import { addressesOfCell, macsOfCell } from './address-cell';
import { hasLostDigits, idsOfCell, wholeId } from './asset-id-cell';
import { plainCell } from './cell-text';
import { type DateOrder, timeOfCell } from './cell-times';
import { dateOrders } from './date-order';
import { hasAddress, isFooterLine } from './footer-lines';
import { HostRows } from './host-rows';
import type { SheetPlan } from './plan';
import { writeStructured } from './structured-cell';
import { takesSeveral } from './suggest-mapping';
import { tableTrouble } from './table-reading';
import { TableRemarks } from './table-remarks';

/** Between several values in one cell. Spaces do not part names: "Cloud Agent" is one source. */
const BETWEEN = /[,;|\r\n]+/;
/** Nothing but addresses and what stands between them: the importer parts those itself. */
const ONLY_ADDRESSES = /^[\da-f:.,;\s]+$/i;
/** Lines below a table fill no more cells. */
const FOOTER_CELLS = 3;
const STARTS_WITH_DIGIT = /^\d/;
const DIGITS = /^\d+$/;
const RESPONSE_PART = /^-{4}(BEGIN|END)_RESPONSE_/;
/** Of the line between header and rows in tables that are drawn as text. */
/** The same as MySQL draws it: `+----+-----+`. */
const DRAWN_RULE = /^\s*\+(?:-+\+)+\s*$/;
const RULE = /^\s*:?[-=]{2,}:?\s*$/;
/** A name is judged by the visible list of values that identify nothing, not dropped here. */
const NAME_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(['assetName', 'dnsName', 'fqdn', 'netbiosName']);

/** Writes rows of a table to a sink by the plan's mapping. */
export class RowWriter {
  readonly #columns: readonly { readonly at: number; readonly field: FieldId }[];
  readonly #width: number;
  /** Of each column of times, the order of day and month; `null` where nothing shows it. */
  readonly #orders: ReadonlyMap<number, DateOrder | null>;
  readonly #idColumn: number;
  /** A full host name is a DNS name; where no column has that, it stands for both. */
  readonly #fqdnIsDns: boolean;
  /** For tables without ids: which hosts there were. */
  readonly #hosts: HostRows | null;
  readonly #remarks = new TableRemarks();
  /** How wide rows are that are shorter than the header. */
  readonly #shortWidths: ReadonlySet<number>;
  #kept = 0;
  #afterBlank = false;
  #inOtherTable = false;
  #inResponse = false;

  /** `sample` are rows below the header, from which the order of day and month is learned. */
  constructor(
    readonly plan: SheetPlan,
    readonly sink: RecordSink,
    sample: readonly (readonly string[])[],
  ) {
    this.#columns = plan.mapping.flatMap((field, at) => (field === null ? [] : [{ at, field }]));
    this.#width = plan.headers.length;
    const times = this.#columns.filter(({ field }) => FIELDS[field].kind === 'time').map(({ at }) => at);
    this.#orders = dateOrders(times, plan.headers, sample);
    this.#fqdnIsDns = plan.mapping.includes('fqdn') && !plan.mapping.includes('dnsName');
    this.#idColumn = plan.mapping.indexOf('assetId');
    this.#hosts = this.#idColumn < 0 ? new HostRows(this.#columns) : null;
    this.#shortWidths = shortWidths(sample, this.#width);
    for (const { field } of this.#columns) sink.sees(field);
    if (this.#fqdnIsDns) sink.sees('dnsName');
  }

  /**
   * Writes one row. Blank rows, a header that stands again between the rows, and lines below the table are no
   * records. A row with more or fewer cells than the header is skipped: nobody knows which value belongs to which
   * column.
   */
  write(cells: readonly string[], byte: ByteOffset, length: number): void {
    const id = this.#idColumn < 0 ? '' : plainCell(cells[this.#idColumn] ?? '');
    // "Total, 4" may have its number where the ids stand.
    const isFull = this.#idColumn === 0 || cells.filter((cell) => cell !== '').length > FOOTER_CELLS;
    const isRegular = cells.length === this.#width && isFull && STARTS_WITH_DIGIT.test(id);
    if (!isRegular && this.#isNoRow(cells, id)) return;
    const surplus = cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== '');
    if (surplus || (cells.length < this.#width && !this.#isShort(cells, id))) {
      this.sink.skip(byte, raggedReason(cells.length, this.#width));
      return;
    }
    this.#afterBlank = false;
    this.#inOtherTable = false;
    if (hasLostDigits(id)) {
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
    } else {
      this.#kept++;
      this.sink.end(length);
    }
  }

  /**
   * Whether only empty cells at the end are missing, as spreadsheet programs and scripts leave them off: others in the
   * sample are as short, and the row begins as one of the table.
   */
  #isShort({ length }: readonly string[], id: string): boolean {
    return this.#shortWidths.has(length) && (this.#idColumn < 0 || STARTS_WITH_DIGIT.test(id));
  }

  /** Whether the row is blank, the header once more, or a line around the table. */
  #isNoRow(cells: readonly string[], id: string): boolean {
    if (cells.every((cell) => cell.trim() === '')) {
      this.#afterBlank = true;
      return true;
    }
    if (this.#isOfResponse(cells)) return true;
    if (this.#isHeader(cells) || isRule(cells)) return true;
    if (!isFooterLine(cells, this.#idColumn) && !this.#isOtherTable(cells, id)) return false;
    this.#remarks.lineBelow();
    return true;
  }

  /** Whether the row is of what the VM API writes around its CSV: `----BEGIN_RESPONSE_FOOTER_CSV` and warnings. */
  #isOfResponse(cells: readonly string[]): boolean {
    const part = RESPONSE_PART.exec(cells[0] ?? '')?.[1];
    if (part !== undefined) this.#inResponse = part === 'BEGIN' && !cells[0]!.includes('_BODY');
    else if (!this.#inResponse) return false;
    const limit = cells.find((cell) => /limit exceeded|next batch/i.test(cell));
    if (limit !== undefined) this.#remarks.recordLimit();
    return true;
  }

  /** Whether the row belongs to another table that follows behind a blank line, such as a summary. */
  #isOtherTable(cells: readonly string[], id: string): boolean {
    if (cells.length === this.#width) return false;
    const begins = this.#afterBlank && !STARTS_WITH_DIGIT.test(id) && !hasAddress(cells);
    this.#inOtherTable ||= begins;
    return this.#inOtherTable;
  }

  /**
   * Says what the rows came to, once all are written. Throws a `TroubleError` where no row is left since all IDs had
   * lost their digits.
   */
  finish(file: string): void {
    const notices = this.#remarks.notices();
    if (this.#kept === 0 && notices.some(({ kind }) => kind === 'refusedIds')) throw lostIds(file);
    for (const notice of notices) this.sink.remark(notice);
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
        const time = timeOfCell(text, this.#orders.get(at) ?? null);
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
    if (outcome === 'cut') this.#remarks.cutCell(field, text);
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
      const { address, others } = addressesOfCell(text);
      this.sink.value('address', address);
      for (const other of others) this.sink.value('interfaceAddresses', other);
      return;
    }
    if (field === 'macAddresses') {
      for (const mac of macsOfCell(text)) this.sink.value(field, mac);
      return;
    }
    if (field === 'interfaceAddresses') {
      if (ONLY_ADDRESSES.test(text)) this.sink.value(field, text);
      else {
        const { address, others } = addressesOfCell(text);
        for (const one of [address, ...others]) this.sink.value(field, one);
      }
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
    else if (!takesSeveral(field)) this.sink.value(field, text);
    else for (const part of split(text, BETWEEN)) this.sink.value(field, part);
  }

  /** Platforms that join sources put several ids into one cell: the first is the asset's. */
  #id(text: string): void {
    if (DIGITS.test(text)) {
      this.sink.value('assetId', text);
      return;
    }
    const ids = idsOfCell(text);
    if (ids.length > 1) this.#remarks.severalIds();
    this.sink.value('assetId', ids[0]!);
  }
}

/** The widths of the rows that are shorter than the header and come often: two of them, and a tenth of all. */
function shortWidths(sample: readonly (readonly string[])[], width: number): Set<number> {
  const counts = new Map<number, number>();
  for (const { length } of sample)
    if (length < width && length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const often = Math.max(2, sample.length / 10);
  return new Set([...counts].filter(([, count]) => count >= often).map(([length]) => length));
}

/** A cell's text; "" where it stands for no value. */
function cellText(cell: string, field: FieldId): string {
  const text = plainCell(cell);
  return !NAME_FIELDS.has(field) && isPlaceholder(text) ? '' : text;
}

function isRule(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 1) return DRAWN_RULE.test(filled[0]!);
  return filled.length > 1 && filled.every((cell) => RULE.test(cell));
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

function lostIds(file: string) {
  return tableTrouble(
    file,
    'table.lostIds',
    `${file} has no asset ID that is whole: a spreadsheet program saved them as powers of ten, such as 7.001E+11, or as ###, and their digits are lost.`,
    'Import the original export, or save the ID column as text and export it again.',
  );
}
