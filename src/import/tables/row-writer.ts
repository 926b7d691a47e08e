import { FIELDS, type FieldId } from '../../model/field';
import type { ByteOffset } from '../../model/units';
import type { RecordSink } from '../record-sink';
import type { SheetPlan } from './plan';
import { takesSeveral } from './suggest-mapping';

/** Between several values in one cell. Spaces do not part names: "Cloud Agent" is one source. */
const BETWEEN = /[,;|\r\n]+/;
const BETWEEN_ADDRESSES = /[,;|\s]+/;
/** What consoles write for "nothing". Only where the field is no name: a name is judged by the list of ignored values. */
const NOTHING = new Set(['-', '--', 'n/a', 'na', 'none', 'null', 'unknown', 'not available']);
const NAME_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(['assetName', 'dnsName', 'fqdn', 'netbiosName']);

/** Writes rows of a table to a sink by the plan's mapping. */
export class RowWriter {
  readonly #columns: readonly { readonly at: number; readonly field: FieldId }[];
  readonly #width: number;
  readonly #dayFirst: ReadonlySet<FieldId>;
  /** A full host name is a DNS name; where no column has that, it stands for both. */
  readonly #fqdnIsDns: boolean;

  /** `sample` are rows below the header, from which the order of day and month is learned. */
  constructor(
    readonly plan: SheetPlan,
    readonly sink: RecordSink,
    sample: readonly (readonly string[])[],
  ) {
    this.#columns = plan.mapping.flatMap((field, at) => (field === null ? [] : [{ at, field }]));
    this.#width = plan.headers.length;
    const times = this.#columns.filter(({ field }) => FIELDS[field].kind === 'time');
    this.#dayFirst = new Set(
      times.filter(({ at }) => sample.some((row) => isDayFirst(row[at]))).map(({ field }) => field),
    );
    this.#fqdnIsDns = plan.mapping.includes('fqdn') && !plan.mapping.includes('dnsName');
    for (const { field } of this.#columns) sink.sees(field);
    if (this.#fqdnIsDns) sink.sees('dnsName');
  }

  /**
   * Writes one row. Blank rows are no records. A row with more or fewer cells than the header is skipped:
   * nobody knows which value belongs to which column. So does a header that stands again between the rows, as
   * in files that were joined, not count.
   */
  write(cells: readonly string[], byte: ByteOffset, length: number): void {
    if (cells.every((cell) => cell.trim() === '') || this.#isHeader(cells)) return;
    const surplus = cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== '');
    if (surplus || cells.length < this.#width) {
      this.sink.skip(byte, raggedReason(cells.length, this.#width));
      return;
    }
    this.sink.begin(byte);
    const sources: string[] = [];
    let lastSeen = '';
    let values = 0;
    for (const { at, field } of this.#columns) {
      const text = cellText(cells[at] ?? '', field);
      if (text === '') continue;
      values++;
      if (field === 'sources') sources.push(...split(text, BETWEEN));
      else if (FIELDS[field].kind === 'time') {
        const time = this.#time(text, field);
        if (field === 'lastModified') lastSeen = time;
        this.sink.value(field, time);
      } else this.#text(field, text);
    }
    if (values === 0) {
      this.sink.drop('The row has no value in any of the columns that are read.');
      return;
    }
    // One source: "last seen" is when it saw the asset. Of several, nobody knows which one it was.
    for (const source of sources) this.sink.source(source, '', sources.length === 1 ? lastSeen : '');
    this.sink.end(length);
  }

  #isHeader(cells: readonly string[]): boolean {
    return cells.length === this.#width && cells.every((cell, at) => cell.trim() === this.plan.headers[at]);
  }

  /** Parts a cell with several values; a field of one value takes the first, the interfaces take the others. */
  #text(field: FieldId, text: string): void {
    if (field === 'address') {
      const [first, ...others] = split(text, BETWEEN_ADDRESSES);
      if (first !== undefined) this.sink.value('address', first);
      for (const other of others) this.sink.value('interfaceAddresses', other);
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
    if (field === 'macAddresses' || field === 'interfaceAddresses' || !takesSeveral(field))
      this.sink.value(field, text);
    else for (const part of split(text, BETWEEN)) this.sink.value(field, part);
  }

  /** The sink reads `05/25/2026` with the month first, as the console writes it; so it gets it from here. */
  #time(text: string, field: FieldId): string {
    return this.#dayFirst.has(field) ? text.replace(/^(\d{1,2})\/(\d{1,2})\//, '$2/$1/') : text;
  }
}

/** `25/05/2026` can only be day first; one such cell decides for its column. */
function isDayFirst(cell: string | undefined): boolean {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}\b/.exec(cell ?? '');
  return match !== null && Number(match[1]) > 12 && Number(match[2]) <= 12;
}

/** A cell's text without what spreadsheet programs put around it to keep it text: `'=x`, `="00123"`. */
function cellText(cell: string, field: FieldId): string {
  let text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    text = text.slice(2, -1).replaceAll('""', '"').trim();
  else if (/^'[=+\-@\t\r]/.test(text)) text = text.slice(1);
  return !NAME_FIELDS.has(field) && NOTHING.has(text.toLowerCase()) ? '' : text;
}

function split(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function raggedReason(cells: number, width: number): string {
  const has = cells === 1 ? 'one cell' : `${cells.toLocaleString('en')} cells`;
  return `The row has ${has} where the header has ${width.toLocaleString('en')}.`;
}
