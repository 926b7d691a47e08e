import type { Apart, EvidenceKind } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import { APART_CAUSES } from '../causes';
import type { ApartContext } from '../causes/cause';
import { sharedFiller } from '../causes/shared-macs';
import { compareRecords } from '../evidence/facts';
import { rankOf } from '../evidence/verdict';
import { VETOES, WEIGHTS } from '../evidence/weights';
import type { Records } from '../records/records';
import { INDEXED, type Indexed, MOST_HOLDERS, type SharedValues } from '../records/shared-values';
import type { JudgedPairs } from './judged-pairs';
import { valueText } from './value-text';

/** Assets that one entry names; more are counted. */
const MOST_NAMED = 100;
/** Entries that are listed; values of which more are shared by different machines are counted. */
const MOST_ENTRIES = 100_000;

const KIND_OF: Readonly<Record<Indexed, EvidenceKind>> = {
  agent: 'agentId',
  cloud: 'cloudInstanceId',
  uuid: 'hardwareUuid',
  serial: 'serial',
  mac: 'macAddress',
  dns: 'dnsName',
  host: 'hostName',
  netbios: 'hostName',
  address: 'address',
};

/**
 * Values whose holders were judged to be different machines: for each value one entry with one asset of each machine,
 * so it stays linear. A value whose holders all stand in one machine is none.
 */
export function findApart(records: Records, shared: SharedValues, setOf: Uint32Array): Apart[] {
  const apart: Apart[] = [];
  const told = new Set<string>();
  for (const kind of INDEXED) {
    const index = shared.by[kind];
    for (let group = 0; group < index.groups && apart.length < MOST_ENTRIES; group++) {
      if (isOneSet(index.members, index.starts[group]!, index.starts[group + 1]!, setOf)) continue;
      const members = index.members.subarray(index.starts[group], index.starts[group + 1]);
      const representatives = onePerSet(members, setOf);
      if (representatives.length < 2) continue;
      const entry = entryOf(records, shared, kind, index.values[group]!, members, representatives);
      const key = `${entry.cause} ${entry.assets.join()}`;
      if (told.has(key)) continue;
      told.add(key);
      apart.push(entry);
    }
  }
  return apart;
}

/** Records that only a MAC address of a known family ties: they make no group, and are told all the same. */
export function findFillerApart(records: Records, pairs: JudgedPairs, setOf: Uint32Array): Apart[] {
  const seen = new Map<number, AssetIndex[]>();
  const { macAddresses } = records.dataset.columns;
  for (let record = 0; record < records.size; record++) {
    const from = record === 0 ? 0 : (macAddresses.stops[record - 1] ?? 0);
    const own = records.macStarts[record + 1]! - records.macStarts[record]!;
    const stop = macAddresses.stops[record] ?? from;
    if (stop - from === own) continue;
    for (let item = from; item < stop; item++) {
      const mac = macAddresses.values[item]!;
      const holders = seen.get(mac);
      if (holders === undefined) seen.set(mac, [record]);
      else if (holders.length <= MOST_NAMED) holders.push(record);
    }
  }
  const entries: Apart[] = [];
  for (const [, holders] of seen) {
    const representatives = onePerSet(holders, setOf);
    const [a, b] = representatives;
    if (a === undefined || b === undefined || sharedFiller(records, a, b) === 0) continue;
    entries.push(fillerEntry(records, representatives, a, b));
  }
  return pairs.first.length >= 0 ? entries : [];
}

function fillerEntry(records: Records, assets: readonly AssetIndex[], a: AssetIndex, b: AssetIndex): Apart {
  const context: ApartContext = {
    records,
    shared: EMPTY,
    a,
    b,
    kind: 'mac',
    holders: assets.length,
    holdersOf: assets,
  };
  const cause = APART_CAUSES.find((rule) => rule.applies(context))?.id ?? 'sharedAdapter';
  return {
    assets: assets.slice(0, MOST_NAMED),
    more: Math.max(0, assets.length - MOST_NAMED),
    cause,
    shares: ['macAddress'],
    value: valueText(records, 'mac', sharedFiller(records, a, b), a),
    against: [],
  };
}

const EMPTY = {} as SharedValues;

function isOneSet(members: Uint32Array, start: number, stop: number, setOf: Uint32Array): boolean {
  const set = setOf[members[start]!];
  for (let at = start + 1; at < stop; at++) if (setOf[members[at]!] !== set) return false;
  return true;
}

/** One record of each machine, in dataset order. */
function onePerSet(members: Iterable<AssetIndex>, setOf: Uint32Array): AssetIndex[] {
  const first = new Map<number, AssetIndex>();
  for (const record of members) {
    const set = setOf[record]!;
    const before = first.get(set);
    if (before === undefined || record < before) first.set(set, record);
  }
  return [...first.values()].sort((a, b) => a - b);
}

function entryOf(
  records: Records,
  shared: SharedValues,
  kind: Indexed,
  value: number,
  members: Uint32Array,
  representatives: readonly AssetIndex[],
): Apart {
  const [a, b] = mostOpposed(records, shared, representatives);
  const facts = compareRecords(records, shared, a, b);
  const context: ApartContext = {
    records,
    shared,
    a,
    b,
    kind,
    holders: representatives.length,
    holdersOf: Array.from(members.subarray(0, MOST_NAMED)),
  };
  const cause = APART_CAUSES.find((rule) => rule.applies(context))?.id ?? 'unclear';
  const agrees = facts.weights.filter(({ id }) => WEIGHTS[id].points > 0).map(({ id }) => WEIGHTS[id].kind);
  const against = [
    ...facts.vetoes.map((id): EvidenceKind => VETOES[id].kind),
    ...facts.weights.filter(({ id }) => WEIGHTS[id].points < 0).map(({ id }) => WEIGHTS[id].kind),
  ];
  return {
    assets: representatives.slice(0, MOST_NAMED),
    more: Math.max(0, representatives.length - MOST_NAMED),
    cause,
    shares: [...new Set<EvidenceKind>([KIND_OF[kind], ...agrees])],
    value: valueText(records, kind, value, a),
    against: [...new Set(against)],
  };
}

/** Two of them with a veto between them, else the first two: they tell best why the value is no machine's. */
function mostOpposed(
  records: Records,
  shared: SharedValues,
  representatives: readonly AssetIndex[],
): readonly [AssetIndex, AssetIndex] {
  const some = representatives.slice(0, Math.min(6, MOST_HOLDERS));
  for (const [at, a] of some.entries()) {
    for (const b of some.slice(at + 1)) {
      if (compareRecords(records, shared, a, b).vetoes.length > 0) return [a, b];
    }
  }
  return [representatives[0]!, representatives[1]!];
}

export const CONFLICT = rankOf('conflict');
