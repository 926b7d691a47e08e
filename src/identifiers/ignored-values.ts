import type { IgnoredEntry } from '../model/settings';
import { PLACEHOLDERS } from './placeholder';

type Field = IgnoredEntry['field'];

/** Those of the list below that say themselves why they are no names. */
const SCANNER_WORDS: ReadonlySet<string> = new Set([
  'no registered hostname',
  'no netbios name',
  'os not identified',
]);

/** Names that stand for none, but for those that a machine may well have. */
const NO_NAMES: readonly string[] = [...PLACEHOLDERS].filter(
  (text) => text.length > 1 && !['na', 'never', 'infinity', '-infinity', '[]', '{}', '@{}'].includes(text),
);

/**
 * Values that identify nothing, and why: they produce false duplicates in every inventory product. Source: the
 * docs/qualys-assets.md, "Values that identify nothing". People see the list and can change it.
 */
export const DEFAULT_IGNORED: readonly IgnoredEntry[] = [
  ...list('macAddress', [
    ['00:00:00:00:00:00', 'No address: every digit is zero'],
    ['ff:ff:ff:ff:ff:ff', 'The broadcast address'],
    ['00:00:00:00:00:00:00:e0', 'Teredo tunnel adapter, the same on every Windows machine'],
    ['20:41:53:59:4e:ff', 'WAN miniport, the same on every Windows machine'],
    ['50:50:54:50:30:30', 'WAN miniport (PPTP), the same on every Windows machine'],
    ['33:50:6f:45:30:30', 'WAN miniport (PPPoE), the same on every Windows machine'],
    ['02:00:4c:4f:4f:50', 'Loopback adapter, the same on every Windows machine'],
    ['00:05:9a:3c:7a:00', 'VPN client, the same on every machine that has it'],
    ['02:50:41:00:00:01', 'VPN client, the same on every machine that has it'],
    ['00:09:0f:fe:00:01', 'VPN client, the same on every machine that has it'],
    ['00:53:45:00:00:00', 'PPP adapter, the same on every machine that has it'],
    ['44:45:53:54:42:00', 'Dial-up adapter, the same on every machine that has it'],
    ['00:00:5e:00:01:xx', 'VRRP: a virtual router that moves between machines'],
    ['00:00:5e:00:02:xx', 'VRRP for IPv6: a virtual router that moves between machines'],
    ['00:00:0c:07:ac:xx', 'HSRP: a virtual router that moves between machines'],
    ['00:00:0c:9f:fx:xx', 'HSRP version 2: a virtual router that moves between machines'],
    ['00:07:b4:00:xx:xx', 'GLBP: a virtual router that moves between machines'],
  ]),
  // Off at first: docks and adapters of this vendor have their own addresses, unless one is shared widely.
  {
    field: 'macAddress',
    pattern: '00:e0:4c:xx:xx:xx',
    reason: 'USB dock or adapter that people share: switch on only where one is shared widely',
    enabled: false,
  },
  ...list('ipv4Address', [
    ['0.0.0.0', 'No address'],
    ['127.0.0.0/8', 'Loopback: every machine has it'],
    ['169.254.0.0/16', 'Link-local: chosen by the machine when it gets no address'],
    ['::', 'No address'],
    ['::1', 'Loopback: every machine has it'],
    ['fe80::/10', 'Link-local: valid on one network segment only'],
  ]),
  ...list('name', [
    ['localhost', 'Every machine calls itself this'],
    ['localhost.localdomain', 'Every machine calls itself this'],
    ['localhost6', 'Every machine calls itself this'],
    ['no registered hostname', 'What scanners write where they find no name'],
    ['no netbios name', 'What scanners write where they find no name'],
    ['os not identified', 'What scanners write where they find no operating system'],
    ['-', 'Stands for no name'],
    ['–', 'Stands for no name'],
    ['—', 'Stands for no name'],
    ...NO_NAMES.filter((name) => !SCANNER_WORDS.has(name)).map(
      (name) => [name, 'Stands for no name'] as const,
    ),
    ['default', 'A name that nobody has chosen'],
    ['localdomain', 'A domain, not a machine'],
  ]),
];

function list(
  field: Field,
  entries: readonly (readonly [pattern: string, reason: string])[],
): IgnoredEntry[] {
  return entries.map(([pattern, reason]) => ({ field, pattern, reason, enabled: true }));
}
