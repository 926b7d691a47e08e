import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SENSOR_SETTINGS,
  domainFault,
  findSettingsFaults,
  rangeFault,
  readSensorSettings,
  writeSensorSettings,
} from '../../../../src/features/sensor/settings';

const HEAD = { format: 'doublet-sensor-settings', version: 1 };
const REMEDY = 'Correct the file and load it again; the settings are as they were.';

/** The documented file, every field set. */
const DOCUMENTED = {
  ...HEAD,
  networkFeature: true,
  networks: [{ name: 'N1', sensors: ['NPS1'], ranges: ['10.10.0.0/16'] }],
  ranges: [
    { range: '10.10.0.0/24', assignment: 'static' },
    { range: '10.10.1.10-10.10.1.200', assignment: 'dynamic', leaseHours: 8, network: 'N1' },
  ],
  ipInactivityHours: 24,
  domains: ['somedomain.org'],
  excludedHostnames: ['switch-default', 'hmi-*'],
  mobilePatterns: ['mobile', 'phone', 'tablet'],
  sourceClasses: { PASSIVE_SENSOR: 'passive' },
  correlationIdField: null,
};

test('the documented settings file is read whole, and written as it was read', () => {
  const reading = readSensorSettings(JSON.stringify(DOCUMENTED));
  expect(reading).toEqual({ ok: true, value: DOCUMENTED });
  if (reading.ok) expect(JSON.parse(writeSensorSettings(reading.value))).toEqual(DOCUMENTED);
});

test('a missing field keeps its default, a byte order mark does not matter', () => {
  expect(readSensorSettings(`\uFEFF${JSON.stringify(HEAD)}`)).toEqual({
    ok: true,
    value: DEFAULT_SENSOR_SETTINGS,
  });
});

test('a source may have any name, that of a prototype too', () => {
  const reading = readSensorSettings(
    `{"format":"doublet-sensor-settings","version":1,"sourceClasses":{"__proto__":"passive","constructor":"other"}}`,
  );
  expect(reading.ok && Object.entries(reading.value.sourceClasses)).toEqual([
    ['__proto__', 'passive'],
    ['constructor', 'other'],
  ]);
  expect(({} as Record<string, unknown>)['passive']).toBeUndefined();
});

describe('settings that are refused by name', () => {
  const cases: readonly [name: string, from: unknown, what: string][] = [
    ['not JSON', 'PK\u0003\u0004', 'This is not a file of sensor settings: it is not JSON.'],
    ['an asset export', '[{"assetId":1}]', 'This is not a file of sensor settings.'],
    [
      'a file of something else',
      { format: 'doublet-results', version: 1 },
      'format: This is not a file of sensor settings: “format” must be “doublet-sensor-settings” and is “doublet-results”.',
    ],
    [
      'no format',
      { version: 1 },
      'format: This is not a file of sensor settings: “format” must be “doublet-sensor-settings” and is missing.',
    ],
    [
      'a wrong version',
      { ...HEAD, version: 2 },
      'version: Only version 1 of the settings can be read; this is 2.',
    ],
    [
      'no version',
      { format: HEAD.format },
      'version: Only version 1 of the settings can be read; this is missing.',
    ],
    ['an unknown field', { ...HEAD, domain: [] }, 'domain: “domain” is no field of the settings.'],
    [
      'an unknown field in a range',
      { ...HEAD, ranges: [{ range: '10.0.0.1', assignment: 'static', lease: 8 }] },
      'ranges[0].lease: “lease” is no field of the settings.',
    ],
    [
      'a reversed range',
      { ...HEAD, ranges: [{ range: '10.0.0.9-10.0.0.1', assignment: 'static' }] },
      'ranges[0].range: The range runs backwards: 10.0.0.9 comes after 10.0.0.1.',
    ],
    [
      'a bad CIDR',
      { ...HEAD, ranges: [{ range: '10.0.0.0/33', assignment: 'static' }] },
      'ranges[0].range: “/33” is not a prefix length: for 10.0.0.0 it is /0 to /32.',
    ],
    [
      'a bad range of a network',
      { ...HEAD, networks: [{ name: 'N', ranges: ['10.0.0.0/8', 'ten'] }] },
      'networks[0].ranges[1]: “ten” is not an IP address.',
    ],
    [
      'a range without assignment',
      { ...HEAD, ranges: [{ range: '10.0.0.1' }] },
      'ranges[0].assignment: This field is missing.',
    ],
    [
      'a wrong assignment',
      { ...HEAD, ranges: [{ range: '10.0.0.1', assignment: 'dhcp' }] },
      'ranges[0].assignment: This must be “static” or “dynamic”.',
    ],
    [
      'a lease of nothing',
      { ...HEAD, ranges: [{ range: '10.0.0.1', assignment: 'dynamic', leaseHours: 0 }] },
      'ranges[0].leaseHours: A lease period must be more than 0 hours.',
    ],
    [
      'hours as text',
      { ...HEAD, ipInactivityHours: '24' },
      'ipInactivityHours: This must be a number of hours.',
    ],
    [
      'hours below zero',
      { ...HEAD, ipInactivityHours: -1 },
      'ipInactivityHours: The inactivity period cannot be less than 0 hours.',
    ],
    [
      'too many hours',
      { ...HEAD, ipInactivityHours: 1e9 },
      'ipInactivityHours: This is more than 87,600 hours (ten years).',
    ],
    [
      'a yes-or-no as text',
      { ...HEAD, networkFeature: 'yes' },
      'networkFeature: This must be true or false.',
    ],
    ['a list that is none', { ...HEAD, excludedHostnames: 'hmi' }, 'excludedHostnames: This must be a list.'],
    ['an empty entry', { ...HEAD, excludedHostnames: ['hmi', ' '] }, 'excludedHostnames[1]: This is empty.'],
    [
      'a bad domain',
      { ...HEAD, domains: ['*.x.org'] },
      'domains[0]: “*.x.org” is not a domain: write it as in somedomain.org.',
    ],
    [
      'a wrong class',
      { ...HEAD, sourceClasses: { EASM: 'unmanaged' } },
      'sourceClasses: The class of “EASM” must be “managed”, “passive” or “other”.',
    ],
    [
      'one network twice',
      { ...HEAD, networks: [{ name: 'N1' }, { name: 'n1' }] },
      'networks[1].name: “n1” is the name of networks[0] too.',
    ],
    [
      'one sensor in two networks',
      {
        ...HEAD,
        networks: [
          { name: 'N1', sensors: ['S'] },
          { name: 'N2', sensors: ['s'] },
        ],
      },
      'networks[1].sensors[0]: The sensor “s” is in two networks: N1 and N2.',
    ],
    [
      'several at once',
      { ...HEAD, bogus: 1, ipInactivityHours: -1, domains: [''] },
      'ipInactivityHours: The inactivity period cannot be less than 0 hours. 2 more fields are wrong.',
    ],
  ];
  for (const [name, from, what] of cases) {
    test(name, () => {
      const text = typeof from === 'string' ? from : JSON.stringify(from);
      expect(readSensorSettings(text)).toEqual({
        ok: false,
        trouble: { code: 'sensor-settings', what, remedy: REMEDY },
      });
    });
  }
});

test('the form gets every fault with its field', () => {
  expect(
    findSettingsFaults({ ...HEAD, domains: ['a b'], ipInactivityHours: null }).map(({ field }) => field),
  ).toEqual(['ipInactivityHours', 'domains[0]']);
  expect(findSettingsFaults(DEFAULT_SENSOR_SETTINGS)).toEqual([]);
});

test('ranges and domains are checked as they are typed', () => {
  expect(rangeFault('2001:db8::/32')).toBeNull();
  expect(rangeFault('10.0.0.1-')).toBe('The last address of the range is missing.');
  expect(domainFault('.Somedomain.ORG.')).toBeNull();
  expect(domainFault('a..b')).toBe('“a..b” is not a domain: write it as in somedomain.org.');
  expect(domainFault(' ')).toBe('There is no domain.');
});
