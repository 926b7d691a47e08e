import { fillerMac, isLocallyAdministered, macOfIpv6 } from '../../../identifiers/filler-macs';
import { parseIp } from '../../../identifiers/ip-address';
import {
  canonicalSerial,
  canonicalUuid,
  isFillerSerial,
  isFillerUuid,
} from '../../../identifiers/machine-ids';
import { hashOfBytes, hashOfText, mixBits } from '../../../identifiers/value-hash';
import {
  codeAt,
  hasText,
  itemStart,
  itemStop,
  type TextColumn,
  textAt,
  textsAt,
  timeAt,
} from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { EpochMilliseconds } from '../../../model/units';
import type { JudgementSettings } from '../types';
import { ipv4OfBytes } from './ipv4-bytes';
import { blankName, readName } from './names';
import { AGENT, CONTROLLER_WORDS, familyOf, SCAN, sourceKind } from './sources';

/** A day in milliseconds. */
export const DAY = 86_400_000;
const NETBIOS_LENGTH = 15;

/** What the judgement compares, as numbers: one entry for each record. Values are hashes, 0 where there is none. */
export interface Records {
  readonly dataset: Dataset;
  readonly size: number;
  readonly serial: Float64Array;
  /** The serial without a leading S, which barcode scanners read (HP). */
  readonly bareSerial: Float64Array;
  readonly uuid: Float64Array;
  readonly cloud: Float64Array;
  readonly agent: Float64Array;
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
    content: numbers(),
    asOf: Number.NaN,
    knowsDefaultNames: useLists,
  };
  if (on.has('serial')) readSerials(columns.biosSerialNumber, records.serial, records.bareSerial, useLists);
  if (on.has('hardwareUuid'))
    readTexts(columns.hardwareUuid, records.uuid, (text) => {
      const uuid = canonicalUuid(text);
      return useLists && isFillerUuid(uuid) ? '' : uuid;
    });
  if (on.has('cloudInstanceId')) readPlain(columns.cloudInstanceId, records.cloud);
  // An agent whose ID is no UUID is still an agent; zeros are none.
  if (on.has('agentId')) readPlain(columns.agentId, records.agent);
  readNames(dataset, records, on.has('fqdn'), on.has('namesAcrossFields'));
  readAddresses(dataset, records);
  const macs = readMacs(dataset, records, useLists, on.has('macInIpv6'));
  const asOf = readActivity(dataset, records, settings.aliveDays);
  readKinds(dataset, records);
  sumContent(records, macs);
  return { ...records, macs, asOf };
}

type Building = Omit<Records, 'macs'>;

function readTexts(column: TextColumn, into: Float64Array, canonical: (text: string) => string): void {
  for (let record = 0; record < into.length; record++) {
    if (!hasText(column, record)) continue;
    const text = canonical(textAt(column, record));
    if (text !== '') into[record] = hashOfText(text);
  }
}

/** Texts that are compared as they are but for case and blanks; one of zeros and hyphens is no value. */
function readPlain({ bytes, ends }: TextColumn, into: Float64Array): void {
  const count = Math.min(into.length, ends.length);
  for (let record = 0, start = 0; record < count; record++) {
    const end = ends[record]!;
    let isNothing = true;
    for (let at = start; at < end && isNothing; at++)
      isNothing = bytes[at] === 48 || bytes[at] === 45 || bytes[at]! <= 32;
    if (!isNothing) into[record] = hashOfBytes(bytes, start, end);
    start = end;
  }
}

function readSerials(column: TextColumn, into: Float64Array, bare: Float64Array, useLists: boolean): void {
  for (let record = 0; record < into.length; record++) {
    if (!hasText(column, record)) continue;
    const serial = canonicalSerial(textAt(column, record));
    if (serial === '' || (useLists && isFillerSerial(serial))) continue;
    into[record] = hashOfText(serial);
    bare[record] = /^S[A-Z0-9]{9,}$/.test(serial) ? hashOfText(serial.slice(1)) : into[record]!;
  }
}

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
  const kindOf = sources.dictionary.map(sourceKind);
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
    records.last[record] = later(last, records.agent[record] === 0 ? Number.NaN : byAgent);
    records.agentLast[record] = records.agent[record] === 0 ? Number.NaN : byAgent;
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
  const tracked = columns.trackingMethod.dictionary.map(sourceKind);
  for (let record = 0; record < records.size; record++) {
    records.family[record] = families[columns.operatingSystem.codes[record] ?? 0] ?? 0;
    const named =
      mayNameController(columns.assetName, record) &&
      CONTROLLER_WORDS.test(textAt(columns.assetName, record));
    const byHardware = controllers[columns.hardwareCategory.codes[record] ?? 0] === 1;
    records.controller[record] = byHardware || named || records.family[record] === 1 ? 1 : 0;
    if (records.agent[record] !== 0) records.kinds[record]! |= AGENT;
    if (records.kinds[record] === 0) {
      records.kinds[record] =
        codeAt(columns.trackingMethod, record) === ''
          ? SCAN
          : tracked[columns.trackingMethod.codes[record]!]!;
    }
  }
}

/** Decodes no name that cannot match: those that `CONTROLLER_WORDS` knows begin with b, c, i or x, or have 21 letters. */
function mayNameController({ bytes, ends }: TextColumn, record: number): boolean {
  if (record >= ends.length) return false;
  const start = record === 0 ? 0 : ends[record - 1]!;
  if (ends[record]! - start >= 'management controller'.length) return true;
  const first = start < ends[record]! ? bytes[start]! | 32 : 0;
  return first === 98 || first === 99 || first === 105 || first === 120;
}

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
