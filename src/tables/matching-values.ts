import { formatMac } from '../identifiers/mac';
import { formatValue } from '../identifiers/shared-value';
import { itemStart, macsAt, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { FieldsOfKind } from '../model/fields';
import { type Grouping, groupMembers } from '../model/grouping';
import { RULE_IDS, RULES, type RuleId } from '../model/rule';
import type { AssetIndex, GroupIndex, MacNumber } from '../model/units';
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
 * The MAC addresses of the asset, those first that it shares with others of the group, the one by which the group was
 * found before all: a narrow cell shows its beginning.
 */
export function macsInGroup(
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  group: GroupIndex,
  field: FieldsOfKind<'macs'>,
): ArrayLike<MacNumber> {
  const macs = macsAt(dataset.columns[field], asset);
  const rule = macs.length < 2 ? undefined : RULE_IDS.find((id) => RULES[id].field === field);
  if (rule === undefined || !matches(grouping, asset, group, rule)) return macs;
  const { values, own } = sharedValues(dataset, grouping, group, rule);
  const first: MacNumber[] = [];
  const others: MacNumber[] = [];
  for (const mac of macs) {
    if (mac === own) first.unshift(mac);
    else (values.has(mac) ? first : others).push(mac);
  }
  return [...first, ...others];
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
    const shared = isOne ? null : sharedValues(dataset, grouping, group, rule).values;
    const found = values.filter((value) => shared === null || shared.has(canonical(value)));
    if (found.length > 0) matched.set(rule, found.map(valueText));
  }
  return matched;
}

function matches(grouping: Grouping, asset: AssetIndex, group: GroupIndex, rule: RuleId): boolean {
  return (rulesInGroup(grouping, asset, group) & (1 << RULE_IDS.indexOf(rule))) !== 0;
}

/** A MAC address as a number, any other value as text. */
type Value = MacNumber | string;

/** The asset's values of the rule's own field as its cell has them. */
function valuesOf({ columns }: Dataset, asset: AssetIndex, rule: RuleId): Value[] {
  const definition = RULES[rule];
  if (definition.form === 'mac') return [...macsAt(columns[definition.field], asset)];
  const text = textAt(columns[definition.field], asset);
  return text === '' ? [] : [text];
}

function canonical(value: Value): Value {
  return typeof value === 'string' ? value.trim() : value;
}

function valueText(value: Value): string {
  return typeof value === 'string' ? value : formatMac(value);
}

/** What several assets of a group have under a rule, and that by which the group was found, if it was by this rule. */
interface SharedValues {
  readonly values: ReadonlySet<Value>;
  readonly own: Value | null;
}

/** Groups whose shared values are kept at hand: those in sight, and large ones that are asked for row after row. */
const MOST_KEPT = 512;
const kept = new WeakMap<Grouping, Map<number, SharedValues>>();
const ignoredValues = new WeakMap<Grouping, ReadonlySet<string>>();

/** The values that at least two of the group's assets have under the rule, ignored ones left out. */
function sharedValues(dataset: Dataset, grouping: Grouping, group: GroupIndex, rule: RuleId): SharedValues {
  const known = kept.get(grouping) ?? new Map<number, SharedValues>();
  kept.set(grouping, known);
  const key = group * RULE_IDS.length + RULE_IDS.indexOf(rule);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = findShared(dataset, grouping, group, rule);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, made);
  return made;
}

function findShared(dataset: Dataset, grouping: Grouping, group: GroupIndex, rule: RuleId): SharedValues {
  const seen = new Map<Value, AssetIndex>();
  const values = new Set<Value>();
  for (const asset of groupMembers(grouping, group)) {
    if (!matches(grouping, asset, group, rule)) continue;
    for (const value of valuesOf(dataset, asset, rule).map(canonical)) {
      const first = seen.get(value);
      if (first === undefined) seen.set(value, asset);
      else if (first !== asset) values.add(value);
    }
  }
  const ignored = ignoredOf(grouping);
  if (ignored.size > 0) {
    for (const value of values)
      if (ignored.has(`${rule} ${valueText(value).toLowerCase()}`)) values.delete(value);
  }
  const isOwn = RULE_IDS[grouping.rules[group]!] === rule;
  const text = isOwn ? textAt(grouping.values, group) : '';
  return { values, own: !isOwn ? null : RULES[rule].form === 'mac' ? Number.parseInt(text, 16) : text };
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
