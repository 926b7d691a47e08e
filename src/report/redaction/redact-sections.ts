import type { Sensitivity } from '../../model/fields/sensitivity';
import { RULE_IDS, RULE_LABELS } from '../../model/rule';
import { RULES } from '../../model/rules';
import type { CellValue } from '../cell-value';
import type {
  JsonSection,
  RowsSection,
  Section,
  SectionCell,
  SectionColumn,
  TableSection,
  WrittenSection,
} from '../section';
import type { Pseudonyms } from './pseudonyms';
import { redactJson } from './redact-json';
import { LEFT_OUT } from './redaction';

/** A section as writers take it, whole. */
export function plainSection(section: Section): WrittenSection {
  if (section.kind !== 'table') return section;
  return withRows(section, function* () {
    for (const cells of section.rows()) yield cells.map(plainCell);
  });
}

/** A section as writers take it, with pseudonyms. Throws where nothing says what is to be done with a text. */
export function redactedSection(section: Section, pseudonyms: Pseudonyms): WrittenSection {
  if (section.kind === 'json') return redactedJson(section, pseudonyms);
  if (section.kind === 'rows') return harmless(section);
  return withRows(section, function* () {
    for (const cells of section.rows())
      yield cells.map((cell, at) => redactedCell(cell, columnOf(section, at), cells, pseudonyms));
  });
}

function withRows(section: TableSection, rows: () => Iterable<CellValue[]>): WrittenSection {
  return { ...section, rows };
}

function redactedJson(section: JsonSection, pseudonyms: Pseudonyms): JsonSection {
  return { ...section, value: (watch) => redactJson(section.value(watch), section, pseudonyms) };
}

/** The compiler asks for `none`; what gets here past it must not get further. */
function harmless(section: RowsSection): RowsSection {
  if (section.columns.every(({ sensitivity }) => (sensitivity as string) === 'none')) return section;
  throw new Error(
    'A column in the rows of the duplicates holds values, and a redacted copy would show them.',
  );
}

function plainCell(cell: SectionCell): CellValue {
  if (cell === null || typeof cell !== 'object' || !('values' in cell)) return cell;
  return joined(cell.values, cell.rest);
}

function joined(values: readonly string[], rest = ''): string {
  return [values.join(', '), rest].filter((text) => text !== '').join(' ');
}

/** Without columns: a label, then cells that say themselves what they are. */
function columnOf({ id, columns }: TableSection, at: number): SectionColumn['sensitivity'] | 'cell' {
  if (columns.length === 0) return at === 0 ? 'none' : 'cell';
  const sensitivity: SectionColumn['sensitivity'] | undefined = columns[at]?.sensitivity;
  if (sensitivity === undefined) throw new Error(`Section ${id}: column ${at + 1} has no sensitivity.`);
  return sensitivity;
}

function redactedCell(
  cell: SectionCell,
  column: SectionColumn['sensitivity'] | 'cell',
  row: readonly SectionCell[],
  pseudonyms: Pseudonyms,
): CellValue {
  if (cell === null) return null;
  if (typeof cell === 'object') {
    if ('values' in cell) {
      const { values, sensitivity, rest } = cell;
      return joined(
        values.map((value) => pseudonyms.of(sensitivity, value)),
        rest,
      );
    }
    if (!('note' in cell)) return cell;
    return column === 'none' ? cell : { note: cell.redacted ?? LEFT_OUT };
  }
  if (column === 'none') return cell;
  if (column === 'cell') {
    if (typeof cell === 'number') return cell;
    throw new Error('A text in a section without columns does not say what a redacted copy does with it.');
  }
  if (column === 'sentence') return cell === '' ? '' : LEFT_OUT;
  return pseudonyms.of(column === 'byRule' ? ofRule(row) : column, String(cell));
}

/** By the label of a rule in the same row. */
function ofRule(row: readonly SectionCell[]): Sensitivity {
  const rule = RULE_IDS.find((id) => row.includes(RULE_LABELS[id]));
  if (rule === undefined) throw new Error('A row with a value of a rule does not name the rule.');
  return RULES[rule].sensitivity;
}
