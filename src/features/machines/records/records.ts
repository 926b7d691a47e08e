import { fillerMac, isLocallyAdministered, macOfIpv6 } from '../../../identifiers/filler-macs';
import { parseIp } from '../../../identifiers/ip-address';
import { hashOfText, mixBits } from '../../../identifiers/value-hash';
import {
  hasText,
  itemStart,
  itemStop,
  type TextColumn,
  textAt,
  textsAt,
  timeAt,
} from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex, EpochMilliseconds } from '../../../model/units';
import type { JudgementSettings } from '../types';
import { ipv4OfBytes } from './ipv4-bytes';
import { blankName, readName } from './names';
import { assetsOfSeveralMachines } from './several-machines';
import { AGENT, CONTAINER_WORDS, CONTROLLER_WORDS, familyOf, SCAN, sourceKind } from './sources';
import { readUniqueIds, type UniqueIds } from './unique-ids';

/** A day in milliseconds. */
export const DAY = 86_400_000;
const NETBIOS_LENGTH = 15;

/** What the judgement compares, as numbers: one entry for each record. Values are hashes, 0 where there is none. */
export interface Records extends UniqueIds {
  readonly dataset: Dataset;
  readonly size: number;
  /** Full DNS name: with a dot, from the DNS name, the FQDN or the asset name. */
  readonly dns: Float64Array;
  /** Host name without domain: of the asset name, the NetBIOS name, the DNS name. */
  readonly host: Float64Array;
  readonly netbios: Float64Array;
  /** 1: NetBIOS name of 15 characters, which may be cut. 2: default name by pattern, where it is shared. 4: no domain. */
  readonly nameFlags: Uint8Array;
  readonly address: Float64Array;
  /** Network of the record, 0 unknown. */
  readonly network: Uint32Array;
  /** Own MAC addresses of record `r`: `macs[macStarts[r] … macStarts[r + 1])`; `inIpv6` those made from an address. */
  readonly macs: Float64Array;
  readonly macStarts: Uint32Array;
  readonly inIpv6: Float64Array;
  readonly random: Uint8Array;
  readonly kinds: Uint8Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly agentLast: Float64Array;
  readonly alive: Uint8Array;
  readonly family: Uint8Array;
  readonly controller: Uint8Array;
  readonly container: Uint8Array;
  /** Assets that stand for several machines: no list of redundant records may name them. */
  readonly several: ReadonlySet<AssetIndex>;
  /** Sum over what is compared, so that ties are broken by content and not by place or id. */
  readonly content: Float64Array;
  readonly asOf: EpochMilliseconds;
  /** Whether names that devices come with are known by the list. */
  readonly knowsDefaultNames: boolean;
}

/** Reads what the judgement compares out of a dataset's columns. */
export function readRecords(dataset: Dataset, settings: JudgementSettings): Records {
  const { size, columns } = dataset;
  const on = new Set(settings.identifiers);
  const { useLists } = settings;
  const numbers = () => new Float64Array(size);
  const records = {
    dataset,
    size,
    joins: {
      serial: on.has('serial'),
      uuid: on.has('hardwareUuid'),
      cloud: on.has('cloudInstanceId'),
      agent: on.has('agentId'),
    },
    serial: numbers(),
    bareSerial: numbers(),
    uuid: numbers(),
    cloud: numbers(),
    agent: numbers(),
    dns: numbers(),
    host: numbers(),
    netbios: numbers(),
    nameFlags: new Uint8Array(size),
    address: numbers(),
    network: new Uint32Array(size),
    macStarts: new Uint32Array(size + 1),
    inIpv6: numbers(),
    random: new Uint8Array(size),
    kinds: new Uint8Array(size),
    first: numbers(),
    last: numbers(),
    agentLast: numbers().fill(Number.NaN),
    alive: new Uint8Array(size),
    family: new Uint8Array(size),
    controller: new Uint8Array(size),
    container: new Uint8Array(size),
    several: assetsOfSeveralMachines(dataset),
    content: numbers(),
    asOf: Number.NaN,
    knowsDefaultNames: useLists,
  };
  readUniqueIds(columns, records, useLists);
  readNames(dataset, records, on.has('fqdn'), on.has('namesAcrossFields'));
  readAddresses(dataset, records);
  const macs = readMacs(dataset, records, useLists, on.has('macInIpv6'));
  const asOf = readActivity(dataset, records, settings.aliveDays);
  readKinds(dataset, records);
  sumContent(records, macs);
  return { ...records, macs, asOf };
}

type Building = Omit<Records, 'macs'>;

function readNames({ columns }: Dataset, records: Building, fqdn: boolean, across: boolean): void {
  const { assetName, dnsName, netbiosName } = columns;
  const [ownName, dnsNames, netbiosNames] = [blankName(), blankName(), blankName()];
  for (let record = 0; record < records.size; record++) {
    const own = readName(assetName, record, ownName);
    const dns =
      readName(dnsName, record, dnsNames) ?? (fqdn ? readName(columns.fqdn, record, dnsNames) : null);
    const netbios = readName(netbiosName, record, netbiosNames);
    const shown = across || dns === null ? own : null;
    const full = dns?.isFull ? dns : shown?.isFull ? shown : null;
    if (full !== null) records.dns[record] = full.whole;
    if (netbios !== null) records.netbios[record] = netbios.whole;
    const short = (own ?? dns)?.short ?? 0;
    const isCut = netbios?.length === NETBIOS_LENGTH;
    records.host[record] = isCut ? short || netbios.whole : (netbios?.whole ?? short);
    records.nameFlags[record] = (isCut ? 1 : 0) | (full === null ? 4 : 0);
  }
}

function readAddresses({ columns }: Dataset, records: Building): void {
  const network = columns.networkId.dictionary.length > 1 ? columns.networkId : columns.networkName;
  for (let record = 0; record < records.size; record++) {
    records.network[record] = network.codes[record] ?? 0;
    if (!hasText(columns.address, record)) continue;
    const { bytes, ends } = columns.address;
    const plain = ipv4OfBytes(bytes, record === 0 ? 0 : ends[record - 1]!, ends[record]!);
    if (plain >= 0) {
      records.address[record] = isUsable(plain) ? plain + 1 : 0;
      continue;
    }
    const text = textAt(columns.address, record);
    const ip = parseIp(text);
    if (ip === null) continue;
    if (ip.version === 4) {
      if (isUsable(ip.value)) records.address[record] = ip.value + 1;
    } else records.address[record] = hashOfText(text);
  }
}

/** An address that a machine can be found by: neither none, nor loopback, nor link-local. */
function isUsable(ip: number): boolean {
  const first = ip >>> 24;
  return ip !== 0 && first !== 127 && !(first === 169 && ((ip >>> 16) & 255) === 254);
}

function readMacs(dataset: Dataset, records: Building, useLists: boolean, ipv6: boolean): Float64Array {
  const { macAddresses, interfaceAddresses, address } = dataset.columns;
  const kept = new Float64Array(macAddresses.values.length);
  let count = 0;
  for (let record = 0; record < records.size; record++) {
    const stop = itemStop(macAddresses.stops, record);
    let own = 0;
    let random = 0;
    for (let item = itemStart(macAddresses.stops, record); item < stop; item++) {
      const mac = macAddresses.values[item]!;
      if (mac === 0 || mac === 0xffffffffffff) continue;
      if (useLists && fillerMac(mac) !== null) continue;
      kept[count++] = mac;
      own++;
      if (isLocallyAdministered(mac)) random++;
    }
    records.random[record] = own > 0 && own === random ? 1 : 0;
    records.macStarts[record + 1] = count;
    if (!ipv6 || own > 0) continue;
    const texts = hasText(address, record) ? [textAt(address, record)] : [];
    texts.push(...textsAt(interfaceAddresses, record));
    for (const text of texts) {
      const ip = text.includes(':') ? parseIp(text) : null;
      const mac = ip?.version === 6 ? macOfIpv6(ip.parts) : -1;
      if (mac > 0) records.inIpv6[record] = mac;
    }
  }
  return kept.slice(0, count);
}

function readActivity(dataset: Dataset, records: Building & { asOf: number }, aliveDays: number): number {
  const { sources, agentLastCheckedIn, agentLastActivity, lastModified, lastVmScan, created } =
    dataset.columns;
  const { trackingMethod } = dataset.columns;
  const kindOf = sources.dictionary.map(sourceKind);
  const tracked = trackingMethod.dictionary.map((text) => (text === '' ? SCAN : sourceKind(text)));
  let newest = Number.NaN;
  for (let record = 0; record < records.size; record++) {
    let first = timeAt(created, record);
    let last = later(timeAt(lastModified, record), timeAt(lastVmScan, record));
    let byAgent = later(timeAt(agentLastCheckedIn, record), timeAt(agentLastActivity, record));
    let hasSources = false;
    let firstSeen = Number.NaN;
    let lastSeen = Number.NaN;
    const stop = itemStop(sources.stops, record);
    for (let item = itemStart(sources.stops, record); item < stop; item++) {
      hasSources = true;
      firstSeen = earlier(firstSeen, sources.created[item]!);
      lastSeen = later(lastSeen, sources.lastUpdated[item]!);
      records.kinds[record]! |= kindOf[sources.codes[item]!]!;
      if (kindOf[sources.codes[item]!] === AGENT) byAgent = later(byAgent, sources.lastUpdated[item]!);
    }
    if (hasSources && !Number.isNaN(lastSeen)) last = lastSeen;
    if (!Number.isNaN(firstSeen)) first = firstSeen;
    records.first[record] = first;
    if (records.agent[record] !== 0) records.kinds[record]! |= AGENT;
    if (records.kinds[record] === 0)
      records.kinds[record] = tracked[trackingMethod.codes[record] ?? 0] ?? SCAN;
    // An export may tell that an agent reports without telling its ID.
    const agentLast = (records.kinds[record]! & AGENT) === 0 ? Number.NaN : byAgent;
    records.last[record] = later(last, agentLast);
    records.agentLast[record] = agentLast;
    newest = later(newest, records.last[record]!);
  }
  for (let record = 0; record < records.size; record++) {
    if (records.agentLast[record]! >= newest - aliveDays * DAY) records.alive[record] = 1;
  }
  return newest;
}

function later(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return b > a ? b : a;
}

function earlier(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return b < a ? b : a;
}

function readKinds({ columns }: Dataset, records: Building): void {
  const families = columns.operatingSystem.dictionary.map(familyOf);
  const controllers = columns.hardwareCategory.dictionary.map((text) =>
    CONTROLLER_WORDS.test(text) ? 1 : 0,
  );
  const containers = columns.hardwareCategory.dictionary.map((text) => (CONTAINER_WORDS.test(text) ? 1 : 0));
  for (let record = 0; record < records.size; record++) {
    records.family[record] = families[columns.operatingSystem.codes[record] ?? 0] ?? 0;
    const named = [columns.assetName, columns.dnsName].some(
      (column) => mayNameController(column, record) && CONTROLLER_WORDS.test(textAt(column, record)),
    );
    const category = columns.hardwareCategory.codes[record] ?? 0;
    const byHardware = controllers[category] === 1;
    records.container[record] = containers[category] ?? 0;
    records.controller[record] = byHardware || named || records.family[record] === 1 ? 1 : 0;
  }
}

/** Decodes no name that cannot match: the words of `CONTROLLER_WORDS` begin with b, c, i or x, or have a space. */
function mayNameController({ bytes, ends }: TextColumn, record: number): boolean {
  if (record >= ends.length) return false;
  const end = ends[record]!;
  let begins = true;
  for (let at = record === 0 ? 0 : ends[record - 1]!; at < end && bytes[at] !== DOT; at++) {
    const byte = bytes[at]!;
    const letter = byte | LOWER;
    if (byte === SPACE || (begins && (letter === 98 || letter === 99 || letter === 105 || letter === 120)))
      return true;
    begins = byte === HYPHEN || byte === UNDERSCORE;
  }
  return false;
}

const SPACE = 32;
const DOT = 46;
const HYPHEN = 45;
const UNDERSCORE = 95;
/** The bit of a lower-case letter. */
const LOWER = 32;

function sumContent(records: Building, macs: Float64Array): void {
  const { serial, uuid, cloud, agent, dns, host, address, last, first, macStarts } = records;
  for (let record = 0; record < records.size; record++) {
    let sum = 0;
    sum = Math.imul(sum, 31) + mixBits(serial[record]!);
    sum = Math.imul(sum, 31) + mixBits(uuid[record]!);
    sum = Math.imul(sum, 31) + mixBits(cloud[record]!);
    sum = Math.imul(sum, 31) + mixBits(agent[record]!);
    sum = Math.imul(sum, 31) + mixBits(dns[record]!);
    sum = Math.imul(sum, 31) + mixBits(host[record]!);
    sum = Math.imul(sum, 31) + mixBits(address[record]!);
    let macSum = 0;
    for (let at = macStarts[record]!; at < macStarts[record + 1]!; at++)
      macSum = (macSum + mixBits(macs[at]!)) | 0;
    sum = Math.imul(sum, 31) + macSum;
    sum = Math.imul(sum, 31) + mixBits(last[record]! || 0);
    sum = Math.imul(sum, 31) + mixBits(first[record]! || 0);
    records.content[record] = sum >>> 0;
  }
}
