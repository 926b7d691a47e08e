import { formatMac } from '../identifiers/mac';
import { formatValue } from '../identifiers/shared-value';
import { itemStart, macsAt, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { FieldsOfKind } from '../model/fields';
import { type Grouping, groupMembers } from '../model/grouping';
import { RULE_IDS, RULES, type RuleId } from '../model/rule';
import type { AssetIndex, GroupIndex } from '../model/units';
import { rulesOfBits } from '../wording/rules';
import type { RowIndex } from './row-groups';

/** The asset's row in that group, -1 if it is not a member. */
export function rowOf({ members, stops }: Grouping, asset: AssetIndex, group: GroupIndex): RowIndex {
  let low = itemStart(stops, group);
  const stop = stops[group]!;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle]! < asset) low = middle + 1;
    else high = middle;
  }
  return low < stop && members[low] === asset ? low : -1;
}

/** Bits of the rules under which the asset matches another one of that group. */
export function rulesInGroup(grouping: Grouping, asset: AssetIndex, group: GroupIndex): number {
  return grouping.rulesOfRow[rowOf(grouping, asset, group)] ?? 0;
}

/**
 * The MAC addresses of the asset as people write them, those first that it shares with others of the group: a narrow
 * cell shows its beginning.
 */
export function macsInGroup(
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  group: GroupIndex,
  field: FieldsOfKind<'macs'>,
): string[] {
  const macs = Array.from(macsAt(dataset.columns[field], asset), formatMac);
  const rule = macs.length < 2 ? undefined : RULE_IDS.find((id) => RULES[id].field === field);
  if (rule === undefined || !matches(grouping, asset, group, rule)) return macs;
  const shared = sharedValues(dataset, grouping, group, rule);
  const own = RULE_IDS[grouping.rules[group]!] === rule ? foundBy(grouping, group, rule) : null;
  const place = (mac: string) => (mac === own ? 0 : shared.has(mac) ? 1 : 2);
  return macs
    .map((mac) => ({ mac, at: place(mac) }))
    .sort((one, other) => one.at - other.at)
    .map(({ mac }) => mac);
}

/** The asset's values that another asset of the group has too, by rule; as the asset has them. */
export function matchedValues(
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  group: GroupIndex,
): Map<RuleId, readonly string[]> {
  const matched = new Map<RuleId, readonly string[]>();
  for (const rule of rulesOfBits(rulesInGroup(grouping, asset, group))) {
    const values = valuesOf(dataset, asset, rule);
    const { form } = RULES[rule];
    // A name is one value, which therefore matches; of addresses any may, also those of interfaces.
    const isOne = form !== 'mac' && form !== 'address';
    const shared = isOne ? null : sharedValues(dataset, grouping, group, rule);
    const found = values.filter((value) => shared === null || shared.has(value.trim()));
    if (found.length > 0) matched.set(rule, found);
  }
  return matched;
}

function matches(grouping: Grouping, asset: AssetIndex, group: GroupIndex, rule: RuleId): boolean {
  return (rulesInGroup(grouping, asset, group) & (1 << RULE_IDS.indexOf(rule))) !== 0;
}

function foundBy(grouping: Grouping, group: GroupIndex, rule: RuleId): string {
  return formatValue(rule, textAt(grouping.values, group));
}

/** The asset's values of the rule's own field as its cell has them. */
function valuesOf({ columns }: Dataset, asset: AssetIndex, rule: RuleId): string[] {
  const definition = RULES[rule];
  if (definition.form === 'mac') return Array.from(macsAt(columns[definition.field], asset), formatMac);
  const text = textAt(columns[definition.field], asset);
  return text === '' ? [] : [text];
}

/** Groups whose shared values are kept at hand: those in sight, and large ones that are asked for row after row. */
const MOST_KEPT = 512;
const kept = new WeakMap<Grouping, Map<string, ReadonlySet<string>>>();
const ignoredValues = new WeakMap<Grouping, ReadonlySet<string>>();

/** The values that at least two of the group's assets have under the rule, ignored ones left out. */
function sharedValues(
  dataset: Dataset,
  grouping: Grouping,
  group: GroupIndex,
  rule: RuleId,
): ReadonlySet<string> {
  const known = kept.get(grouping) ?? new Map<string, ReadonlySet<string>>();
  kept.set(grouping, known);
  const key = `${rule} ${group}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const ignored = ignoredOf(grouping);
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const asset of groupMembers(grouping, group)) {
    if (!matches(grouping, asset, group, rule)) continue;
    for (const value of new Set(valuesOf(dataset, asset, rule).map((text) => text.trim()))) {
      if (seen.has(value) && !ignored.has(`${rule} ${value.toLowerCase()}`)) shared.add(value);
      seen.add(value);
    }
  }
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, shared);
  return shared;
}

function ignoredOf(grouping: Grouping): ReadonlySet<string> {
  let values = ignoredValues.get(grouping);
  if (values === undefined) {
    values = new Set(
      grouping.ignored.map(({ rule, value }) => `${rule} ${formatValue(rule, value).toLowerCase()}`),
    );
    ignoredValues.set(grouping, values);
  }
  return values;
}
