import { textAt } from '../../../model/columns';
import type { CauseId } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { HandOverView, LeftOutLine } from '../calls';
import { callChunks } from '../kit/calls-in-order';
import type { Plan } from '../kit/plan';
import { REDUNDANT_HEADERS, redundantRow } from '../kit/tables';
import { type HandOverSettings, LEFT_OUT_REASONS } from '../types';

const PREVIEW_ROWS = 20;
const EXAMPLES = 5;

/** What the page shows of a plan. */
export function viewOf(
  plan: Plan,
  settings: HandOverSettings,
  askedAgain: number,
  causes: Pick<JudgementSource, 'causeText'>,
): HandOverView {
  const { redundant, hostIds } = plan;
  const chunks = callChunks(plan);
  return {
    settings,
    figures: {
      redundant: redundant.length,
      kept: plan.kept.length,
      hostIds: hostIds.ids.length,
      withoutHostId: { none: hostIds.none, shared: hostIds.shared, differing: hostIds.differing },
      decided: redundant.filter(({ machine }) => machine.decision !== null).length,
      agents: chunks.filter(({ agents }) => agents).reduce((sum, { ids }) => sum + ids.length, 0),
      sets: chunks.length,
      stale: plan.stale.length,
      collisions: plan.collisions.length,
    },
    leftOut: leftOutLines(plan),
    askedAgain,
    byCause: byCause(plan, causes),
    preview: {
      headers: REDUNDANT_HEADERS,
      rows: redundant.slice(0, PREVIEW_ROWS).map((record) => redundantRow(plan, record, causes)),
    },
  };
}

function leftOutLines({ dataset, leftOut }: Plan): LeftOutLine[] {
  return LEFT_OUT_REASONS.map((reason) => {
    const records = leftOut.filter((record) => record.reason === reason);
    const examples = records.slice(0, EXAMPLES).map(({ asset }) => textAt(dataset.columns.assetId, asset));
    return { reason, records: records.length, examples };
  }).filter(({ records }) => records > 0);
}

function byCause({ redundant }: Plan, causes: Pick<JudgementSource, 'causeText'>): HandOverView['byCause'] {
  const counts = new Map<CauseId, number>();
  for (const { machine } of redundant) counts.set(machine.cause, (counts.get(machine.cause) ?? 0) + 1);
  return [...counts]
    .map(([cause, count]) => ({ cause, title: causes.causeText(cause).title, redundant: count }))
    .sort((a, b) => b.redundant - a.redundant);
}
