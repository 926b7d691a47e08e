import { FIELDS, type FieldId } from '../../model/field';
import type { Notice } from '../../model/notice';
import { TYPE_NAME } from './structured-cell';

/** Counts what a table's rows had that whoever reads the figures has to know, and says it in sentences. */
export class TableRemarks {
  #below = 0;
  #limited = false;
  #folded = 0;
  #severalIds = 0;
  #lostDigits = 0;
  readonly #cut = new Map<FieldId, { count: number; readonly name: string }>();
  readonly #unreadable = new Map<FieldId, { count: number; python: boolean }>();

  recordLimit(): void {
    this.#limited = true;
  }

  lineBelow(): void {
    this.#below++;
  }

  folded(): void {
    this.#folded++;
  }

  severalIds(): void {
    this.#severalIds++;
  }

  lostDigits(): void {
    this.#lostDigits++;
  }

  /** `text` is the cell with the name of a type in the place of the values. */
  cutCell(field: FieldId, text: string): void {
    const before = this.#cut.get(field) ?? {
      count: 0,
      name: (TYPE_NAME.exec(text)?.[0] ?? text).slice(0, 40),
    };
    before.count++;
    this.#cut.set(field, before);
  }

  unreadableCell(field: FieldId, text: string): void {
    const before = this.#unreadable.get(field) ?? { count: 0, python: false };
    before.count++;
    before.python ||= /\b(None|True|False)\b|'\s*:/.test(text);
    this.#unreadable.set(field, before);
  }

  notices(): Notice[] {
    return [...this.#limitNotices(), ...this.#lostNotices(), ...this.#cutNotices(), ...this.#quietNotices()];
  }

  #limitNotices(): Notice[] {
    if (!this.#limited) return [];
    return [
      {
        kind: 'furtherPages',
        severity: 'incomplete',
        what: 'The list ends at the limit of records that one answer may have: further hosts follow, and are missing.',
        remedy:
          'Fetch the list by the address that stands at its end, until it has no such warning, and add what comes.',
        count: 1,
      },
    ];
  }

  #lostNotices(): Notice[] {
    if (this.#lostDigits === 0) return [];
    return [
      {
        kind: 'refusedIds',
        severity: 'incomplete',
        what: `${rows(this.#lostDigits)} refused: the asset ID is a power of ten, such as 7.001E+11, or ###, and has lost its digits.`,
        remedy: 'Import the original export, or save the ID column as text.',
        count: this.#lostDigits,
      },
    ];
  }

  #cutNotices(): Notice[] {
    const cut = [...this.#cut].map(
      ([field, { count, name }]): Notice => ({
        kind: 'cutValues',
        severity: 'incomplete',
        what: `The ${FIELDS[field].label} of ${rows(count)} missing: the program that wrote the file left “${name}” in their place.`,
        remedy: name.startsWith('System.')
          ? 'Export the assets as JSON, with ConvertTo-Json -Depth 10.'
          : 'Export the assets as JSON.',
        count,
        field,
      }),
    );
    const unreadable = [...this.#unreadable].map(
      ([field, { count, python }]): Notice => ({
        kind: 'cutValues',
        severity: 'incomplete',
        what: `The ${FIELDS[field].label} of ${rows(count)} not read: the cell holds ${python ? 'Python text' : 'a list'} that is cut off or damaged.`,
        remedy: 'Export the assets as JSON.',
        count,
        field,
      }),
    );
    return [...cut, ...unreadable];
  }

  #quietNotices(): Notice[] {
    const notices: Notice[] = [];
    const note = (kind: Notice['kind'], count: number, what: string) => {
      if (count > 0) notices.push({ kind, severity: 'note', what, count });
    };
    note(
      'foldedRecords',
      this.#folded,
      `The table has no asset IDs: ${count(this.#folded, 'row')} of a host that an earlier row describes (same names, addresses and network) ${this.#folded === 1 ? 'was' : 'were'} taken together with it as one asset.`,
    );
    note(
      'severalIds',
      this.#severalIds,
      `${count(this.#severalIds, 'cell')} held several asset IDs: the row is the asset of the first one.`,
    );
    note(
      'leftOut',
      this.#below,
      `${count(this.#below, 'line')} around the table, such as a total or the report’s end, ${this.#below === 1 ? 'is' : 'are'} no asset.`,
    );
    return notices;
  }
}

function count(number: number, one: string): string {
  return `${number.toLocaleString('en-US')} ${one}${number === 1 ? '' : 's'}`;
}

function rows(number: number): string {
  return `${count(number, 'row')} ${number === 1 ? 'is' : 'are'}`;
}
