import { RULE_LABELS, type RuleId } from '../../../model/rule';
import { lowerCase } from '../../../tables/arena';
import { searchWords } from '../../../tables/search';
import { cellWords } from './cell-text';
import { type Report, ruleOf } from './report';

/** Lower-cased cells of each asset and each group, made at the first search; a line break ends each cell. */
export interface Haystacks {
  readonly assets: readonly string[];
  readonly groups: readonly string[];
}

export function haystacksOf({ assets, groups }: Report): Haystacks {
  return {
    assets: assets.map((asset) => {
      const [id, address, dns, name, source, time, netbios, macs, system] = asset;
      const cells = [
        id,
        address,
        dns,
        name,
        source,
        cellWords(time),
        netbios,
        macs,
        macs.replaceAll(':', ''),
        system,
      ];
      return lowerCase(cells.join('\n'));
    }),
    groups: groups.map((group) => {
      const [number, , value, cluster] = group;
      const rule = ruleOf(group);
      const digits = rule === 'macAddress' ? value.replaceAll(':', '') : '';
      return lowerCase([number, RULE_LABELS[rule], value, digits, cluster].join('\n'));
    }),
  };
}

/** Rows with every word of the search in some cell, of groups that `rule` found; in the order of detection. */
export function findRows(
  { rows, groupOf, groups }: Report,
  haystacks: () => Haystacks,
  search: string,
  rule: RuleId | null,
): Uint32Array {
  const words = searchWords(search);
  const found = new Uint32Array(rows.length);
  let count = 0;
  const hits = words.length === 0 ? [] : words.map((spellings) => hitsOf(haystacks(), spellings));
  for (let row = 0; row < rows.length; row++) {
    const group = groupOf[row]!;
    if (rule !== null && ruleOf(groups[group]!) !== rule) continue;
    if (hits.every((hit) => hit.assets[rows[row]!] === 1 || hit.groups[group] === 1)) found[count++] = row;
  }
  return found.subarray(0, count);
}

function hitsOf({ assets, groups }: Haystacks, spellings: readonly string[]) {
  const mark = (texts: readonly string[]) =>
    Uint8Array.from(texts, (text) => (spellings.some((word) => text.includes(word)) ? 1 : 0));
  return { assets: mark(assets), groups: mark(groups) };
}
