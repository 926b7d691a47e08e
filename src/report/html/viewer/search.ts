import { lowerCase, namedNumbers, searchWords } from '../../../wording/search-words';
import { searchedText } from './cell-text';
import {
  groupCell,
  isAssetColumn,
  isRowColumn,
  matchingFields,
  type Report,
  ruleOf,
  rulesOfRow,
} from './report';

/** Lower-cased cells of each asset and each group, made at the first search; a line break ends each cell. */
export interface Haystacks {
  readonly assets: readonly string[];
  readonly groups: readonly string[];
}

export function haystacksOf(report: Report): Haystacks {
  const { facts, assets, groups } = report;
  const own = facts.columns.filter(isAssetColumn);
  const ofGroup = facts.columns.filter((column) => !isAssetColumn(column) && !isRowColumn(column));
  return {
    assets: assets.map((asset) =>
      lowerCase(own.map((column, place) => searchedText(asset[place] ?? null, column)).join('\n')),
    ),
    groups: groups.map((group) => {
      const cells = ofGroup.map((column) => searchedText(groupCell(report, group, column), column));
      const digits = ruleOf(report, group).form === 'mac' ? group[2].replaceAll(':', '') : '';
      return lowerCase([...cells, digits].join('\n'));
    }),
  };
}

/** What limits the rows besides words and field: one cluster, or exactly one set of fields that match. */
export interface Limits {
  readonly cluster: number | null;
  readonly overlap: number | null;
}

const NO_LIMITS: Limits = { cluster: null, overlap: null };

/** Rows with every word of the search in some cell, of groups that `rule` found; in the order of detection. */
export function findRows(
  report: Report,
  haystacks: () => Haystacks,
  search: string,
  rule: string | null,
  { cluster, overlap }: Limits = NO_LIMITS,
): Uint32Array {
  const { rows, groupOf, groups } = report;
  const named = namedNumbers(search);
  const words = searchWords(named.rest);
  const wrongGroup = ([number, , , of]: Report['groups'][number]) =>
    (named.group !== null && number !== named.group + 1) ||
    (named.cluster !== null && of !== named.cluster + 1) ||
    (cluster !== null && of !== cluster);
  const found = new Uint32Array(rows.length);
  let count = 0;
  const hits = words.length === 0 ? [] : words.map((spellings) => hitsOf(report, haystacks(), spellings));
  for (let row = 0; row < rows.length; row++) {
    const group = groupOf[row]!;
    if (rule !== null && ruleOf(report, groups[group]!).id !== rule) continue;
    if (wrongGroup(groups[group]!)) continue;
    if (overlap !== null && rulesOfRow(report, row) !== overlap) continue;
    const has = (hit: Hits) => hit.assets[rows[row]!] === 1 || hit.groups[group] === 1 || hit.row(row);
    if (hits.every(has)) found[count++] = row;
  }
  return found.subarray(0, count);
}

/** Where a word was found: in which assets, in which groups, and whether in a row's own cell. */
interface Hits {
  readonly assets: Uint8Array;
  readonly groups: Uint8Array;
  row(row: number): boolean;
}

function hitsOf(report: Report, { assets, groups }: Haystacks, spellings: readonly string[]): Hits {
  const mark = (texts: readonly string[]) =>
    Uint8Array.from(texts, (text) => (spellings.some((word) => text.includes(word)) ? 1 : 0));
  /** There are only as many different cells as sets of fields. */
  const known = new Map<number, boolean>();
  return {
    assets: mark(assets),
    groups: mark(groups),
    row: (row) => {
      const key = report.groups[report.groupOf[row]!]![1] * 256 + report.matches[row]!;
      let hit = known.get(key);
      if (hit === undefined) {
        const text = lowerCase(matchingFields(report, row));
        hit = spellings.some((word) => text.includes(word));
        known.set(key, hit);
      }
      return hit;
    },
  };
}
