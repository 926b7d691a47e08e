import { macDigits, macsAt, sourcesAt, textAt, textsAt } from '../../../src/model/columns';
import type { Dataset } from '../../../src/model/dataset';
import { RULE_IDS, type RuleId } from '../../../src/model/rule';
import type { DetectionSettings } from '../../../src/model/settings';

/** A group as the contract tells of it. */
export interface TwinGroup {
  readonly rule: RuleId;
  readonly value: string;
  readonly members: readonly number[];
  /** Of each member the rules under which it shares a value with another member, in order. */
  readonly matching: readonly (readonly RuleId[])[];
  /** The rules under which all members have one value in common, in order. */
  readonly inCommon: readonly RuleId[];
}

/** What the slow, obvious detection finds: strings, Maps and a Set of pairs, sentence by sentence the contract's. */
export interface TwinResult {
  readonly groups: readonly TwinGroup[];
  readonly clusters: readonly (readonly number[])[];
  readonly ignored: readonly { rule: RuleId; value: string; assets: number }[];
  readonly pairs: number;
  readonly duplicates: readonly number[];
  readonly leftOut: readonly number[];
  readonly withValue: Readonly<Record<RuleId, number>>;
  /** Of each asset the rules under which it shares a value with another, in order. */
  readonly sharing: readonly (readonly RuleId[])[];
}

/** `isIgnored` is the twin's own reading of the list. */
export function twin(
  dataset: Dataset,
  settings: DetectionSettings,
  isIgnored: (rule: RuleId, value: string) => boolean,
): TwinResult {
  const assets = [...Array(dataset.size).keys()];
  const leftOut = assets.filter((asset) => settings.leaveOutEasmOnly && onlyEasm(dataset, asset));
  const groups: Pick<TwinGroup, 'rule' | 'value' | 'members'>[] = [];
  const counted: Pick<TwinGroup, 'rule' | 'members'>[] = [];
  const ignored: { rule: RuleId; value: string; assets: number }[] = [];
  const seen = new Set<string>();
  const sharing: RuleId[][] = assets.map(() => []);
  const withValue = Object.fromEntries(RULE_IDS.map((rule) => [rule, 0])) as Record<RuleId, number>;
  for (const rule of RULE_IDS) {
    const byValue = new Map<string, number[]>();
    for (const asset of assets) {
      if (leftOut.includes(asset)) continue;
      const keys = keysOf(dataset, settings, rule, asset);
      if (keys.size > 0) withValue[rule]++;
      for (const key of keys) byValue.set(key, [...(byValue.get(key) ?? []), asset]);
    }
    if (!settings.rules.includes(rule)) continue;
    for (const [value, members] of byValue) {
      if (!settings.matchExactly && isIgnored(rule, value)) {
        ignored.push({ rule, value, assets: members.length });
        continue;
      }
      if (members.length > 1) counted.push({ rule, members });
      if (members.length > 1)
        for (const member of members) if (!sharing[member]!.includes(rule)) sharing[member]!.push(rule);
      const pairs = members.flatMap((a, index) => members.slice(index + 1).map((b) => `${a},${b}`));
      if (pairs.every((pair) => seen.has(pair))) continue;
      for (const pair of pairs) seen.add(pair);
      groups.push({ rule, value, members });
    }
  }
  const duplicates = assets.filter((asset) => groups.some((group) => group.members.includes(asset)));
  return {
    groups: groups.map((group) => ({ ...group, ...matchesIn(group.members, counted) })),
    clusters: connect(groups),
    ignored,
    pairs: seen.size,
    duplicates,
    leftOut,
    withValue,
    sharing,
  };
}

function matchesIn(
  members: readonly number[],
  counted: readonly Pick<TwinGroup, 'rule' | 'members'>[],
): Pick<TwinGroup, 'matching' | 'inCommon'> {
  const rulesOf = (holds: (sharing: readonly number[]) => boolean) =>
    RULE_IDS.filter((rule) =>
      counted.some(
        (value) => value.rule === rule && holds(members.filter((one) => value.members.includes(one))),
      ),
    );
  return {
    matching: members.map((member) => rulesOf((sharing) => sharing.length > 1 && sharing.includes(member))),
    inCommon: rulesOf((sharing) => sharing.length === members.length),
  };
}

function keysOf(dataset: Dataset, settings: DetectionSettings, rule: RuleId, asset: number): Set<string> {
  const { columns } = dataset;
  const keys: string[] = [];
  if (rule === 'assetName') keys.push(textAt(columns.assetName, asset).trim().toLowerCase());
  if (rule === 'dnsName') keys.push(textAt(columns.dnsName, asset).trim().toLowerCase().replace(/\.$/, ''));
  if (rule === 'netbiosName') keys.push(textAt(columns.netbiosName, asset).trim().toLowerCase());
  if (rule === 'macAddress') keys.push(...[...macsAt(columns.macAddresses, asset)].map(macDigits));
  if (rule === 'ipv4Address') {
    keys.push(textAt(columns.address, asset).trim());
    if (settings.interfaceAddresses) {
      const addresses = textsAt(columns.interfaceAddresses, asset).map((text) => text.trim());
      keys.push(...addresses.filter((text) => /^\d+\.\d+\.\d+\.\d+$/.test(text)));
    }
  }
  return new Set(keys.filter((key) => key !== ''));
}

function onlyEasm(dataset: Dataset, asset: number): boolean {
  const sources = sourcesAt(dataset.columns.sources, asset);
  return sources.length > 0 && sources.every(({ source }) => source === 'EASM');
}

/** Merges groups that share an asset until none do; in order of the first group, assets in dataset order. */
function connect(groups: readonly Pick<TwinGroup, 'members'>[]): number[][] {
  const clusters: Set<number>[] = [];
  for (const { members } of groups) {
    const touching = clusters.filter((cluster) => members.some((member) => cluster.has(member)));
    const merged = new Set([...touching.flatMap((cluster) => [...cluster]), ...members]);
    const place = touching.length === 0 ? clusters.length : clusters.indexOf(touching[0]!);
    clusters.splice(place, 1, merged);
    for (const other of touching.slice(1)) clusters.splice(clusters.indexOf(other), 1);
  }
  return clusters.map((cluster) => [...cluster].sort((a, b) => a - b));
}
