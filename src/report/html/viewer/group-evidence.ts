import type { ReportColumn, ReportRule } from '../blocks';
import { assetPlace, columnNamed, type Report } from './report';

/** A cell with its shared values first, and which these are. */
export interface EvidentCell {
  readonly text: string;
  readonly shared: readonly string[];
}

/** Groups whose shared values are kept at hand. */
const MOST_KEPT = 2_000;

/** Between the values of one cell. */
const SEPARATOR = ', ';

/** Finds which values of a cell other rows of its group have too; which fields match at all, the report says itself. */
export class EvidenceFinder {
  /** By column, the rules whose values stand there, as places in `ReportFacts.rules`. */
  private readonly rulesOf: ReadonlyMap<string, number>;
  private readonly kept = new Map<string, ReadonlySet<string>>();
  private readonly ignored: ReadonlySet<string>;

  constructor(private readonly report: Report) {
    this.ignored = new Set(report.facts.ignored);
    this.rulesOf = new Map(
      report.facts.rules.flatMap(({ column }, at) => (column === null ? [] : [[column, at] as const])),
    );
  }

  /** Further fields in which all assets of the group have one value in common. */
  also(group: number): ReportRule[] {
    const [, foundBy, , , , , , inCommon] = this.report.groups[group]!;
    return this.report.facts.rules.filter((_, at) => at !== foundBy && (inCommon & (1 << at)) !== 0);
  }

  /** The row's cell in that column; `text` as the asset has it. */
  cell(row: number, column: ReportColumn, text: string): EvidentCell {
    const at = this.rulesOf.get(column.id);
    if (at === undefined || text === '' || (this.report.matches[row]! & (1 << at)) === 0)
      return { text, shared: [] };
    const { form } = this.report.facts.rules[at]!;
    if (form !== 'mac' && form !== 'address') return { text, shared: [text] };
    const values = text.split(SEPARATOR);
    const group = this.report.groupOf[row]!;
    const [, foundBy, value] = this.report.groups[group]!;
    const own = at === foundBy ? value.toLowerCase() : null;
    const shared = this.sharedIn(group, at);
    const isOwn = (one: string) => one.trim().toLowerCase() === own;
    // An address may match by an interface that has no column; the one MAC of a cell is the one that matches.
    const isShared = (one: string) =>
      isOwn(one) || shared.has(one.trim().toLowerCase()) || (form === 'mac' && values.length === 1);
    const first = values.filter(isOwn);
    const others = values.filter((one) => !isOwn(one) && isShared(one));
    return {
      text: [...first, ...others, ...values.filter((one) => !isShared(one))].join(SEPARATOR),
      shared: [...first, ...others],
    };
  }

  /** The values of the rule that at least two rows of the group have, ignored ones left out, in lower case. */
  private sharedIn(group: number, at: number): ReadonlySet<string> {
    const key = `${at} ${group}`;
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.findShared(group, at);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, made);
    return made;
  }

  private findShared(group: number, at: number): ReadonlySet<string> {
    const { facts, groups, starts, matches, assets, rows } = this.report;
    const shared = new Set<string>();
    const column = columnNamed(this.report, facts.rules[at]!.column ?? '');
    if (column === null) return shared;
    const place = assetPlace(this.report, column);
    const seen = new Set<string>();
    const [, , , , , count] = groups[group]!;
    for (let row = starts[group]!; row < starts[group]! + count; row++) {
      if ((matches[row]! & (1 << at)) === 0) continue;
      const cell = String(assets[rows[row]!]![place] ?? '').toLowerCase();
      for (const value of new Set(cell.split(SEPARATOR).map((text) => text.trim()))) {
        if (value !== '' && seen.has(value) && !this.ignored.has(`${at} ${value}`)) shared.add(value);
        seen.add(value);
      }
    }
    return shared;
  }
}
