import { compareIps, formatIp, type IpAddress, parseIp } from './ip-address';

/** Addresses from `first` to `last`, both included, of one version of IP. */
export interface IpRange {
  readonly first: IpAddress;
  readonly last: IpAddress;
  /** Whether the address lies in the range; one of the other version never does. */
  contains(ip: IpAddress): boolean;
}

/** A range, or what is wrong with its text: one sentence for people that names the part at fault. */
export type RangeReading =
  | { readonly ok: true; readonly range: IpRange }
  | { readonly ok: false; readonly fault: string };

/** Reads one address, a CIDR block (`10.0.0.0/8`; bits after the prefix are ignored) or `first-last`. */
export function parseRange(text: string): RangeReading {
  const trimmed = text.trim();
  if (trimmed === '') return fault('There is no address.');
  if (trimmed.includes('/')) return parseCidr(trimmed);
  if (trimmed.includes('-')) return parseFirstLast(trimmed);
  const ip = parseIp(trimmed);
  return ip === null ? fault(notAnAddress(trimmed)) : range(ip, ip);
}

/** The range as text: one address alone, else `first-last`. */
export function formatRange(of: IpRange): string {
  const first = formatIp(of.first);
  return compareIps(of.first, of.last) === 0 ? first : `${first}-${formatIp(of.last)}`;
}

/** `10.20.5.*` and `10.20.5.` are how other tools write a block. */
function notAnAddress(text: string): string {
  const parts = /^(\d{1,3}(?:\.\d{1,3}){0,2})(?:\.\*)*\.?$/.exec(text)?.[1]?.split('.');
  const said = `“${text}” is not an IP address.`;
  if (parts === undefined || parts.some((part) => Number(part) > 255)) return said;
  const block = [...parts, '0', '0', '0'].slice(0, 4).join('.');
  return `${said} Write ${block}/${parts.length * 8} for all that begin so.`;
}

function parseCidr(text: string): RangeReading {
  const slash = text.indexOf('/');
  const address = text.slice(0, slash).trim();
  const prefix = text.slice(slash + 1).trim();
  const ip = parseIp(address);
  if (ip === null) return fault(`“${address}” is not an IP address.`);
  // `::ffff:10.0.0.0/104` is IPv4, but its prefix counts IPv6's bits.
  const mapped = ip.version === 4 && address.includes(':') ? 96 : 0;
  const bits = ip.version === 4 ? 32 : 128;
  const length = /^\d{1,3}$/.test(prefix) ? Number(prefix) - mapped : -1;
  if (length < 0 || length > bits) {
    const allowed = `/${mapped} to /${bits + mapped}`;
    return fault(`“/${prefix}” is not a prefix length: for ${address} it is ${allowed}.`);
  }
  return range(fillAfter(ip, length, 0), fillAfter(ip, length, 1));
}

function parseFirstLast(text: string): RangeReading {
  const ends = text.split('-').map((end) => end.trim());
  const [firstText = '', lastText = ''] = ends;
  if (ends.length !== 2) return fault(`“${text}” is not a range: write first-last, with one dash.`);
  if (firstText === '') return fault('The first address of the range is missing.');
  if (lastText === '') return fault('The last address of the range is missing.');
  const first = parseIp(firstText);
  const last = parseIp(lastText);
  if (first === null) return fault(`“${firstText}” is not an IP address.`);
  if (last === null) return fault(`“${lastText}” is not an IP address.`);
  if (first.version !== last.version) {
    return fault(`The range mixes IPv4 and IPv6: ${firstText} and ${lastText}.`);
  }
  if (compareIps(first, last) > 0) {
    return fault(`The range runs backwards: ${firstText} comes after ${lastText}.`);
  }
  return range(first, last);
}

/** The address with every bit after the first `length` set to `bit`. */
function fillAfter(ip: IpAddress, length: number, bit: 0 | 1): IpAddress {
  if (ip.version === 4) {
    const after = 2 ** (32 - length);
    return { version: 4, value: ip.value - (ip.value % after) + bit * (after - 1) };
  }
  const parts = ip.parts.map((part, index) => {
    const kept = Math.min(16, Math.max(0, length - index * 16));
    const after = 2 ** (16 - kept);
    return part - (part % after) + bit * (after - 1);
  });
  return { version: 6, parts };
}

function range(first: IpAddress, last: IpAddress): RangeReading {
  const contains = (ip: IpAddress) =>
    ip.version === first.version && compareIps(first, ip) <= 0 && compareIps(ip, last) <= 0;
  return { ok: true, range: { first, last, contains } };
}

function fault(sentence: string): RangeReading {
  return { ok: false, fault: sentence };
}
