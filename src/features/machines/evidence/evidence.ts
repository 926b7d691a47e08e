import { formatMac } from '../../../identifiers/mac';
import { codeAt, macsAt, textAt } from '../../../model/columns';
import type { EvidenceItem, EvidenceKind, PairEvidence } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import type { Records } from '../records/records';
import type { SharedValues } from '../records/shared-values';
import { compareRecords } from './facts';
import { sumOf, verdictOf } from './verdict';
import { VETOES, WEIGHTS } from './weights';

/** Everything that speaks for and against two records being one machine: vetoes first, then by weight. */
export function evidenceOf(
  records: Records,
  shared: SharedValues,
  a: AssetIndex,
  b: AssetIndex,
): PairEvidence {
  const facts = compareRecords(records, shared, a, b);
  const vetoes = facts.vetoes.map(
    (id): EvidenceItem => item(records, a, b, VETOES[id].kind, id, 0, true, 0, VETOES[id].label),
  );
  const weighed = facts.weights
    .map(({ id, shared: holders }): EvidenceItem => {
      const { kind, points, label } = WEIGHTS[id];
      return item(records, a, b, kind, id, points, false, holders, label);
    })
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
  const { columns } = records.dataset;
  return {
    assets: [a, b],
    assetIds: [textAt(columns.assetId, a), textAt(columns.assetId, b)],
    titles: [titleOf(records, a), titleOf(records, b)],
    items: [...vetoes, ...weighed],
    sum: sumOf(facts),
    verdict: verdictOf(facts),
  };
}

function item(
  records: Records,
  a: AssetIndex,
  b: AssetIndex,
  kind: EvidenceKind,
  rule: string,
  weight: number,
  veto: boolean,
  shared: number,
  says: string,
): EvidenceItem {
  const values = [shownValue(records, kind, a, b), shownValue(records, kind, b, a)] as const;
  return { kind, rule, weight, veto, values, shared, says };
}

function titleOf(records: Records, asset: AssetIndex): string {
  const { columns } = records.dataset;
  return (
    textAt(columns.assetName, asset) ||
    textAt(columns.dnsName, asset) ||
    textAt(columns.address, asset) ||
    '–'
  );
}

/** The value of a record that an item is about, as people read it. */
function shownValue(records: Records, kind: EvidenceKind, asset: AssetIndex, other: AssetIndex): string {
  const { columns } = records.dataset;
  switch (kind) {
    case 'agentId':
      return textAt(columns.agentId, asset);
    case 'cloudInstanceId':
      return textAt(columns.cloudInstanceId, asset);
    case 'hardwareUuid':
      return textAt(columns.hardwareUuid, asset);
    case 'serial':
      return textAt(columns.biosSerialNumber, asset);
    case 'macAddress':
    case 'macInIpv6':
      return macText(records, asset, other);
    case 'dnsName':
      return textAt(columns.dnsName, asset) || textAt(columns.assetName, asset);
    case 'hostName':
    case 'shortName':
      return (
        textAt(columns.netbiosName, asset) ||
        textAt(columns.assetName, asset) ||
        textAt(columns.dnsName, asset)
      );
    case 'address':
    case 'interfaceAddress':
      return textAt(columns.address, asset);
    case 'network':
      return codeAt(columns.networkId, asset) || codeAt(columns.networkName, asset);
    case 'operatingSystem':
      return codeAt(columns.operatingSystem, asset);
    case 'time':
      return `${dateText(records.first[asset]!)} to ${dateText(records.last[asset]!)}`;
  }
}

/** The MAC addresses that both have, else those of the asset. */
function macText(records: Records, asset: AssetIndex, other: AssetIndex): string {
  const { macAddresses, address } = records.dataset.columns;
  const own = Array.from(macsAt(macAddresses, asset));
  const others = new Set(macsAt(macAddresses, other));
  const both = own.filter((mac) => others.has(mac));
  const shown = both.length > 0 ? both : own;
  return shown.slice(0, 3).map(formatMac).join(', ') || textAt(address, asset);
}

function dateText(time: number): string {
  return Number.isNaN(time) ? 'unknown' : new Date(time).toISOString().slice(0, 10);
}

const VERDICT_WORDS = {
  strong: 'are one machine',
  likely: 'are likely one machine',
  weak: 'may be one machine; that is not certain enough to act upon',
  none: 'have nothing in common that identifies a machine',
  conflict: 'are different machines',
} as const;

/** Why two assets are one machine or not, as a text that can be pasted into a ticket. */
export function whyText({ assetIds, titles, items, sum, verdict }: PairEvidence): string {
  const head = `Assets ${assetIds[0]} (${titles[0]}) and ${assetIds[1]} (${titles[1]}) ${VERDICT_WORDS[verdict]}.`;
  const lines = items.map(({ veto, weight, says, values, shared }) => {
    const points = veto ? 'veto' : `${weight > 0 ? '+' : ''}${weight}`;
    const holders = shared > 2 ? `; ${shared} assets have it` : '';
    return `${points.padStart(5)}  ${says}: ${values[0] || '–'} | ${values[1] || '–'}${holders}`;
  });
  const end =
    verdict === 'conflict'
      ? 'A veto forbids it, whatever else agrees.'
      : `Sum: ${sum} (strong from 100, likely from 60).`;
  return [head, ...lines, end].join('\n');
}
