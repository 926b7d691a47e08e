import type { ReviewItem } from '../../../../../src/features/review/types';
import type { AssetRecord } from '../../../../../src/model/comparison';
import type { Decision } from '../../../../../src/model/decision';
import type { EvidenceItem, PairEvidence } from '../../../../../src/model/judgement';

/** A question about these records; the first is kept. */
export function itemOf(ids: readonly string[], own: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: ids.join('+'),
    kind: 'machine',
    status: 'left',
    at: 0,
    of: 1,
    title: `host${ids[0]} and ${ids.length - 1} other records`,
    assets: ids.map(Number),
    assetIds: ids,
    more: 0,
    proposal: {
      answer: 'same',
      strength: 'strong',
      cause: 'reimaged',
      causeTitle: 'Re-imaged',
      sentence: 'It was set up anew.',
      action: 'Purge the old one.',
      keep: ids[0]!,
      keepReason: 'Its agent is alive.',
      redundant: ids.slice(1),
      warnings: [],
    },
    comparison: {
      assets: ids.map((id): AssetRecord => recordOf(id)),
      agreement: {},
      more: 0,
    },
    evidence: ids.slice(1).map((id) => pairOf(ids[0]!, id, 100)),
    bridges: [],
    sharedValues: [],
    decision: null,
    decisions: [],
    changed: [],
    conflicting: [],
    ...own,
  };
}

export function pairOf(
  first: string,
  second: string,
  sum: number,
  items: readonly EvidenceItem[] = [evidence({})],
): PairEvidence {
  const veto = items.some((item) => item.veto);
  return {
    assets: [Number(first), Number(second)],
    assetIds: [first, second],
    titles: [`host${first}`, `host${second}`],
    items,
    sum,
    verdict: veto ? 'conflict' : sum >= 100 ? 'strong' : 'weak',
  };
}

export function evidence(own: Partial<EvidenceItem>): EvidenceItem {
  return {
    kind: 'serial',
    rule: 'serial.same',
    weight: 100,
    veto: false,
    values: ['PF1', 'PF1'],
    shared: 2,
    says: 'The same serial number',
    ...own,
  };
}

export function decisionOf(assetIds: readonly string[], own: Partial<Decision> = {}): Decision {
  return {
    id: '7a0c',
    revision: 1,
    answer: 'same',
    assetIds,
    keep: null,
    note: '',
    by: 'Ann',
    at: 0,
    origin: 'review',
    dataset: 'assets.json',
    basis: { proposal: null, records: [], inConflict: false },
    overruledBy: null,
    ...own,
  };
}

function recordOf(id: string): AssetRecord {
  return { asset: Number(id), assetId: id, title: `host${id}`, fields: {}, cluster: null, groups: [] };
}
