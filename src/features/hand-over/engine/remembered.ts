import { IDENTITY_KINDS, readIdentitiesInSlices } from '../../../identifiers/identity';
import { textAt } from '../../../model/columns';
import type { HandOver } from '../../../model/hand-over';
import type { Slices } from '../../../model/slices';
import type { EpochMilliseconds } from '../../../model/units';
import type { Plan } from '../kit/plan';

/** What is remembered of a kit, so that a later export can be compared with it when the dataset is gone. */
export async function rememberedOf(
  plan: Plan,
  at: EpochMilliseconds,
  fileName: string,
  slices: Slices,
): Promise<HandOver> {
  const { dataset, redundant, hostIds } = plan;
  const { id, name, importedAt } = dataset.header;
  const { ids, values } = await readIdentitiesInSlices(dataset, slices);
  const identities = new Float64Array(redundant.length * IDENTITY_KINDS.length);
  for (const [at, { asset }] of redundant.entries())
    for (const [kind, name] of IDENTITY_KINDS.entries())
      identities[at * IDENTITY_KINDS.length + kind] = values[name][asset]!;
  return {
    summary: {
      id: `${at.toString(36)}-${String(Math.random()).slice(2)}`,
      at,
      fileName,
      dataset: { id, name, importedAt },
      records: redundant.length,
    },
    assetIds: redundant.map(({ assetId }) => assetId),
    hostIds: redundant.map(({ asset }) => hostIds.byAsset.get(asset) ?? ''),
    survivors: redundant.map(({ keep }) => textAt(dataset.columns.assetId, keep)),
    identities,
    known: ids.sort(),
  };
}
