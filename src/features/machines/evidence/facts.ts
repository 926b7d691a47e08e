import { ipv4OfBytes } from '../records/ipv4-bytes';
import { DAY, type Records } from '../records/records';
import type { Indexed, SharedValues } from '../records/shared-values';
import { AGENT, EXTERNAL, PASSIVE } from '../records/sources';
import type { VetoId, WeightId } from './weights';

/** What is weighed in a pair, row by row of the table, with how many records share the value. */
export interface Facts {
  readonly weights: { readonly id: WeightId; readonly shared: number }[];
  readonly vetoes: VetoId[];
  /** The two have names or adapters that do not fit together. */
  disagrees: boolean;
}

/** Hours within which a bare address is taken for the same lease. */
const FRESH = DAY;
/** A later report from the same address is another lease. */
const REUSED = 7 * DAY;
/** Two agents that overlapped for longer were two systems. */
const OVERLAP = 3 * DAY;

/** Compares two records in everything that the table of weights knows. */
export function compareRecords(records: Records, shared: SharedValues, a: number, b: number): Facts {
  const facts: Facts = { weights: [], vetoes: [], disagrees: false };
  const unique = uniqueIdentifiers(records, shared, a, b, facts);
  const macs = macEvidence(records, shared, a, b, facts, unique);
  const names = nameEvidence(records, shared, a, b, facts, unique);
  if (macs.own > 0 && names && !macs.suspect)
    facts.weights.push({ id: 'macAddress.withName', shared: macs.holders });
  addressEvidence(records, shared, a, b, facts);
  activityVetoes(records, a, b, facts, macs);
  return facts;
}

const both = (values: Float64Array, a: number, b: number) => values[a] !== 0 && values[b] !== 0;
const same = (values: Float64Array, a: number, b: number) => values[a] !== 0 && values[a] === values[b];

function isSuspect(shared: SharedValues, kind: Indexed, value: number): boolean {
  const group = shared.by[kind].group(value);
  return group >= 0 && shared.suspect[kind][group] === 1;
}

/** Identifiers of which a machine has one; answers whether one agrees that different machines do not share. */
function uniqueIdentifiers(r: Records, shared: SharedValues, a: number, b: number, facts: Facts): boolean {
  const before = facts.weights.length;
  const count = (kind: Indexed, value: number) => shared.by[kind].count(value);
  let trusted = false;
  const add = (id: WeightId, kind: Indexed, value: number, isTrusted: boolean) => {
    facts.weights.push({ id, shared: count(kind, value) });
    trusted ||= isTrusted;
  };
  if (same(r.agent, a, b)) {
    const suspect = isSuspect(shared, 'agent', r.agent[a]!);
    if (r.joins.agent) add(suspect ? 'agentId.suspect' : 'agentId.same', 'agent', r.agent[a]!, !suspect);
  } else if (both(r.agent, a, b) && r.alive[a] === 1 && r.alive[b] === 1)
    facts.vetoes.push('agentId.bothAlive');
  if (same(r.cloud, a, b)) {
    if (r.joins.cloud) add('cloudInstanceId.same', 'cloud', r.cloud[a]!, true);
  } else if (both(r.cloud, a, b)) facts.vetoes.push('cloudInstanceId.differ');
  if (same(r.serial, a, b)) {
    const suspect = isSuspect(shared, 'serial', r.bareSerial[a]!);
    if (r.joins.serial) add(suspect ? 'serial.suspect' : 'serial.same', 'serial', r.bareSerial[a]!, !suspect);
  } else if (same(r.bareSerial, a, b)) {
    if (r.joins.serial) add('serial.prefixed', 'serial', r.bareSerial[a]!, false);
  } else if (both(r.serial, a, b)) facts.vetoes.push('serial.differ');
  if (same(r.uuid, a, b)) {
    const suspect = isSuspect(shared, 'uuid', r.uuid[a]!);
    if (r.joins.uuid)
      add(suspect ? 'hardwareUuid.suspect' : 'hardwareUuid.same', 'uuid', r.uuid[a]!, !suspect);
  } else if (both(r.uuid, a, b) && !(same(r.serial, a, b) && same(r.agent, a, b))) {
    facts.vetoes.push('hardwareUuid.differ');
  }
  return trusted && facts.weights.length > before;
}

interface MacFacts {
  readonly own: number;
  readonly suspect: boolean;
  readonly holders: number;
  /** Both have MAC addresses and none in common. */
  readonly apart: boolean;
}

function macEvidence(
  r: Records,
  shared: SharedValues,
  a: number,
  b: number,
  facts: Facts,
  unique: boolean,
): MacFacts {
  const startA = r.macStarts[a]!;
  const startB = r.macStarts[b]!;
  const stopA = r.macStarts[a + 1]!;
  const stopB = r.macStarts[b + 1]!;
  let own = 0;
  let suspects = 0;
  let holders = 0;
  for (let at = startA; at < stopA; at++) {
    const mac = r.macs[at]!;
    if (r.macs.indexOf(mac, startA) !== at) continue;
    let found = false;
    for (let other = startB; other < stopB && !found; other++) found = r.macs[other] === mac;
    if (!found) continue;
    const count = shared.by.mac.count(mac);
    if (isSuspect(shared, 'mac', mac)) suspects++;
    else own++;
    holders = Math.max(holders, count);
  }
  if (own > 0) {
    const nameless =
      holders >= 3 && (isNameless(r, a) || isNameless(r, b)) && !isPassive(r, a) && !isPassive(r, b);
    facts.weights.push({ id: nameless ? 'macAddress.nameless' : 'macAddress.same', shared: holders });
    if (own > 1) facts.weights.push({ id: 'macAddress.more', shared: holders });
  } else if (suspects > 0) facts.weights.push({ id: 'macAddress.suspect', shared: holders });
  const apart = own + suspects === 0 && stopA > startA && stopB > startB;
  if (apart && r.random[a] === 1 && r.random[b] === 1)
    facts.weights.push({ id: 'macAddress.random', shared: 0 });
  else if (apart && !unique) {
    facts.weights.push({ id: 'macAddress.differ', shared: 0 });
    facts.disagrees = true;
  }
  if (own + suspects === 0 && hasEui64(r, a, b)) {
    const value = r.inIpv6[a] || r.inIpv6[b]!;
    facts.weights.push({ id: 'macInIpv6.same', shared: shared.by.mac.count(value) });
  }
  return { own, suspect: suspects > 0 && own === 0, holders, apart };
}

function hasEui64(r: Records, a: number, b: number): boolean {
  const holds = (record: number, mac: number) => {
    for (let at = r.macStarts[record]!; at < r.macStarts[record + 1]!; at++)
      if (r.macs[at] === mac) return true;
    return r.inIpv6[record] === mac;
  };
  return (r.inIpv6[a] !== 0 && holds(b, r.inIpv6[a]!)) || (r.inIpv6[b] !== 0 && holds(a, r.inIpv6[b]!));
}

export function isNameless(r: Records, record: number): boolean {
  return r.host[record] === 0 && r.dns[record] === 0;
}

function isPassive(r: Records, record: number): boolean {
  return (r.kinds[record]! & PASSIVE) !== 0;
}

/** Connectors write labels where others write names: they do not disagree by them. */
function isLabelled(r: Records, record: number): boolean {
  return (r.kinds[record]! & ~(8 | 16)) === 0;
}

/** Answers whether a name agrees well enough to go with a MAC address. */
function nameEvidence(
  r: Records,
  shared: SharedValues,
  a: number,
  b: number,
  facts: Facts,
  unique: boolean,
): boolean {
  const external = ((r.kinds[a]! ^ r.kinds[b]!) & EXTERNAL) !== 0;
  const dnsSame = same(r.dns, a, b);
  const hostSame = same(r.host, a, b) || same(r.netbios, a, b);
  const isDefault = ((r.nameFlags[a]! | r.nameFlags[b]!) & 2) !== 0;
  let agrees = false;
  if (dnsSame) {
    const count = shared.by.dns.count(r.dns[a]!);
    const suspect = isSuspect(shared, 'dns', r.dns[a]!) || isDefault;
    const id = external ? 'dnsName.external' : suspect ? 'dnsName.suspect' : 'dnsName.same';
    facts.weights.push({ id, shared: count });
    agrees = id === 'dnsName.same';
  } else if (both(r.dns, a, b) && !unique && !isLabelled(r, a) && !isLabelled(r, b)) {
    facts.weights.push({ id: 'dnsName.differ', shared: 0 });
    facts.disagrees = true;
  }
  if (hostSame && external) {
    facts.weights.push({ id: 'hostName.also', shared: 0 });
    return false;
  }
  if (hostSame) return hostAgrees(r, shared, a, b, facts, agrees) || agrees;
  if (both(r.host, a, b) && !dnsSame && !unique && !isLabelled(r, a) && !isLabelled(r, b)) {
    facts.weights.push({ id: 'hostName.differ', shared: 0 });
    facts.disagrees = true;
  }
  return agrees;
}

function hostAgrees(
  r: Records,
  shared: SharedValues,
  a: number,
  b: number,
  facts: Facts,
  dns: boolean,
): boolean {
  const kind: Indexed = same(r.host, a, b) ? 'host' : 'netbios';
  const value = kind === 'host' ? r.host[a]! : r.netbios[a]!;
  const count = shared.by[kind].count(value);
  const push = (id: WeightId) => facts.weights.push({ id, shared: count });
  const truncated = kind === 'netbios' && (r.nameFlags[a]! & r.nameFlags[b]! & 1) !== 0;
  if (((r.nameFlags[a]! | r.nameFlags[b]!) & 2) !== 0) push('hostName.default');
  else if (truncated && !dns) push('hostName.truncated');
  else if (isSuspect(shared, kind, value)) push('hostName.suspect');
  else if (dns) push('hostName.also');
  else return plainHost(r, a, b, count, push);
  return false;
}

/** The same host name, and no full name on both sides: once with a domain, once without, it is a short name. */
function plainHost(r: Records, a: number, b: number, count: number, push: (id: WeightId) => void): boolean {
  const oneHasDomain = (r.dns[a] === 0) !== (r.dns[b] === 0);
  const netbiosToo = same(r.netbios, a, b);
  if (!oneHasDomain || netbiosToo) {
    push('hostName.same');
    return true;
  }
  const passive = isPassive(r, a) !== isPassive(r, b) && count === 2;
  push(passive ? 'shortName.passive' : 'shortName.same');
  return true;
}

function addressEvidence(r: Records, shared: SharedValues, a: number, b: number, facts: Facts): void {
  if (r.family[a] !== 0 && r.family[b] !== 0 && r.family[a] !== r.family[b]) {
    facts.weights.push({ id: 'operatingSystem.differ', shared: 0 });
  }
  if (!same(r.address, a, b)) {
    if (hasInterface(r, a, b) || hasInterface(r, b, a))
      facts.weights.push({ id: 'interfaceAddress.same', shared: 2 });
    return;
  }
  const count = shared.by.address.count(r.address[a]!);
  const known = r.network[a] !== 0 && r.network[b] !== 0;
  const gap = gapOf(r, a, b);
  const push = (id: WeightId) => facts.weights.push({ id, shared: count });
  if (known && r.network[a] !== r.network[b]) push('address.otherNetwork');
  else if (gap > REUSED) push('address.reused');
  else if (
    known &&
    count === 2 &&
    isNameless(r, a) !== isNameless(r, b) &&
    Math.abs(r.last[a]! - r.last[b]!) <= FRESH
  )
    push('address.fresh');
  else push(known ? 'address.sameNetwork' : 'address.same');
}

function hasInterface(r: Records, a: number, b: number): boolean {
  const { interfaceAddresses } = r.dataset.columns;
  const { stops, ends, bytes } = interfaceAddresses;
  if (r.address[a] === 0 || b >= stops.length) return false;
  const from = b === 0 ? 0 : stops[b - 1]!;
  for (let item = from; item < stops[b]!; item++) {
    const start = item === 0 ? 0 : ends[item - 1]!;
    if (ipv4OfBytes(bytes, start, ends[item]!) + 1 === r.address[a]) return true;
  }
  return false;
}

/** Milliseconds between the periods in which the two were seen; 0 where they overlap or are not known. */
export function gapOf(r: Records, a: number, b: number): number {
  const gap = Math.max(r.first[a]! - r.last[b]!, r.first[b]! - r.last[a]!);
  return gap > 0 ? gap : 0;
}

/** Milliseconds for which both were seen; `NaN` where times are not known. */
export function overlapOf(r: Records, a: number, b: number): number {
  return Math.min(r.last[a]!, r.last[b]!) - Math.max(r.first[a]!, r.first[b]!);
}

/**
 * Whether two agents of one computer belong to two of its operating systems: they took turns. Where times are not
 * known, nothing says that one followed the other.
 */
export function areTwoSystems(r: Records, a: number, b: number): boolean {
  const families = [r.family[a]!, r.family[b]!] as const;
  const agents = (r.kinds[a]! & r.kinds[b]! & AGENT) !== 0 && !same(r.agent, a, b);
  return (
    agents && families[0] * families[1] > 0 && families[0] !== families[1] && !(overlapOf(r, a, b) <= DAY)
  );
}

/** Whether the second machine came after the first: it began later and reported longer. */
export function isFollowedBy(r: Records, before: number, after: number): boolean {
  return r.first[before]! < r.first[after]! && r.last[before]! < r.last[after]!;
}

/** Vetoes by time and network among records that a unique identifier ties. */
function activityVetoes(r: Records, a: number, b: number, facts: Facts, macs: MacFacts): void {
  const tiedByHardware = same(r.bareSerial, a, b) || same(r.uuid, a, b);
  const tiedByAgent = same(r.agent, a, b);
  if (tiedByHardware && r.controller[a] !== r.controller[b]) facts.vetoes.push('operatingSystem.controller');
  if (tiedByHardware && r.container[a] !== r.container[b]) facts.vetoes.push('operatingSystem.container');
  // One of both ties alone: an agent that was copied with its image, or hardware identifiers that were.
  if (tiedByHardware === tiedByAgent || !macs.apart || same(r.cloud, a, b)) return;
  const overlaps =
    overlapOf(r, a, b) > OVERLAP || (overlapOf(r, a, b) >= 0 && Math.abs(r.last[a]! - r.last[b]!) < DAY);
  const elsewhere = r.network[a] !== 0 && r.network[b] !== 0 && r.network[a] !== r.network[b];
  if (overlaps && elsewhere) facts.vetoes.push('network.replica');
  else if (overlaps && both(r.host, a, b) && !same(r.host, a, b)) facts.vetoes.push('time.clone');
}
