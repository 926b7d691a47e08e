import { RULE_LABELS } from '../../../../model/rule';
import type { TableView } from '../../../../ui/state/table-address';
import { rulesOfBits, rulesText } from '../../../../ui/words';

/** "Only MAC address matches", "Only asset name and DNS name match". */
export function overlapText(bits: number): string {
  const rules = rulesOfBits(bits);
  return `Only ${rulesText(rules)} ${rules.length === 1 ? 'matches' : 'match'}`;
}

/** The filters that are on, each in words; the search is not among them. */
export function filterTexts({ rules, overlap, matching, cluster, group }: TableView): string[] {
  return [
    rules === null ? '' : `${rules.map((rule) => RULE_LABELS[rule]).join(' or ')} only`,
    overlap === null ? '' : overlapText(overlap),
    matching === null ? '' : `${RULE_LABELS[matching]} matches`,
    cluster === null ? '' : `Cluster ${cluster + 1}`,
    group === null ? '' : `Group ${group + 1}`,
  ].filter((text) => text !== '');
}
