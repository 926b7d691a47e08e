import type { EvidenceKind } from '../../../model/judgement';
import type { WeightRow } from '../types';

/** One row of the published table: what speaks for or against, how much, and what it says in words. */
export interface Weight {
  readonly kind: EvidenceKind;
  readonly points: number;
  readonly label: string;
}

/** From so many points on a pair is strong, likely; anything above nothing is weak. */
export const STRONG_FROM = 100;
export const LIKELY_FROM = 60;

/**
 * The table by which pairs are judged (docs/judgement.md): help, README and the page print it. A veto has no points:
 * it forbids whatever agrees.
 */
export const WEIGHTS = {
  'agentId.same': { kind: 'agentId', points: 120, label: 'The same agent ID' },
  'agentId.suspect': {
    kind: 'agentId',
    points: 10,
    label: 'The same agent ID, which different machines have',
  },
  'cloudInstanceId.same': { kind: 'cloudInstanceId', points: 120, label: 'The same cloud instance' },
  'hardwareUuid.same': { kind: 'hardwareUuid', points: 110, label: 'The same hardware UUID' },
  'hardwareUuid.suspect': {
    kind: 'hardwareUuid',
    points: 20,
    label: 'The same hardware UUID, which different machines have',
  },
  'serial.same': { kind: 'serial', points: 100, label: 'The same serial number' },
  'serial.prefixed': { kind: 'serial', points: 60, label: 'The same serial number but for a leading S' },
  'serial.suspect': {
    kind: 'serial',
    points: 15,
    label: 'The same serial number, which different machines have',
  },
  'macAddress.same': { kind: 'macAddress', points: 60, label: 'The same MAC address' },
  'macAddress.more': { kind: 'macAddress', points: 45, label: 'Further MAC addresses the same' },
  'macAddress.withName': {
    kind: 'macAddress',
    points: 25,
    label: 'A MAC address of its own together with a name',
  },
  'macAddress.nameless': {
    kind: 'macAddress',
    points: 30,
    label: 'The same MAC address, which several records without a name have',
  },
  'macAddress.suspect': {
    kind: 'macAddress',
    points: 10,
    label: 'The same MAC address, which different machines have',
  },
  'macAddress.filler': { kind: 'macAddress', points: 0, label: 'A MAC address that identifies nothing' },
  'macAddress.differ': { kind: 'macAddress', points: -15, label: 'Both have MAC addresses, none in common' },
  'macAddress.random': { kind: 'macAddress', points: 0, label: 'Both MAC addresses are random ones' },
  'macInIpv6.same': {
    kind: 'macInIpv6',
    points: 60,
    label: 'The MAC address stands inside the IPv6 address',
  },
  'dnsName.same': { kind: 'dnsName', points: 60, label: 'The same full DNS name' },
  'dnsName.external': { kind: 'dnsName', points: 20, label: 'The same DNS name, one seen from outside only' },
  'dnsName.suspect': {
    kind: 'dnsName',
    points: 15,
    label: 'The same DNS name, which different machines have',
  },
  'dnsName.differ': { kind: 'dnsName', points: -20, label: 'Different full DNS names' },
  'hostName.same': { kind: 'hostName', points: 40, label: 'The same host name' },
  'hostName.also': { kind: 'hostName', points: 10, label: 'The host name is the same too' },
  'hostName.truncated': {
    kind: 'hostName',
    points: 10,
    label: 'The same NetBIOS name, cut at 15 characters',
  },
  'hostName.suspect': {
    kind: 'hostName',
    points: 10,
    label: 'The same host name, which different machines have',
  },
  'hostName.default': { kind: 'hostName', points: 5, label: 'The same default name' },
  'hostName.differ': { kind: 'hostName', points: -15, label: 'Different host names' },
  'shortName.same': { kind: 'shortName', points: 25, label: 'The same short name, once with a domain' },
  'shortName.passive': {
    kind: 'shortName',
    points: 60,
    label: 'The short name of a passively sensed asset, which no other asset has',
  },
  'address.fresh': {
    kind: 'address',
    points: 60,
    label: 'The same address in one network within a day, one record without a name, no third one',
  },
  'address.sameNetwork': { kind: 'address', points: 20, label: 'The same address in the same network' },
  'address.same': { kind: 'address', points: 15, label: 'The same address, network unknown' },
  'address.reused': { kind: 'address', points: 5, label: 'The same address at another time' },
  'address.otherNetwork': { kind: 'address', points: 0, label: 'The same address in another network' },
  'interfaceAddress.same': {
    kind: 'interfaceAddress',
    points: 20,
    label: 'The address of one is an interface of the other',
  },
  'operatingSystem.differ': {
    kind: 'operatingSystem',
    points: -25,
    label: 'Operating systems of different families',
  },
} as const satisfies Record<string, Weight>;

export type WeightId = keyof typeof WEIGHTS;

/** What forbids that two records are one machine. */
export const VETOES = {
  'hardwareUuid.differ': { kind: 'hardwareUuid', points: 0, label: 'Different hardware UUIDs' },
  'serial.differ': { kind: 'serial', points: 0, label: 'Different serial numbers' },
  'cloudInstanceId.differ': { kind: 'cloudInstanceId', points: 0, label: 'Different cloud instances' },
  'agentId.bothAlive': { kind: 'agentId', points: 0, label: 'Two agents that are both alive' },
  'time.clone': {
    kind: 'time',
    points: 0,
    label: 'Both were active at the same time under other names and adapters: a clone',
  },
  'network.replica': {
    kind: 'network',
    points: 0,
    label: 'Both are active in different networks with other adapters: a replica',
  },
  'operatingSystem.controller': {
    kind: 'operatingSystem',
    points: 0,
    label: 'One is the management controller of the other',
  },
  'operatingSystem.container': {
    kind: 'operatingSystem',
    points: 0,
    label: 'One is a container that runs on the other',
  },
} as const satisfies Record<string, Weight>;

export type VetoId = keyof typeof VETOES;

/** The whole table, for the page, the help and the documents: vetoes first, then by points. */
export const WEIGHT_ROWS: readonly WeightRow[] = [
  ...Object.values(VETOES).map(({ label }) => ({ label, points: null })),
  ...Object.values(WEIGHTS)
    .map(({ label, points }) => ({ label, points }))
    .sort((a, b) => b.points - a.points),
];
