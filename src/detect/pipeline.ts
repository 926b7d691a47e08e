import type { Dataset } from '../model/dataset';
import type { Grouping, IgnoredValue, WidelySharedValue } from '../model/grouping';
import type { Watch } from '../model/progress';
import { mapRules, RULE_IDS, RULES } from '../model/rule';
import type { DetectionSettings } from '../model/settings';
import { decodeText } from '../model/text';
import { findClusters } from './clusters';
import { fillBuckets } from './equal-values/buckets';
import { drawHasher } from './equal-values/hash';
import { easmOnly } from './ignored/easm-only';
import { ignoredFor } from './ignored/ignored';
import { keepOut } from './ignored/split-ignored';
import { hashKeys } from './keys/keys';
import { type GroupColumns, ReportedGroups } from './report-groups';
import { keyColumn } from './rules/rule';
import { Scratch } from './scratch';
import { summarise } from './summary';
import { Slices } from './time-slice';

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
  const slices = new Slices(watch, dataset.size * RULE_IDS.length);
  const leftOut = settings.leaveOutEasmOnly ? easmOnly(dataset) : null;
  const reported = new ReportedGroups(dataset.size, slices);
  const withValue = mapRules(() => 0);
  const ignored: IgnoredValue[] = [];
  const hasher = drawHasher();
  const scratch = new Scratch();
  for (const rule of RULE_IDS) {
    const list = ignoredFor(rule, settings);
    const column = keyColumn(RULES[rule], dataset, settings);
    const keys = await hashKeys(column, leftOut, hasher, list.suspicion, scratch, slices);
    withValue[rule] = keys.withValue;
    if (!settings.rules.includes(rule)) continue;
    const buckets = await fillBuckets(keys, scratch, slices);
    const keptOut = keepOut(rule, buckets, list);
    ignored.push(...keptOut.listed);
    await reported.add(RULE_IDS.indexOf(rule), buckets, keptOut.values);
  }
  const groups = reported.finish();
  const matches = await reported.match(groups);
  const clusters = await findClusters(groups.stops, groups.members, dataset.size, slices);
  const leftOutCount = leftOut === null ? 0 : leftOut.reduce((sum, out) => sum + out, 0);
  const { rules: ruleNumbers, stops, members, bytes, ends } = groups;
  return {
    rules: ruleNumbers,
    stops,
    members,
    values: { kind: 'text', bytes, ends },
    ...clusters,
    rulesOfAsset: reported.rulesOfAsset,
    ...matches,
    ignored,
    sharedWidely: sharedWidely(groups, settings.sharedWidelyFrom),
    summary: summarise(groups, clusters, reported, leftOutCount, withValue),
  };
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
