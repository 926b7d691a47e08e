import { NumberInterner } from '../../../arrays/number-interner';
import { type RaggedList, RaggedListBuilder } from '../../../arrays/ragged-list';
import { canonicalIp, formatIpv4, type IpAddress, parseIp, parseIpv4 } from '../../../identifiers/ip-address';
import { parseRange } from '../../../identifiers/ip-range';
import { textAt, textsAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import { eachInSlices } from '../time-slice';

/**
 * Addresses that no device has to itself: unspecified, loopback and link-local. Ours: the published text does
 * not name them, but an asset that carries one shares it with every other machine.
 */
const NO_IDENTITY = ['0.0.0.0', '127.0.0.0/8', '169.254.0.0/16', '::', '::1', 'fe80::/10'].map((text) => {
  const reading = parseRange(text);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.range;
});

/** Distinct IP addresses in canonical form: IPv4 as numbers, the few others as text. */
export class AddressTable {
  private readonly numbers = new NumberInterner();
  private readonly others: string[] = [];
  private readonly numberOf = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  /** The address's number; -1 for what is none, or none that identifies anything. */
  intern(text: string): number {
    const value = parseIpv4(text);
    if (value >= 0) return identifies({ version: 4, value }) ? this.numbers.intern(value) : -1;
    const canonical = canonicalIp(text);
    const ip = canonical === null ? null : parseIp(canonical);
    if (canonical === null || ip === null || !identifies(ip)) return -1;
    if (ip.version === 4) return this.numbers.intern(ip.value);
    let other = this.numberOf.get(canonical);
    if (other === undefined) {
      other = this.others.push(canonical) - 1;
      this.numberOf.set(canonical, other);
    }
    return this.numbers.intern(IPV6_FROM + other);
  }

  address(id: number): IpAddress {
    const value = this.numbers.value(id);
    if (value < IPV6_FROM) return { version: 4, value };
    return parseIp(this.others[value - IPV6_FROM]!)!;
  }

  text(id: number): string {
    const value = this.numbers.value(id);
    return value < IPV6_FROM ? formatIpv4(value) : this.others[value - IPV6_FROM]!;
  }

  /** The 32 bits of an IPv4 address, -1 for IPv6. */
  ipv4(id: number): number {
    const value = this.numbers.value(id);
    return value < IPV6_FROM ? value : -1;
  }
}

/** Values of the table from here on are IPv6 addresses, by their number. */
const IPV6_FROM = 2 ** 32;

/** The distinct addresses of a dataset and which of them each asset has. */
export interface Addresses {
  readonly table: AddressTable;
  readonly ofAsset: RaggedList;
}

/** Reads the primary address and those of every interface. */
export async function readAddresses(dataset: Dataset, watch: Watch): Promise<Addresses> {
  const { address, interfaceAddresses } = dataset.columns;
  const table = new AddressTable();
  const lists = new RaggedListBuilder(dataset.size);
  const add = (text: string) => {
    const ip = table.intern(text);
    if (ip >= 0) lists.add(ip);
    else if (text.includes(',')) for (const part of text.split(',')) add(part);
  };
  await eachInSlices(dataset.size, watch, 'Reading addresses', (asset) => {
    add(textAt(address, asset));
    for (const text of textsAt(interfaceAddresses, asset)) add(text);
    lists.close();
  });
  return { table, ofAsset: lists.finish() };
}

function identifies(ip: IpAddress): boolean {
  return !NO_IDENTITY.some((range) => range.contains(ip));
}
