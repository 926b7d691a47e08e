import type { AssetIndex } from '../../../model/units';
import type { Resolved } from './resolve';

/** Records that people hold to be one machine, by one decision or by several that overlap. */
export interface PeoplesMachine {
  readonly assets: readonly AssetIndex[];
  /** The `same` decisions that join them, in the order of their ids. */
  readonly by: readonly Resolved[];
}

/** What decisions about some records come to. */
export interface Settlement {
  readonly machines: readonly PeoplesMachine[];
  /** Decisions that contradict each other: none of them holds. */
  readonly contradictory: ReadonlySet<Resolved>;
}

/**
 * Joins the records that `same` decisions name, and finds contradictions: within what they join, records that another
 * one says are different, or took out, and two records that are to be kept. `holding` must be whole: every decision
 * about any of the records.
 */
export function settle(holding: readonly Resolved[]): Settlement {
  const sets = new Sets();
  const same = holding
    .filter(({ decision }) => decision.answer === 'same')
    .sort((a, b) => (a.decision.id < b.decision.id ? -1 : 1));
  for (const { assets } of same) for (const asset of assets) sets.join(assets[0]!, asset);
  const bySet = new Map<AssetIndex, Resolved[]>();
  for (const one of same) {
    const root = sets.root(one.assets[0]!);
    const known = bySet.get(root);
    if (known === undefined) bySet.set(root, [one]);
    else known.push(one);
  }
  const contradictory = new Set<Resolved>();
  const contradict = (root: AssetIndex, against: Resolved | null) => {
    for (const one of bySet.get(root) ?? []) contradictory.add(one);
    if (against !== null) contradictory.add(against);
  };
  for (const one of holding) {
    if (one.decision.answer === 'different')
      for (const root of repeatedRoots(one.assets, sets)) contradict(root, one);
    if (one.decision.answer !== 'same') continue;
    const own = sets.root(one.assets[0]!);
    const out = one.seen.filter((asset) => !one.assets.includes(asset));
    if (out.some((asset) => sets.root(asset) === own)) contradict(own, one);
  }
  for (const [root, decisions] of bySet) {
    const kept = new Set(decisions.flatMap(({ keep }) => keep ?? []));
    if (kept.size > 1) contradict(root, null);
  }
  const machines = [...bySet.values()]
    .filter(([first]) => !contradictory.has(first!))
    .map((by) => ({
      assets: [...new Set(by.flatMap(({ assets }) => assets))].sort((a, b) => a - b),
      by,
    }));
  return { machines, contradictory };
}

/** Sets in which two or more of the records stand. */
function repeatedRoots(assets: readonly AssetIndex[], sets: Sets): AssetIndex[] {
  const roots = assets.map((asset) => sets.root(asset));
  return [...new Set(roots.filter((root, at) => roots.indexOf(root) !== at))];
}

/** Disjoint sets over the few records of a settlement. */
class Sets {
  private readonly parent = new Map<AssetIndex, AssetIndex>();

  root(asset: AssetIndex): AssetIndex {
    let at = asset;
    for (let up = this.parent.get(at); up !== undefined; up = this.parent.get(at)) at = up;
    return at;
  }

  join(a: AssetIndex, b: AssetIndex): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first !== second) this.parent.set(Math.max(first, second), Math.min(first, second));
  }
}
