import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Judgement } from '../../../model/judgement';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { AssetIndex } from '../../../model/units';
import { type JsonMember, plainMembers } from '../../../report/section';
import { SENSITIVITY_OF_SUSPECT } from './sensitivity';

/** What a redacted copy does with each member of `judgement`. */
export const MEMBERS: Readonly<Record<string, JsonMember>> = {
  ...plainMembers('asOf', 'id', 'cluster', 'strength', 'cause', 'warnings', 'more', 'shares', 'against'),
  ...plainMembers('assets', 'field', 'count'),
  machines: 'parts',
  apart: 'parts',
  hidden: 'parts',
  atImport: 'parts',
  suspectValues: 'parts',
  assetIds: 'id',
  assetId: 'id',
  keep: 'id',
  redundant: 'id',
  stale: 'id',
  replaced: 'id',
  why: 'sentence',
  reason: 'sentence',
  value: { by: 'field', of: SENSITIVITY_OF_SUSPECT },
};

/** The judgement as text of a JSON value, in pieces (docs/contract.md, "Results as JSON", from version 2 on). */
export async function* judgementJson(
  dataset: Dataset,
  judgement: Judgement,
  watch: Watch,
): AsyncGenerator<string> {
  const slices = new Slices(watch);
  const id = (asset: AssetIndex) => textAt(dataset.columns.assetId, asset);
  const asOf = Number.isNaN(judgement.asOf) ? null : new Date(judgement.asOf).toISOString();
  yield `{\n    "asOf": ${JSON.stringify(asOf)},`;
  yield* list('machines', judgement.machines, slices, (machine) => ({
    id: machine.id,
    cluster: machine.cluster === null ? null : machine.cluster + 1,
    assetIds: machine.assets.map(id),
    strength: machine.strength,
    cause: machine.cause,
    keep: machine.keep === null ? '' : id(machine.keep),
    redundant: machine.redundant.map(id),
    warnings: machine.warnings,
  }));
  yield* list('apart', judgement.apart, slices, ({ assets, more, cause, shares, against }) => ({
    assetIds: assets.map(id),
    ...(more > 0 ? { more } : {}),
    cause,
    shares,
    against,
  }));
  yield* list('hidden', judgement.hidden, slices, ({ asset, cause, why }) => ({
    assetId: id(asset),
    cause,
    why,
  }));
  yield* list('atImport', judgement.atImport, slices, (one) => one);
  yield* list('suspectValues', judgement.suspects, slices, (suspect) => suspect);
  yield `\n    "stale": ${JSON.stringify(judgement.stale.map(id))},`;
  yield `\n    "replaced": ${JSON.stringify(judgement.replaced.map(id))}\n  }`;
}

/** The figures of the judgement that stand in `summary`. */
export function summaryFigures({
  figures: { machines, redundant, apart },
}: Judgement): Record<string, number> {
  return { machines, redundant, conflicts: apart };
}

async function* list<T>(
  name: string,
  items: readonly T[],
  slices: Slices,
  made: (item: T) => object,
): AsyncGenerator<string> {
  yield `\n    "${name}": [`;
  for (const [at, item] of items.entries()) {
    yield `${at === 0 ? '' : ','}\n      ${JSON.stringify(made(item))}`;
    if (slices.due) await slices.rest();
  }
  yield `${items.length === 0 ? '' : '\n    '}],`;
}
