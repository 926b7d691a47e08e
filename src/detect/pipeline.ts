import type { Dataset } from '../model/dataset';
import type { Grouping, IgnoredValue, WidelySharedValue } from '../model/grouping';
import type { Watch } from '../model/progress';
import { RULE_IDS } from '../model/rule';
import type { DetectionSettings } from '../model/settings';
import { decodeText } from '../model/text';
import { type Buckets, fillBuckets, valueText } from './buckets';
import { findClusters } from './clusters';
import { drawHasher, type Hasher } from './hash';
import { type IgnoredList, ignoredFor } from './ignored';
import { hashKeys } from './keys';
import { easmOnly } from './left-out';
import { type GroupColumns, ReportedGroups } from './report-groups';
import type { Rule } from './rule';
import { RULES } from './rules';
import { SharedFilter } from './shared-filter';
import { Slices } from './slices';
import { forEachRule, rulesOfAssets, summarise } from './summary';

/**
 * Finds potential duplicates: for each rule the values that assets share (`buckets`), less those that identify
 * nothing (`ignored`), less those that show no new pair (`report-groups`); then what the groups join together
 * (`clusters`) and the figures (`summary`). The same dataset and settings give the same result, byte for byte.
 */
export async function findDuplicates(
  dataset: Dataset,
  settings: DetectionSettings,
  watch: Watch,
): Promise<Grouping> {
  const rules = RULES.filter((rule) => settings.rules.includes(rule.id));
  const slices = new Slices(watch, dataset.size * rules.length);
  const leftOut = settings.leaveOutEasmOnly ? easmOnly(dataset) : null;
  const reported = new ReportedGroups(dataset.size, slices);
  const withValue = forEachRule(() => 0);
  const ignored: IgnoredValue[] = [];
  const hasher = drawHasher();
  for (const rule of RULES) {
    const list = ignoredFor(rule.id, settings);
    const found = await sharedValues(rule, dataset, settings, leftOut, list, hasher, slices);
    withValue[rule.id] = found.withValue;
    if (!rules.includes(rule)) continue;
    const keptOut = ignoredValues(rule, found.buckets, found.filter, list);
    ignored.push(...keptOut.values());
    await reported.add(RULE_IDS.indexOf(rule.id), found.buckets, (value) => !keptOut.has(value));
  }
  const groups = reported.finish();
  const clusters = await findClusters(groups.stops, groups.members, dataset.size, slices);
  const rulesOfAsset = rulesOfAssets(groups, dataset.size);
  const leftOutCount = leftOut === null ? 0 : leftOut.reduce((sum, out) => sum + out, 0);
  const { rules: ruleNumbers, stops, members, bytes, ends } = groups;
  return {
    rules: ruleNumbers,
    stops,
    members,
    values: { kind: 'text', bytes, ends },
    ...clusters,
    rulesOfAsset,
    ignored,
    sharedWidely: sharedWidely(groups, settings.sharedWidelyFrom),
    summary: summarise(groups, rulesOfAsset, clusters.clusterStops.length, reported, leftOutCount, withValue),
  };
}

async function sharedValues(
  rule: Rule,
  dataset: Dataset,
  settings: DetectionSettings,
  leftOut: Uint8Array | null,
  list: IgnoredList,
  hasher: Hasher,
  slices: Slices,
) {
  const column = rule.keys(dataset, settings);
  const filter = new SharedFilter(
    column.kind === 'macs' ? column.column.values.length : column.column.ends.length,
  );
  list.alert(filter, hasher);
  const keys = await hashKeys(column, leftOut, hasher, filter, list.suspicion, slices);
  const buckets = await fillBuckets(keys, filter, slices);
  return { buckets, filter, withValue: keys.withValue };
}

/** The values on the list, by number, in order of first appearance. */
function ignoredValues(rule: Rule, buckets: Buckets, filter: SharedFilter, list: IgnoredList) {
  const ignored = new Map<number, IgnoredValue>();
  for (let value = 0; value < buckets.count; value++) {
    if (!filter.isForced(buckets.hashes[value]!)) continue;
    const text = valueText(buckets, value);
    const reason = list.reasonFor(text);
    if (reason === null) continue;
    const assets = buckets.stops[value]! - (value === 0 ? 0 : buckets.stops[value - 1]!);
    ignored.set(value, { rule: rule.id, value: text, assets, reason });
  }
  return ignored;
}

/** Values that count, though so many assets share them that they are hardly an identity. */
function sharedWidely({ rules, stops, bytes, ends }: GroupColumns, from: number): WidelySharedValue[] {
  const found: WidelySharedValue[] = [];
  for (let group = 0; group < stops.length; group++) {
    const assets = stops[group]! - (group === 0 ? 0 : stops[group - 1]!);
    if (assets < from) continue;
    const value = decodeText(bytes, group === 0 ? 0 : ends[group - 1]!, ends[group]!);
    found.push({ rule: RULE_IDS[rules[group]!]!, value, assets, group });
  }
  return found;
}
