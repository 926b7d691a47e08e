import type { MacNumber } from '../model/units';
import { DEFAULT_IGNORED } from './ignored-values';
import { parseMacPattern } from './mac-pattern';

/** Why a MAC address is no machine's own. */
export type FillerMac = 'adapter' | 'container' | 'cluster' | 'cloud' | 'dock' | 'random' | null;

/** MAC families beyond the list of ignored values, and what each is (docs/judgement.md, "Known fillers"). */
export const FILLER_MAC_FAMILIES: readonly (readonly [pattern: string, kind: FillerMac, reason: string])[] = [
  ['00:50:56:c0:00:xx', 'adapter', 'VMware host adapter, the same on every machine that has it'],
  ['0a:00:27:00:00:xx', 'adapter', 'VirtualBox host-only adapter'],
  ['02:42:xx:xx:xx:xx', 'container', 'Docker interface, made from its address'],
  ['00:a0:c6:00:00:00', 'adapter', 'Mobile modem'],
  ['02:80:37:ec:02:00', 'adapter', 'Mobile modem'],
  ['02:05:85:7f:eb:80', 'adapter', 'VPN client'],
  ['00:0b:ca:fe:00:00', 'adapter', 'VPN client'],
  ['00:0b:ca:fe:00:01', 'adapter', 'VPN client'],
  ['02:00:4e:43:50:49', 'adapter', 'VPN client'],
  ['xx:xx:20:52:41:53', 'adapter', 'Remote access adapter (RAS)'],
  ['fe:ff:ff:ff:ff:ff', 'adapter', 'Xen bridge'],
  ['02:bf:xx:xx:xx:xx', 'cluster', 'Network load balancing'],
  ['00:1a:7d:da:71:0a', 'adapter', 'Bluetooth dongles of one maker'],
  ['00:00:5e:00:01:xx', 'cluster', 'VRRP'],
  ['00:00:5e:00:02:xx', 'cluster', 'VRRP for IPv6'],
  ['00:00:0c:07:ac:xx', 'cluster', 'HSRP'],
  ['00:00:0c:9f:fx:xx', 'cluster', 'HSRP version 2'],
  ['00:07:b4:00:xx:xx', 'cluster', 'GLBP'],
  ['00:09:0f:09:xx:xx', 'cluster', 'Firewall cluster'],
  ['42:01:xx:xx:xx:xx', 'cloud', 'A cloud’s address, made from the private IP address'],
  ['00:e0:4c:xx:xx:xx', 'dock', 'USB dock or adapter that people share'],
];

const FAMILIES = [
  ...FILLER_MAC_FAMILIES,
  ...DEFAULT_IGNORED.filter(({ field, enabled }) => field === 'macAddress' && enabled).map(
    ({ pattern, reason }) => [pattern, 'adapter', reason] as const,
  ),
].flatMap(([pattern, kind]) => {
  const read = parseMacPattern(pattern);
  return read.ok ? [{ matches: read.pattern.matches, kind }] : [];
});

const GROUP_BIT = 0x010000000000;
const LOCAL_BIT = 0x020000000000;
const FIRST_BYTE = 0x010000000000;

/** What a MAC address is if it is no machine's own; `null` where nothing is known against it. */
export function fillerMac(mac: MacNumber): FillerMac {
  if (Math.floor(mac / FIRST_BYTE) % 2 === 1 || mac === 0) return 'adapter';
  for (const { matches, kind } of FAMILIES) if (matches(mac)) return kind;
  return null;
}

/** Whether the address was made up by a device that changes it: the local bit, as phones set it for each network. */
export function isLocallyAdministered(mac: MacNumber): boolean {
  return Math.floor(mac / LOCAL_BIT) % 2 === 1 && Math.floor(mac / GROUP_BIT) % 2 === 0;
}

/** The MAC address inside an IPv6 address whose interface part is its EUI-64 form (RFC 4291, appendix A); -1 if none. */
export function macOfIpv6(parts: readonly number[]): MacNumber {
  const [a = 0, b = 0, c = 0, d = 0] = parts.slice(4);
  if ((b & 0xff) !== 0xff || c >> 8 !== 0xfe) return -1;
  const first = (a >> 8) ^ 2;
  const bytes = [first, a & 0xff, b >> 8, c & 0xff, d >> 8, d & 0xff];
  return bytes.reduce((mac, byte) => mac * 256 + byte, 0);
}
