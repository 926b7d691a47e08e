import type { OpenResult } from '../../../../client/api';
import type { WidelySharedValue } from '../../../../model/grouping';
import { isFixedWidthRule, RULE_IDS, RULE_LABELS } from '../../../../model/rule';
import { type Step, toScreen } from '../../../../ui/state/address';
import { TABLE, toTable } from '../../../../ui/state/table-address';
import { counted, countText, lowerFirst, rulesOfBits, rulesText } from '../../../../ui/words';
import { CLUSTERS } from '../clusters/address';

/** One line of "where to start": what it is, why it is worth a look, and the view it leads to. */
export interface StartingPoint {
  readonly title: string;
  readonly reason: string;
  readonly count: string;
  /** Leads to the list. */
  readonly to: readonly Step[];
}

const unsorted = TABLE.with({ sort: null });

/** The values that are shared widely, by most assets first. */
export function widelyShared({ sharedWidely }: OpenResult): WidelySharedValue[] {
  return [...sharedWidely].sort((one, other) => other.assets - one.assets || one.group - other.group);
}

/** Where to start, most useful first. Only what the result itself supports; nothing is guessed. */
export function startingPoints(result: OpenResult): StartingPoint[] {
  const { summary } = result;
  const points: StartingPoint[] = [];
  const strongest = strongestOverlap(summary.overlap);
  if (strongest !== null) {
    points.push({
      title: `${rulesText(rulesOfBits(strongest.bits))} match together`,
      reason: 'The more fields agree, the more likely it is one machine.',
      count: counted(strongest.assets, 'asset'),
      to: [toTable({ overlap: strongest.bits }), unsorted],
    });
  }
  if (summary.joinedClusters > 0) {
    points.push({
      title: 'Clusters that several groups join',
      reason: 'One look settles several groups. The largest clusters come first.',
      count: counted(summary.joinedClusters, 'cluster'),
      to: [
        toTable({}),
        unsorted,
        toScreen('clusters'),
        CLUSTERS.with({ sort: 'assets', search: '', by: 'several' }),
      ],
    });
  }
  const oneField = RULE_IDS.map((rule, place) => ({
    rule,
    assets: summary.overlap[1 << place] ?? 0,
    bits: 1 << place,
  }))
    .filter(({ rule, assets }) => isFixedWidthRule(rule) && assets > 0)
    .sort((one, other) => other.assets - one.assets)[0];
  if (oneField !== undefined) {
    points.push({
      title: `Only the ${lowerFirst(RULE_LABELS[oneField.rule])} matches`,
      reason:
        oneField.rule === 'ipv4Address'
          ? 'The weakest sign on its own: addresses are leased again. Look before you act.'
          : 'A weak sign on its own: docks and adapters are moved between machines. Look before you act.',
      count: `${countText(oneField.assets)} ${oneField.assets === 1 ? 'asset' : 'assets'}`,
      to: [toTable({ overlap: oneField.bits }), unsorted],
    });
  }
  return points;
}

/** The combination of most fields, and of those the one with most assets; `null` below two fields. */
function strongestOverlap(overlap: readonly number[]): { bits: number; assets: number } | null {
  let best: { bits: number; assets: number; fields: number } | null = null;
  overlap.forEach((assets, bits) => {
    const fields = rulesOfBits(bits).length;
    if (assets === 0 || fields < 2) return;
    if (best === null || fields > best.fields || (fields === best.fields && assets > best.assets))
      best = { bits, assets, fields };
  });
  return best;
}
