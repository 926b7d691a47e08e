import type { IgnoredValue } from '../../model/grouping';
import type { RuleId } from '../../model/rule';
import { type Buckets, valueHash, valueText } from '../equal-values/buckets';
import type { IgnoredList } from './ignored';

/** Values on the list that are named one by one, for each rule: a wide range such as 10.0.0.0/8 may hold a million. */
const MOST_LISTED = 10_000;

/** The values of a rule that are on the list of ignored values. */
export interface KeptOut {
  /** Their numbers in the buckets. */
  readonly values: ReadonlySet<number>;
  /** The first 10,000 in order of first appearance, each with its assets; the rest in one line. */
  readonly listed: readonly IgnoredValue[];
}

/** Looks up the values that may be on the list. One that only a single asset has is listed too. */
export function keepOut(rule: RuleId, buckets: Buckets, list: IgnoredList): KeptOut {
  const { ignoreFilter } = buckets.keys;
  const values = new Set<number>();
  const listed: IgnoredValue[] = [];
  let others = 0;
  for (let value = 0; value < buckets.count; value++) {
    if (!ignoreFilter.has(valueHash(buckets, value))) continue;
    const text = valueText(buckets, value);
    const reason = list.reasonFor(text);
    if (reason === null) continue;
    const assets = buckets.stops[value]! - (value === 0 ? 0 : buckets.stops[value - 1]!);
    values.add(value);
    if (listed.length < MOST_LISTED) listed.push({ rule, value: text, assets, reason });
    else others += assets;
  }
  const more = values.size - listed.length;
  if (more > 0) {
    const value = `${more.toLocaleString('en-US')} more values`;
    listed.push({ rule, value, assets: others, reason: 'On the list as well, too many to name' });
  }
  return { values, listed };
}
