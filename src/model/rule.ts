import { RULE_IDS, RULES, type RuleId } from './rules';

export { RULE_IDS, RULES, type RuleId };

/** A record with one entry for each rule. */
export function mapRules<T>(entry: (rule: RuleId) => T): Record<RuleId, T> {
  return Object.fromEntries(RULE_IDS.map((rule) => [rule, entry(rule)])) as Record<RuleId, T>;
}

/** What people call each rule; the words of the page and of every report. */
export const RULE_LABELS: Readonly<Record<RuleId, string>> = mapRules((rule) => RULES[rule].label);

/** All rules as a set of bits: `1 << RULE_IDS.indexOf(rule)` for each. */
export const ALL_RULES = 2 ** RULE_IDS.length - 1;

/** Whether the rule's values are set in a fixed width: addresses of either kind, whose digits line up. */
export function isFixedWidthRule(rule: RuleId): boolean {
  return RULES[rule].form === 'mac' || RULES[rule].form === 'address';
}
