import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import { type JsonMember, type JsonSection, plainMembers } from '../../../report/section';
import { canonicalText } from '../journal/forms';
import { allForms } from '../standing/order-of-decisions';
import type { ReviewState } from '../standing/review-state';

/** What a redacted copy does with each member of `decisions`: notes and names of people are left out. */
const MEMBERS: Readonly<Record<string, JsonMember>> = {
  ...plainMembers('id', 'revision', 'answer', 'at', 'origin', 'inConflict', 'overruledBy', 'stands'),
  ...plainMembers('strength', 'cause'),
  assetIds: 'id',
  assetId: 'id',
  keep: 'id',
  note: 'sentence',
  by: 'sentence',
  dataset: 'sentence',
  changed: 'sentence',
  basis: 'parts',
  proposal: 'parts',
  records: 'parts',
  values: 'parts',
  agentId: 'id',
  cloudInstanceId: 'id',
  hardwareUuid: 'id',
  serial: 'serial',
  macAddress: 'mac',
  dnsName: 'name',
  hostName: 'name',
  address: 'address',
};

/** The decisions about the open dataset, as the member `decisions` of the results (docs/contract.md). */
export function decisionsJson(state: ReviewState): JsonSection {
  return {
    kind: 'json',
    member: 'decisions',
    members: MEMBERS,
    value: (watch) => written(state, watch),
  };
}

async function* written(state: ReviewState, watch: Watch): AsyncGenerator<string> {
  const slices = new Slices(watch);
  yield '[';
  let separator = '\n    ';
  for (const one of allForms(state.standing)) {
    const { standing } = state;
    const stands = standing.isOverruled(one)
      ? 'overruled'
      : standing.isContradictory(one)
        ? 'contradicted'
        : one.changed.length > 0
          ? 'asked'
          : 'holds';
    yield separator + canonicalText({ ...one.decision, stands, changed: one.changed });
    separator = ',\n    ';
    if (slices.due) await slices.rest();
  }
  yield separator === '\n    ' ? ']' : '\n  ]';
}
