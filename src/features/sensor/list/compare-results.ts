import type { AssetIndex } from '../../../model/units';
import { OUTCOME } from '../match/check';
import type { SensorDifference } from '../types/list';
import type { SensorResult } from '../types/result';

/** What changed between two results over the same dataset: who merges now and did not, and the other way round. */
export function compareResults(before: SensorResult, after: SensorResult): SensorDifference {
  const lists = { more: [], fewer: [], moved: [], passiveNow: [], passiveBefore: [] } as Record<
    keyof SensorDifference,
    AssetIndex[]
  >;
  let old = 0;
  let now = 0;
  while (old < before.passive.length || now < after.passive.length) {
    const was = before.passive[old] ?? Number.POSITIVE_INFINITY;
    const is = after.passive[now] ?? Number.POSITIVE_INFINITY;
    if (was < is) lists.passiveBefore.push(before.passive[old++]!);
    else if (is < was) lists.passiveNow.push(after.passive[now++]!);
    else {
      const change = changeOf(before, old++, after, now++);
      if (change !== null) lists[change].push(is);
    }
  }
  return {
    more: Uint32Array.from(lists.more),
    fewer: Uint32Array.from(lists.fewer),
    moved: Uint32Array.from(lists.moved),
    passiveNow: Uint32Array.from(lists.passiveNow),
    passiveBefore: Uint32Array.from(lists.passiveBefore),
  };
}

function changeOf(
  before: SensorResult,
  old: number,
  after: SensorResult,
  now: number,
): 'more' | 'fewer' | 'moved' | null {
  const merged = before.outcomes[old] !== OUTCOME.separate;
  const merges = after.outcomes[now] !== OUTCOME.separate;
  if (merges !== merged) return merges ? 'more' : 'fewer';
  if (!merges) return null;
  const same =
    before.outcomes[old] === after.outcomes[now] &&
    before.criteria[old] === after.criteria[now] &&
    before.targets[old] === after.targets[now];
  return same ? null : 'moved';
}
