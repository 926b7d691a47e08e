import { formatIp, type IpAddress, parseIp } from '../../identifiers/ip-address';
import { sipHash } from './siphash';

/** Networks whose flips are kept at hand: 16 MB at most. */
const MOST_KEPT = 1 << 18;

/** IPv4 stands in 2001:db8::/32 (RFC 3849), IPv6 in 3fff::/20 (RFC 9637): both are kept for examples, no machine has one. */
const OF_IPV4 = [0x2001, 0xdb8] as const;
const OF_IPV6 = 0x3fff;

/**
 * Addresses in the place of addresses: two that begin with the same bits get two that begin with as many same bits
 * (Xu, Fan, Ammar, Moon: Prefix-preserving IP address anonymization, 2002), so networks stay together and apart.
 */
export class NetworkPseudonyms {
  private readonly kept = new Map<number, Uint32Array>();

  constructor(private readonly key: Uint32Array) {}

  /** Of an address or a CIDR range; `null` for any other text. */
  of(text: string): string | null {
    const ip = parseIp(text);
    if (ip !== null) return formatIp({ version: 6, parts: this.parts(ip) });
    const cidr = /^\s*([\d.]+)\/(\d{1,2})\s*$/.exec(text);
    const first = cidr === null ? null : parseIp(cidr[1]!);
    const length = Number(cidr?.[2]);
    if (first?.version !== 4 || length > 32) return null;
    const mask = length === 0 ? 0 : (-1 << (32 - length)) >>> 0;
    const network = (this.v4((first.value & mask) >>> 0) & mask) >>> 0;
    return `${formatIp({ version: 6, parts: partsOf(network) })}/${32 + length}`;
  }

  private parts(ip: IpAddress): number[] {
    return ip.version === 4 ? partsOf(this.v4(ip.value)) : this.v6(ip.parts);
  }

  private v4(value: number): number {
    let out = 0;
    for (let octet = 0; octet < 4; octet++) {
      const shift = 24 - 8 * octet;
      // The octets before this one; together with how many they are, a number below 2²⁶.
      const before = octet === 0 ? 0 : value >>> (shift + 8);
      const flips = this.flips(before * 4 + octet, `4 ${octet} ${before}`);
      out = out * 256 + flipped((value >>> shift) & 255, flips);
    }
    return out;
  }

  /** A site (/48) becomes 28 bits, its subnets stay bit by bit, the interface is any 64 bits. */
  private v6(parts: readonly number[]): number[] {
    const site = parts.slice(0, 3).join(':');
    const [low] = sipHash(this.key, `6 site ${site}`);
    const subnet = parts[3]!;
    const high = flipped(subnet >>> 8, this.block(`6 0 ${site}`));
    const second = flipped(subnet & 255, this.block(`6 1 ${site} ${subnet >>> 8}`));
    const [a, b] = sipHash(this.key, `6 interface ${parts.join(':')}`);
    return [
      OF_IPV6,
      (low >>> 4) & 0xfff,
      low >>> 16,
      high * 256 + second,
      a >>> 16,
      a & 0xffff,
      b >>> 16,
      b & 0xffff,
    ];
  }

  private flips(place: number, label: string): Uint32Array {
    const found = this.kept.get(place);
    if (found) return found;
    const made = this.block(label);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(place, made);
    return made;
  }

  /** 256 bits: whether to flip a bit, for each way the bits before it can be. */
  private block(label: string): Uint32Array {
    const block = new Uint32Array(8);
    for (let part = 0; part < 4; part++) block.set(sipHash(this.key, `${label} ${part}`), part * 2);
    return block;
  }
}

function partsOf(value: number): number[] {
  return [...OF_IPV4, value >>> 16, value & 0xffff, 0, 0, 0, 0];
}

/** An octet with each bit flipped or not, as the bits before it decide. */
function flipped(octet: number, flips: Uint32Array): number {
  let out = 0;
  let node = 1;
  for (let bit = 7; bit >= 0; bit--) {
    const is = (octet >>> bit) & 1;
    out = out * 2 + (is ^ ((flips[node >>> 5]! >>> (node & 31)) & 1));
    node = node * 2 + is;
  }
  return out;
}
