import fc from 'fast-check';
import type { SensorSettings } from '../../../../src/features/sensor/types/settings';
import type { PlainAsset } from '../../make-dataset';
import { settingsWith } from './verdicts';

const HOUR = 3_600_000;
/** Few distinct values, so that assets collide in every way. */
const NAMES = ['a', 'b', 'a.x.org', 'b.x.org', 'a.y.x.org', 'A.Y.X.ORG.', 'c.z', '10.0.0.1', ''];
const IPS = ['10.0.0.1', '10.0.0.2', '10.0.1.1', '10.1.0.1', '2001:db8::1', '2001:DB8:0::1', '127.0.0.1', ''];
const MACS = [
  '000000000001',
  '000000000002',
  '000000000003',
  '000000000004',
  '000000000005',
  '000000000000',
  'ffffffffffff',
];
const SOURCES = ['QAGENT', 'IP', 'VM_SCANNER', 'PASSIVE_SENSOR', 'NPS', 'CAPS', 'EASM'];
const RANGES = ['10.0.0.0/24', '10.0.0.1', '10.0.0.0-10.0.1.255', '10.0.0.0/8', '2001:db8::/32'];

const some = <T>(values: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const maybe = <T>(value: fc.Arbitrary<T>, weight = 2) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary: value, weight: 1 });
const time = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map((hours) => 1e12 + hours * HOUR),
  fc.constant(Number.NaN),
);

const asset = fc
  .record({
    sources: fc.array(fc.record({ source: fc.constantFrom(...SOURCES), lastUpdated: time }), {
      maxLength: 2,
    }),
    trackingMethod: maybe(fc.constantFrom('IP', 'EASM'), 6),
    agentId: maybe(fc.constant('agent'), 9),
    assetName: maybe(fc.constantFrom(...NAMES), 4),
    dnsName: maybe(fc.constantFrom(...NAMES), 4),
    fqdn: maybe(fc.constantFrom(...NAMES), 5),
    netbiosName: maybe(fc.constantFrom(...NAMES), 5),
    interfaceHostnames: maybe(some(NAMES, 2), 5),
    address: maybe(fc.constantFrom(...IPS), 1),
    interfaceAddresses: maybe(some(IPS, 2)),
    macAddresses: maybe(some(MACS, 2), 1),
    networkId: maybe(fc.constantFrom('U1', 'U2'), 5),
    networkName: maybe(fc.constantFrom('N1', 'N2', 'Global Default Network'), 1),
    sensorName: maybe(some(['NPS1', 'NPS2'], 2), 1),
    sensorLastUpdated: maybe(time),
    lastModified: maybe(time),
    hardwareCategory: maybe(fc.constantFrom('Smartphone', 'Server'), 2),
    operatingSystemCategory: maybe(fc.constantFrom('Mobile', 'Linux'), 5),
    correlationId: maybe(fc.constantFrom('C1', 'c1', 'C2'), 8),
    hardwareUuid: maybe(fc.constantFrom('H1', 'H2'), 5),
    customAttributes: maybe(fc.constantFrom(['correlationId=C1'], ['own=C2'], ['own=C1', 'x=y']), 6),
  })
  .map((fields) => {
    const known = Object.entries(fields).filter(([, value]) => value !== undefined);
    return Object.fromEntries(known) as PlainAsset;
  });

/** Without names and correlation IDs, so that addresses decide. */
function withoutNames(fields: PlainAsset): PlainAsset {
  const { assetName, dnsName, fqdn, netbiosName, interfaceHostnames, correlationId, ...rest } = fields;
  return rest;
}

/** Inventories of up to thirty assets with ids whose numeric order differs from that of their text. */
export const inventories = fc
  .tuple(
    fc.array(asset, { minLength: 12, maxLength: 30 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 30, maxLength: 30 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([assets, ids, long, nameless]) =>
    assets.map((fields, index) => ({
      ...(nameless ? withoutNames(fields) : fields),
      assetId: `${long ? '90071992547409930' : ''}${ids[index]!}`,
    })),
  );

const networkOf = (name: string, sensor: string) =>
  fc.record({ name: fc.constant(name), sensors: some([sensor], 1), ranges: some(RANGES, 2) });

/** Settings with every field varied. */
export const anySettings: fc.Arbitrary<SensorSettings> = fc
  .record({
    networkFeature: fc.boolean(),
    networks: fc.oneof(
      fc.constant([]),
      fc.tuple(networkOf('N1', 'NPS1'), networkOf('N2', 'NPS2')),
      fc.tuple(
        fc.record({
          name: fc.constant('N1'),
          sensors: fc.constant(['NPS1', 'NPS2']),
          ranges: some(RANGES, 1),
        }),
      ),
    ),
    ranges: fc.array(
      fc.record(
        {
          range: fc.constantFrom(...RANGES),
          assignment: fc.constantFrom('static' as const, 'dynamic' as const, 'dynamic' as const),
          leaseHours: fc.constantFrom(1, 5, 12),
          network: fc.constantFrom('N1', 'N2'),
        },
        { requiredKeys: ['range', 'assignment'] },
      ),
      { maxLength: 3 },
    ),
    ipInactivityHours: fc.constantFrom(0, 2, 24, 100),
    domains: some(['x.org', 'y.x.org', 'z'], 2),
    excludedHostnames: some(['a', 'b*', '*.org', 'c.z', '*y*'], 2),
    mobilePatterns: some(['mobile', 'phone', 'server'], 2),
    sourceClasses: fc.constantFrom(
      {},
      { EASM: 'passive' as const },
      { NPS: 'managed' as const, IP: 'other' as const },
    ),
    correlationIdField: fc.constantFrom(null, null, 'own', 'hardwareUuid'),
  })
  .map(settingsWith);
