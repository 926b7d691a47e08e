import type { ReportRule } from '../blocks';
import { assetPlace, columnNamed, type Report, rulesOfRow } from './report';

/** What a group's rows share besides the value that it was found by. */
export interface GroupEvidence {
  /** For each column, the values that at least two of the rows share, lower-case. */
  readonly shared: ReadonlyMap<string, ReadonlySet<string>>;
  /** Further fields in which all of its rows have one value in common. */
  readonly also: readonly ReportRule[];
}

/** Groups with more rows are shown with the value that they were found by alone: looking would take too long. */
const MOST_ROWS = 2_000;
/** Groups whose evidence is kept at hand. */
const MOST_KEPT = 2_000;

/** Between the values of one cell. */
const SEPARATOR = ', ';

/** Finds what groups share, each when it is first shown. */
export class EvidenceFinder {
  private readonly kept = new Map<number, GroupEvidence>();
  private readonly ignored: ReadonlySet<string>;

  constructor(private readonly report: Report) {
    this.ignored = new Set(report.facts.ignored);
  }

  of(group: number): GroupEvidence {
    const known = this.kept.get(group);
    if (known) return known;
    const made = this.find(group);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(group, made);
    return made;
  }

  private find(group: number): GroupEvidence {
    const { facts, groups, starts } = this.report;
    const [, foundBy, value, , , count] = groups[group]!;
    const shared = new Map<string, Set<string>>();
    const also: ReportRule[] = [];
    facts.rules.forEach((rule, at) => {
      if (rule.column === null) return;
      const values = new Set(at === foundBy ? [value.toLowerCase()] : []);
      if (count <= MOST_ROWS) {
        const counts = this.countValues(rule, at, starts[group]!, count);
        for (const [text, rows] of counts) if (rows > 1) values.add(text);
        if (at !== foundBy && count > 1 && [...counts.values()].includes(count)) also.push(rule);
      }
      if (values.size > 0) shared.set(rule.column, values);
    });
    return { shared, also };
  }

  /** In how many of the rows each value of the rule stands, ignored ones and those that match nothing left out. */
  private countValues(rule: ReportRule, at: number, from: number, count: number): Map<string, number> {
    const counts = new Map<string, number>();
    const column = columnNamed(this.report, rule.column ?? '');
    if (column === null) return counts;
    const place = assetPlace(this.report, column);
    for (let row = from; row < from + count; row++) {
      if ((rulesOfRow(this.report, row) & (1 << at)) === 0) continue;
      const cell = String(this.report.assets[this.report.rows[row]!]![place] ?? '');
      for (const value of new Set(valuesIn(cell, rule))) {
        if (!this.ignored.has(`${at} ${value}`)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return counts;
  }
}

/** The values of a cell as the rule compares them. */
function valuesIn(cell: string, { form }: ReportRule): string[] {
  const texts = form === 'mac' ? cell.split(SEPARATOR) : [cell];
  return texts.map((text) => canonical(text, form)).filter((text) => text !== '');
}

function canonical(text: string, form: ReportRule['form']): string {
  const name = text.trim().toLowerCase();
  return form === 'dnsName' && name.endsWith('.') ? name.slice(0, -1) : name;
}

/** A list with the values first that the group shares: a narrow cell shows its beginning. */
export function sharedFirst(text: string, shared: ReadonlySet<string> | undefined): string {
  if (shared === undefined || !text.includes(SEPARATOR)) return text;
  const values = text.split(SEPARATOR);
  const isShared = (value: string) => shared.has(value.toLowerCase());
  return [...values.filter(isShared), ...values.filter((value) => !isShared(value))].join(SEPARATOR);
}
