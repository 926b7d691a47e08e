import { explainShare } from '../../identifiers/shared-value';
import { textAt } from '../../model/columns';
import type { Agreement, AssetRecord, Comparison, FieldValue, Tie } from '../../model/comparison';
import type { Dataset } from '../../model/dataset';
import { FIELD_IDS, type FieldId } from '../../model/field';
import { type Grouping, groupMembers, groupsOfAssets } from '../../model/grouping';
import { RULES } from '../../model/rule';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';
import { assetTitle } from '../../wording/asset-title';
import { alsoText, rulesOfBits } from '../../wording/rules';
import { ruleOf, sharedValue } from '../cells';
import { matchedValues } from '../matching-values';
import { agreementOf } from './agreement';
import { fieldValue } from './field-values';

/** One asset, whole: every field that it has, where its record stands, and why it is in its groups. */
export function readAssetRecord(dataset: Dataset, grouping: Grouping, asset: AssetIndex): AssetRecord {
  return readRecord(dataset, grouping, asset, groupsOfAssets(grouping, [asset]).get(asset)!);
}

/**
 * The assets beside each other, in the order given. `more`: how many others belong here but are not shown.
 * @param within the group whose assets they are: what matches in it is told
 */
export function compareAssets(
  dataset: Dataset,
  grouping: Grouping,
  assets: readonly AssetIndex[],
  more: number,
  within: GroupIndex | null = null,
): Comparison {
  const groups = groupsOfAssets(grouping, assets);
  const records = assets.map((asset) => ({
    ...readRecord(dataset, grouping, asset, groups.get(asset)!),
    ...(within === null ? {} : { matched: matchedFields(dataset, grouping, asset, within) }),
  }));
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
    groups: groups.map((group) => ({ ...tieOf(grouping, group), why: whyOf(grouping, group) })),
  };
}

function matchedFields(
  dataset: Dataset,
  grouping: Grouping,
  asset: AssetIndex,
  group: GroupIndex,
): NonNullable<AssetRecord['matched']> {
  const matched = matchedValues(dataset, grouping, asset, group);
  return Object.fromEntries([...matched].map(([rule, values]) => [RULES[rule].field, values]));
}

function tieOf(grouping: Grouping, group: GroupIndex): Tie {
  const size = groupMembers(grouping, group).length;
  return { group, rule: ruleOf(grouping, group), value: sharedValue(grouping, group), size };
}

/** The groups that join a cluster, the largest first, at most so many. */
export function tiesOfCluster(
  grouping: Grouping,
  cluster: ClusterIndex,
  most: number,
): NonNullable<Comparison['ties']> {
  const groups: GroupIndex[] = [];
  for (let group = 0; group < grouping.clusters.length; group++)
    if (grouping.clusters[group] === cluster) groups.push(group);
  const sizeOf = (group: GroupIndex) => groupMembers(grouping, group).length;
  groups.sort((one, other) => sizeOf(other) - sizeOf(one) || one - other);
  return {
    groups: groups.slice(0, most).map((group) => tieOf(grouping, group)),
    more: Math.max(0, groups.length - most),
  };
}

/** What the asset shares with the whole group: the value by which it was found, and further fields. */
function whyOf(grouping: Grouping, group: GroupIndex): string {
  const rule = ruleOf(grouping, group);
  const size = groupMembers(grouping, group).length;
  const also = alsoText(rulesOfBits(grouping.rulesOfGroup[group]!).filter((other) => other !== rule));
  const share = explainShare(rule, textAt(grouping.values, group), size);
  return also === '' ? share : `${share}; ${also}`;
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
