import { explainShare } from '../../identifiers/shared-value';
import { textAt } from '../../model/columns';
import type { Agreement, AssetRecord, Comparison, FieldValue } from '../../model/comparison';
import type { Dataset } from '../../model/dataset';
import { FIELD_IDS, type FieldId } from '../../model/field';
import { type Grouping, groupMembers, groupsOfAssets } from '../../model/grouping';
import { RULE_IDS } from '../../model/rule';
import type { AssetIndex, GroupIndex } from '../../model/units';
import { assetTitle } from '../../wording/asset-title';
import { agreementOf } from './agreement';
import { fieldValue } from './field-values';

/** One asset, whole: every field that it has, where its record stands, and why it is in its groups. */
export function readAssetRecord(dataset: Dataset, grouping: Grouping, asset: AssetIndex): AssetRecord {
  return readRecord(dataset, grouping, asset, groupsOfAssets(grouping, [asset]).get(asset)!);
}

/**
 * The assets beside each other, in the order given. `more`: how many others belong here but are not shown.
 */
export function compareAssets(
  dataset: Dataset,
  grouping: Grouping,
  assets: readonly AssetIndex[],
  more: number,
): Comparison {
  const groups = groupsOfAssets(grouping, assets);
  const records = assets.map((asset) => readRecord(dataset, grouping, asset, groups.get(asset)!));
  const agreement: Partial<Record<FieldId, Agreement>> = {};
  for (const field of FIELD_IDS) {
    const stands = agreementOf(
      field,
      records.map((record) => record.fields[field]),
    );
    if (stands !== null) agreement[field] = stands;
  }
  return { assets: records, agreement, more };
}

function readRecord(
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  groups: readonly GroupIndex[],
): AssetRecord {
  const fields: Partial<Record<FieldId, FieldValue>> = {};
  for (const field of FIELD_IDS) {
    const value = fieldValue(dataset, field, asset);
    if (value !== null) fields[field] = value;
  }
  const origin = originOf(dataset, asset);
  const cluster = grouping.clusterOfAsset[asset]!;
  return {
    asset,
    assetId: textAt(dataset.columns.assetId, asset),
    title: assetTitle(dataset, asset),
    fields,
    ...(origin === null ? {} : { origin }),
    cluster: cluster < 0 ? null : cluster,
    groups: groups.map((group) => ({ group, why: whyOf(grouping, group) })),
  };
}

function whyOf(grouping: Grouping, group: GroupIndex): string {
  const rule = RULE_IDS[grouping.rules[group]!]!;
  return explainShare(rule, textAt(grouping.values, group), groupMembers(grouping, group).length);
}

/** `null` where it is not known: merged datasets without origins, spreadsheets, whose bytes mean nothing. */
function originOf(
  { header, origins }: Dataset,
  asset: AssetIndex,
): NonNullable<AssetRecord['origin']> | null {
  const file = header.files[origins.file[asset] ?? -1];
  const byte = origins.byte[asset] ?? -1;
  if (file === undefined || byte < 0) return null;
  return { file: file.name, byte, length: origins.length[asset]! };
}
