import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { JudgementSource } from '../../../model/judgement-source';
import type { FoundCollision } from '../../../worker/collision-log';
import type { DatasetComparison } from '../compare/compare';
import { changeText } from '../compare/texts';

/** The records of the later dataset of which the comparison shows that several machines use them. */
export function collisionsIn(
  later: Dataset,
  { changes, earlier }: DatasetComparison,
  causes: Pick<JudgementSource, 'causeText'>,
): FoundCollision[] {
  const { sentence } = changeText('changed', 'identityCollision', causes);
  return [...changes]
    .filter(([, { cause }]) => cause === 'identityCollision')
    .map(([asset, { what }]) => ({
      assetId: textAt(later.columns.assetId, asset),
      why: `${sentence} Since ${earlier.header.name} changed: ${what}.`,
    }));
}
