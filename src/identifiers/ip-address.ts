import ipaddr from 'ipaddr.js';

/**
 * An IP address as numbers: IPv4 as one of 32 bits, IPv6 as eight of 16. An IPv4 address in IPv6's notation
 * (`::ffff:10.0.0.1`) is that IPv4 address.
 */
export type IpAddress =
  | { readonly version: 4; readonly value: number }
  | { readonly version: 6; readonly parts: readonly number[] };

/**
 * Reads an address, trimmed; `null` if it is none. IPv4 is four decimal numbers without leading zeros: what
 * `010.0.0.1` means depends on who reads it. The zone of an IPv6 address (`%eth0`) is dropped: it names an
 * adapter of the machine that wrote it down.
 */
export function parseIp(text: string): IpAddress | null {
  const value = parseIpv4(text);
  if (value >= 0) return { version: 4, value };
  return text.includes(':') ? parseIpv6(text.trim()) : null;
}

/** The canonical text of an address: dotted decimal, or RFC 5952; `null` if the text is no address. */
export function canonicalIp(text: string): string | null {
  const ip = parseIp(text);
  return ip === null ? null : formatIp(ip);
}

/** The canonical text: dotted decimal for IPv4, RFC 5952 for IPv6. */
export function formatIp(ip: IpAddress): string {
  if (ip.version === 4) return formatIpv4(ip.value);
  return new ipaddr.IPv6([...ip.parts]).toRFC5952String();
}

/** Dotted decimal. */
export function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/**
 * The 32 bits of an IPv4 address in dotted decimal, blanks around it allowed; -1 if the text is none. A loop
 * over characters, since millions of addresses go through it: no strings are made.
 */
export function parseIpv4(text: string): number {
  const trimmed = text.trim();
  const end = trimmed.length;
  if (end < 7 || end > 15) return -1;
  let value = 0;
  let part = 0;
  let digits = 0;
  let parts = 1;
  for (let at = 0; at < end; at++) {
    const digit = trimmed.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits > 0 && part === 0) return -1;
      part = part * 10 + digit;
      digits++;
      if (part > 255) return -1;
    } else {
      if (digit !== -2 || digits === 0 || ++parts > 4) return -1;
      value = value * 256 + part;
      part = 0;
      digits = 0;
    }
  }
  return parts === 4 && digits > 0 ? value * 256 + part : -1;
}

/** Below, at or above zero as `a` comes before, is, or comes after `b`. IPv4 comes before IPv6. */
export function compareIps(a: IpAddress, b: IpAddress): number {
  if (a.version === 4) return b.version === 4 ? a.value - b.value : -1;
  if (b.version === 4) return 1;
  for (let part = 0; part < 8; part++) {
    const difference = a.parts[part]! - b.parts[part]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Longer than any IPv6 address with a zone; spares the library hostile text of megabytes. */
const LONGEST_IPV6 = 128;

function parseIpv6(text: string): IpAddress | null {
  if (text.length > LONGEST_IPV6 || !ipaddr.IPv6.isValid(text)) return null;
  const ip = ipaddr.IPv6.parse(text);
  if (!ip.isIPv4MappedAddress()) return { version: 6, parts: ip.parts };
  return { version: 4, value: ip.parts[6]! * 65536 + ip.parts[7]! };
}
