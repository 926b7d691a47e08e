import type { EvidenceItem, EvidenceKind, PairEvidence } from '../../../../model/judgement';

/** How a value stands to that of the first record: what it says, by sign and by word. */
export type EvidenceMark = 'agrees' | 'speaks against' | 'forbids' | 'says nothing';

/** What one record has for a kind of evidence, against the first record. */
export interface EvidenceCell {
  readonly mark: EvidenceMark;
  readonly items: readonly EvidenceItem[];
  /** Values of this record. */
  readonly values: readonly string[];
}

/** One kind of evidence over all records. */
export interface EvidenceRow {
  readonly kind: EvidenceKind;
  readonly label: string;
  /** Values of the first record. */
  readonly first: readonly string[];
  /** By asset ID; a record without a cell has nothing to compare. */
  readonly cells: ReadonlyMap<string, EvidenceCell>;
}

const LABELS: Readonly<Record<EvidenceKind, string>> = {
  agentId: 'Agent ID',
  cloudInstanceId: 'Cloud instance',
  hardwareUuid: 'Hardware UUID',
  serial: 'Serial number',
  macAddress: 'MAC address',
  macInIpv6: 'MAC in IPv6',
  dnsName: 'DNS name',
  hostName: 'Host name',
  shortName: 'Short name',
  address: 'IPv4 address',
  interfaceAddress: 'Interface address',
  network: 'Network',
  operatingSystem: 'Operating system',
  time: 'Time',
};

/**
 * The pairs of a question as a table: a row for each kind of evidence, the most telling first, a column for each
 * record. Every pair has `first` on one of its sides.
 */
export function evidenceRows(first: string, pairs: readonly PairEvidence[]): EvidenceRow[] {
  const kinds = new Map<EvidenceKind, { first: Set<string>; cells: Map<string, EvidenceItem[]> }>();
  const sideOf = (pair: PairEvidence) => (pair.assetIds[0] === first ? 0 : 1);
  const values = new Map<EvidenceItem, readonly [first: string, other: string]>();
  for (const pair of pairs) {
    const side = sideOf(pair);
    const other = pair.assetIds[1 - side]!;
    for (const item of pair.items) {
      const row = kinds.get(item.kind) ?? { first: new Set(), cells: new Map() };
      kinds.set(item.kind, row);
      row.first.add(item.values[side]!);
      row.cells.set(other, [...(row.cells.get(other) ?? []), item]);
      values.set(item, [item.values[side]!, item.values[1 - side]!]);
    }
  }
  const rows = [...kinds].map(([kind, row]) => ({
    kind,
    label: LABELS[kind],
    first: filled(row.first),
    cells: new Map(
      [...row.cells].map(([id, items]): [string, EvidenceCell] => [
        id,
        { mark: markOf(items), items, values: filled(new Set(items.map((item) => values.get(item)![1]))) },
      ]),
    ),
  }));
  return rows.sort((a, b) => tellingOf(b) - tellingOf(a));
}

function filled(values: ReadonlySet<string>): string[] {
  return [...values].filter((value) => value !== '');
}

/** A veto outweighs all; else the sum says. */
function markOf(items: readonly EvidenceItem[]): EvidenceMark {
  if (items.some(({ veto }) => veto)) return 'forbids';
  const sum = items.reduce((total, { weight }) => total + weight, 0);
  if (sum > 0) return 'agrees';
  return sum < 0 ? 'speaks against' : 'says nothing';
}

function tellingOf({ cells }: EvidenceRow): number {
  const each = [...cells.values()].map(({ mark, items }) =>
    mark === 'forbids' ? 1000 : items.reduce((total, { weight }) => total + Math.abs(weight), 0),
  );
  return Math.max(0, ...each);
}
