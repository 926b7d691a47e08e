import { RULE_IDS, RULE_LABELS, RULES, type RuleId } from '../model/rule';

/** A group's canonical value as people read it: a MAC address with colons. */
export function valueText(rule: RuleId, value: string): string {
  if (RULES[rule].form !== 'mac' || !/^[0-9a-f]{12}$/.test(value)) return value;
  return value.match(/../g)!.join(':');
}

/** The rules of a set of bits (`Grouping.rulesOfAsset`), in their order. */
export function rulesOfBits(bits: number): RuleId[] {
  return RULE_IDS.filter((_, place) => (bits & (1 << place)) !== 0);
}

/** "Asset name and MAC address". */
export function rulesText(rules: readonly RuleId[]): string {
  const labels = rules.map((rule, place) =>
    place === 0 ? RULE_LABELS[rule] : lowerFirst(RULE_LABELS[rule]),
  );
  if (labels.length < 2) return labels.join('');
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

/** The rules of a set of bits, the one by which they were found first: "MAC address, asset name, DNS name". */
export function matchingText(foundBy: RuleId, bits: number): string {
  const others = rulesOfBits(bits).filter((rule) => rule !== foundBy);
  return [RULE_LABELS[foundBy], ...others.map((rule) => lowerFirst(RULE_LABELS[rule]))].join(', ');
}

/** "also DNS name, NetBIOS name"; "" for none. */
export function alsoText(rules: readonly RuleId[]): string {
  return rules.length === 0 ? '' : `also ${rules.map((rule) => lowerFirst(RULE_LABELS[rule])).join(', ')}`;
}

/** "Asset name" → "asset name", but "MAC address" stays. */
export function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !label.startsWith('NetBIOS')
    ? label[0]!.toLowerCase() + label.slice(1)
    : label;
}
