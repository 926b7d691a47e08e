// What decisions come to in a dataset, slowly and obviously: every record is compared with every other.

import { agreementOf, identityAt } from '../../../../src/identifiers/record-identity';
import type { Dataset } from '../../../../src/model/dataset';
import type { Decision } from '../../../../src/model/decision';
import type { JudgementSource } from '../../../../src/model/judgement-source';
import { idsOf } from './random-review';

/** A decision in a dataset: `absent` where fewer than two of its records are there, or it was overruled. */
export type Fate = 'absent' | 'asked' | 'contradicted' | 'holds';

interface Found {
  readonly decision: Decision;
  readonly assets: readonly number[];
  readonly seen: readonly number[];
  readonly keep: number | null;
  readonly changed: boolean;
}

/** The fate of each decision, by its id. */
export function fatesOf(
  dataset: Dataset,
  source: JudgementSource,
  decisions: readonly Decision[],
): Map<string, Fate> {
  const ids = idsOf(dataset);
  const identities = ids.map((_, asset) => identityAt(dataset, asset));
  const standing = new Set(decisions.filter(({ answer }) => answer !== null).map(({ id }) => id));
  const live = decisions.filter(
    ({ answer, overruledBy }) => answer !== null && (overruledBy === null || !standing.has(overruledBy)),
  );
  const found = live.map((decision) => find(decision, ids, identities, source));
  const fates = new Map<string, Fate>(decisions.map(({ id }) => [id, 'absent']));
  const present = found.filter(({ assets }) => assets.length >= 2);
  const holding = present.filter(({ changed }) => !changed);
  for (const { decision } of present) fates.set(decision.id, 'asked');
  for (const one of holding)
    fates.set(one.decision.id, isContradicted(one, holding) ? 'contradicted' : 'holds');
  return fates;
}

function find(
  decision: Decision,
  ids: readonly string[],
  identities: readonly ReturnType<typeof identityAt>[],
  source: JudgementSource,
): Found {
  let changed = false;
  const place = new Map<string, number>();
  const records = decision.basis.records;
  for (const { assetId } of records) if (ids.includes(assetId)) place.set(assetId, ids.indexOf(assetId));
  for (const { assetId, values } of records) {
    const here = place.get(assetId);
    if (here !== undefined && ids[here] === assetId) {
      if (sorted(identities[here]) !== sorted(values)) changed = true;
      continue;
    }
    const candidates = identities
      .map((identity, asset) => ({ asset, agrees: agreementOf(values, identity), id: ids[asset]! }))
      .filter(({ asset, agrees }) => agrees > 0 && ![...place.values()].includes(asset))
      .sort((a, b) => b.agrees - a.agrees || (a.id < b.id ? -1 : 1));
    if (candidates.length === 0) continue;
    place.set(assetId, candidates[0]!.asset);
    changed = true;
  }
  const assets = [...new Set(decision.assetIds.flatMap((id) => place.get(id) ?? []))];
  const keep = decision.keep === null ? null : (place.get(decision.keep) ?? null);
  if (decision.answer === 'same' && decision.keep !== null && keep === null) changed = true;
  const inConflict = assets.some((a) => assets.some((b) => a < b && source.inConflict(a, b)));
  if (assets.length >= 2 && inConflict !== decision.basis.inConflict) changed = true;
  return { decision, assets, seen: [...place.values()], keep, changed };
}

/** An address says nothing where there is more. */
function sorted(values: unknown): string {
  const { address, ...others } = values as Record<string, unknown>;
  const shown = Object.keys(others).length > 0 ? others : { address };
  return JSON.stringify(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isContradicted(one: Found, all: readonly Found[]): boolean {
  const same = all.filter(({ decision }) => decision.answer === 'same');
  /** All records that `same` decisions tie to a record. */
  const tied = (asset: number): Set<number> => {
    const set = new Set([asset]);
    for (let before = 0; before !== set.size; ) {
      before = set.size;
      for (const { assets } of same)
        if (assets.some((other) => set.has(other))) for (const other of assets) set.add(other);
    }
    return set;
  };
  const clashes = (other: Found): boolean => {
    if (other.decision.answer === 'different')
      return other.assets.some((a) => other.assets.some((b) => a !== b && tied(a).has(b)));
    if (other.decision.answer !== 'same') return false;
    const own = tied(other.assets[0]!);
    return other.seen.some((asset) => !other.assets.includes(asset) && own.has(asset));
  };
  if (one.decision.answer === 'notSure') return false;
  if (clashes(one)) return true;
  if (one.decision.answer !== 'same') return false;
  const own = tied(one.assets[0]!);
  const within = (other: Found) => other.assets.some((asset) => own.has(asset));
  const kept = new Set(same.filter(within).flatMap(({ keep }) => keep ?? []));
  if (kept.size > 1) return true;
  return all.some((other) => {
    if (other.decision.answer === 'different')
      return other.assets.some((a) => own.has(a) && other.assets.some((b) => a !== b && own.has(b)));
    return other.decision.answer === 'same' && within(other) && clashes(other);
  });
}
