import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Decision } from '../../../model/decision';
import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import type { AssetIdIndex } from '../../../tables/asset-id-index';
import { assetTitle } from '../../../wording/asset-title';
import type { CameBack } from './came-back';
import { identityChanges } from './identity-changes';

/** A decision as it stands in the open dataset. */
export interface Resolved {
  readonly decision: Decision;
  /** Records of the answer that are there, also those that came back under another id; ascending. */
  readonly assets: readonly AssetIndex[];
  /** All records that the person saw or named and that are there; ascending. */
  readonly seen: readonly AssetIndex[];
  /** The record to keep, where the person named one that is there. */
  readonly keep: AssetIndex | null;
  /** What changed since, in sentences: then it does not hold, and is asked again. */
  readonly changed: readonly string[];
}

/** What decisions are looked up in. */
export interface ResolveContext {
  readonly dataset: Dataset;
  readonly source: Pick<JudgementSource, 'inConflict'>;
  readonly ids: AssetIdIndex;
  readonly cameBack: CameBack;
}

/** All pairs are looked at for a conflict as long as there are so many records; then each against the first. */
const MOST_PAIRED = 12;

/**
 * Finds the records of a decision in a dataset, and what of them changed. `null`: fewer than two of the answer's
 * records are there, so there is no question. A record that is gone is no change: purging it is what `same` is for.
 */
export function resolve(context: ResolveContext, decision: Decision): Resolved | null {
  const { dataset, ids } = context;
  const { basis, assetIds, keep } = decision;
  const changed: string[] = [];
  const found = new Map<string, AssetIndex>();
  for (const { assetId } of basis.records) {
    const asset = ids.find(assetId);
    if (asset >= 0) found.set(assetId, asset);
  }
  const taken = new Set(found.values());
  for (const record of basis.records) {
    const here = found.get(record.assetId);
    if (here !== undefined) {
      changed.push(...identityChanges(dataset, record, here));
      continue;
    }
    const back = context.cameBack.candidates(record).find((asset) => !taken.has(asset));
    if (back === undefined) continue;
    taken.add(back);
    found.set(record.assetId, back);
    changed.push(`${record.assetId} came back under another asset ID: ${nameOf(dataset, back)}.`);
  }
  const assets = ascending(assetIds.flatMap((id) => found.get(id) ?? []));
  if (assets.length < 2) return null;
  const kept = keep === null ? null : (found.get(keep) ?? null);
  if (decision.answer === 'same' && keep !== null && kept === null)
    changed.push(`The record to keep, ${keep}, is not in this dataset.`);
  const inConflict = anyInConflict(context.source, assets);
  if (inConflict !== basis.inConflict)
    changed.push(
      inConflict
        ? 'Something forbids now that these records are one machine.'
        : 'What forbade that these records are one machine is no longer there.',
    );
  return { decision, assets, seen: ascending([...found.values()]), keep: kept, changed };
}

/** Whether something forbids that the records are one machine. */
export function anyInConflict(
  source: Pick<JudgementSource, 'inConflict'>,
  assets: readonly AssetIndex[],
): boolean {
  return assets.some((a, at) =>
    (assets.length <= MOST_PAIRED || at === 0 ? assets.slice(at + 1) : []).some((b) =>
      source.inConflict(a, b),
    ),
  );
}

function nameOf(dataset: Dataset, asset: AssetIndex): string {
  return `${textAt(dataset.columns.assetId, asset)} (${assetTitle(dataset, asset)})`;
}

function ascending(assets: readonly AssetIndex[]): AssetIndex[] {
  return [...new Set(assets)].sort((a, b) => a - b);
}
