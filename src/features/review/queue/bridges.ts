import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import type { Bridge } from '../types';

/** A link that is needed to hold records together. */
export interface Link {
  readonly first: AssetIndex;
  readonly second: AssetIndex;
  readonly sum: number;
  readonly strong: boolean;
}

/** Pairs grow squared: of more records only the links to the first are looked at. */
const MOST_PAIRED = 48;
/** Bridges that are shown of a machine. */
const MOST_BRIDGES = 3;

/**
 * The links that hold records together: a tree of the strongest pairs (Kruskal), so that cutting one parts the records
 * in two. Ties go to the pair that comes first.
 */
export function linksOf(source: Pick<JudgementSource, 'weigh'>, assets: readonly AssetIndex[]): Link[] {
  const pairs: Link[] = [];
  for (const [at, first] of assets.entries()) {
    if (at > 0 && assets.length > MOST_PAIRED) break;
    for (const second of assets.slice(at + 1)) {
      const { sum, verdict } = source.weigh(first, second);
      // A veto holds nothing together.
      pairs.push({
        first,
        second,
        sum: verdict === 'conflict' ? Number.NEGATIVE_INFINITY : sum,
        strong: verdict === 'strong',
      });
    }
  }
  pairs.sort((a, b) => b.sum - a.sum || a.first - b.first || a.second - b.second);
  const root = new Map(assets.map((asset) => [asset, asset]));
  const rootOf = (asset: AssetIndex): AssetIndex => {
    const up = root.get(asset)!;
    return up === asset ? asset : rootOf(up);
  };
  return pairs.filter(({ first, second }) => {
    const [a, b] = [rootOf(first), rootOf(second)];
    if (a === b) return false;
    root.set(b, a);
    return true;
  });
}

/** The sum of the weakest bridge; 0 for a single record. */
export function weakestSum(source: Pick<JudgementSource, 'weigh'>, assets: readonly AssetIndex[]): number {
  return linksOf(source, assets).reduce((least, { sum }) => Math.min(least, sum), Number.POSITIVE_INFINITY);
}

/** The weak bridges of three records or more, with the two sides that each of them joins. */
export function bridgesOf(
  source: Pick<JudgementSource, 'weigh' | 'evidence'>,
  assets: readonly AssetIndex[],
): Bridge[] {
  if (assets.length < 3) return [];
  const links = linksOf(source, assets);
  return links
    .filter(({ strong }) => !strong)
    .sort((a, b) => a.sum - b.sum)
    .slice(0, MOST_BRIDGES)
    .map((cut) => ({
      evidence: source.evidence(cut.first, cut.second),
      sides: sidesOf(assets, links, cut),
    }));
}

function sidesOf(assets: readonly AssetIndex[], links: readonly Link[], cut: Link): Bridge['sides'] {
  const side = new Set([cut.first]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const link of links) {
      if (link === cut || side.has(link.first) === side.has(link.second)) continue;
      side.add(link.first).add(link.second);
      grew = true;
    }
  }
  return [assets.filter((asset) => side.has(asset)), assets.filter((asset) => !side.has(asset))];
}
