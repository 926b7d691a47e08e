import { explainShare } from '../identifiers/shared-value';
import { textAt } from '../model/columns';
import { type Grouping, groupMembers, groupsOfAssets } from '../model/grouping';
import { RULE_IDS } from '../model/rule';
import type { AssetIndex, GroupIndex } from '../model/units';
import { RULES } from './rules';

/** Why the group stands, in words: "3 assets have the asset name web01". */
export function explainGroup(grouping: Grouping, group: GroupIndex): string {
  const assets = groupMembers(grouping, group).length;
  return RULES[grouping.rules[group]!]!.explain(textAt(grouping.values, group), assets);
}

/** What the asset shares, for each group it stands in: "Shares the MAC address 00:… with 2 other assets". */
export function explainMatch(
  grouping: Grouping,
  asset: AssetIndex,
): { readonly group: GroupIndex; readonly why: string }[] {
  const groups = groupsOfAssets(grouping, [asset]).get(asset)!;
  return groups.map((group) => {
    const assets = groupMembers(grouping, group).length;
    const rule = RULE_IDS[grouping.rules[group]!]!;
    return { group, why: explainShare(rule, textAt(grouping.values, group), assets) };
  });
}
