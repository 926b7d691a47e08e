import { describe, expect, test } from 'vitest';
import type { PlainAsset } from '../../make-dataset';
import { check, line } from './verdicts';

const HOUR = 3_600_000;
const NOW = 1_779_300_000_000;

const agent = (fields: PlainAsset = {}, seen = NOW): PlainAsset => ({
  assetId: '1',
  agentId: 'agent-1',
  sources: [{ source: 'QAGENT', lastUpdated: seen }],
  ...fields,
});
const scanned = (fields: PlainAsset = {}, seen = NOW): PlainAsset => ({
  assetId: '1',
  sources: [{ source: 'IP', lastUpdated: seen }],
  ...fields,
});
const sensed = (fields: PlainAsset = {}, seen = NOW): PlainAsset => ({
  assetId: '2',
  sources: [{ source: 'PASSIVE_SENSOR', lastUpdated: seen }],
  ...fields,
});
const caps = (fields: PlainAsset = {}, seen = NOW): PlainAsset => ({
  ...sensed(fields, seen),
  sources: [{ source: 'CAPS', lastUpdated: seen }],
});

/** The verdict of asset 2 as one line. */
async function verdict(assets: readonly PlainAsset[], changes: Parameters<typeof check>[1] = {}) {
  const { verdicts } = await check(assets, changes);
  return line(verdicts.find(({ assetId }) => assetId === '2'));
}

const [M1, M2] = ['00:50:56:00:00:01', '00:50:56:00:00:02'];
const IP = '10.0.0.5';
const N1_N2 = {
  networks: [
    { name: 'N1', sensors: ['NPS1'], ranges: [] },
    { name: 'N2', sensors: ['NPS2'], ranges: [] },
  ],
};
const STATIC = { ranges: [{ range: '10.0.0.0/24', assignment: 'static' as const }] };

describe('rows of the published table', () => {
  test('R1: the same correlation ID merges whatever else differs', async () => {
    const managed = agent({
      correlationId: 'C-1',
      macAddresses: [M1],
      assetName: 'a',
      address: IP,
      networkName: 'N1',
    });
    const passive = sensed({
      correlationId: 'c-1',
      macAddresses: [M2],
      assetName: 'b',
      address: '10.9.9.9',
      networkName: 'N2',
    });
    expect(await verdict([managed, passive])).toBe('merges correlationId R1 with 1');
  });
  test('R2: the same MAC merges whatever IPs, host names and network', async () => {
    const managed = agent({ macAddresses: [M1], assetName: 'a', address: IP, networkName: 'N1' });
    const passive = sensed({ macAddresses: [M1], assetName: 'b', address: '10.9.9.9', networkName: 'N2' });
    expect(await verdict([managed, passive])).toBe('merges macAddress R2 with 1');
  });
  test('R3: different MACs and the same host name merge whatever IPs and network', async () => {
    const managed = agent({ macAddresses: [M1], assetName: 'a', address: IP, networkName: 'N1' });
    const passive = sensed({ macAddresses: [M2], assetName: 'a', address: '10.9.9.9', networkName: 'N2' });
    expect(await verdict([managed, passive])).toBe('merges hostname R3 with 1');
  });
  test('R4: different MACs and host names, same IP and network merge within IP inactivity', async () => {
    const managed = scanned({ macAddresses: [M1], assetName: 'a', address: IP }, NOW - 24 * HOUR);
    const passive = sensed({ macAddresses: [M2], assetName: 'b', address: IP });
    expect(await verdict([managed, passive])).toBe('merges ipAddress R4 with 1');
    expect(await verdict([managed, passive], { ipInactivityHours: 23.9 })).toBe('separate');
  });
  test('R5: different MACs and host names, same IP in a different network stay separate', async () => {
    const managed = scanned({ macAddresses: [M1], assetName: 'a', address: IP, networkName: 'N1' });
    const passive = sensed({ macAddresses: [M2], assetName: 'b', address: IP, networkName: 'N2' });
    expect(await verdict([managed, passive])).toBe('separate R5 with 1');
  });
  test('R6: only the same IP in the same network merges within IP inactivity', async () => {
    expect(await verdict([scanned({ address: IP }, NOW - 24 * HOUR), sensed({ address: IP })])).toBe(
      'merges ipAddress R6 with 1',
    );
    expect(await verdict([scanned({ address: IP }, NOW - 25 * HOUR), sensed({ address: IP })])).toBe(
      'separate',
    );
  });
  test('R7: only the same IP in a different network stays separate', async () => {
    const assets = [scanned({ address: IP, networkName: 'N1' }), sensed({ address: IP, networkName: 'N2' })];
    expect(await verdict(assets)).toBe('separate R7 with 1');
  });
  test('rows count the assets of this dataset', async () => {
    const { result } = await check([
      scanned({ address: IP }),
      sensed({ address: IP }),
      sensed({ assetId: '3', address: IP, networkName: 'N2' }),
      sensed({ assetId: '4', address: IP }, NOW - 100 * HOUR),
    ]);
    expect(result.figures.rows).toEqual({ R1: 0, R2: 0, R3: 0, R4: 0, R5: 0, R6: 1, R7: 1 });
    expect(result.figures.outsideWindow).toEqual({ R4: 0, R6: 1 });
  });
});

describe('combinations that the table does not list', () => {
  test('a correlation ID that differs falls through to MAC', async () => {
    const managed = agent({ correlationId: 'C1', macAddresses: [M1] });
    expect(await verdict([managed, sensed({ correlationId: 'C2', macAddresses: [M1] })])).toBe(
      'merges macAddress R2 with 1',
    );
  });
  test('MAC N/A with the same host name is R3', async () => {
    expect(await verdict([agent({ assetName: 'a' }), sensed({ assetName: 'a', macAddresses: [M1] })])).toBe(
      'merges hostname R3 with 1',
    );
  });
  test('same IP, MACs N/A, host names different is R6 or R7 by network', async () => {
    const managed = scanned({ address: IP, assetName: 'a', macAddresses: [M1] });
    expect(await verdict([managed, sensed({ address: IP, assetName: 'b' })])).toBe(
      'merges ipAddress R6 with 1',
    );
    expect(await verdict([managed, sensed({ address: IP, assetName: 'b', networkName: 'N2' })])).toBe(
      'separate R7 with 1',
    );
  });
  test('same IP, MACs different, host name N/A is R4 or R5 by network', async () => {
    const managed = scanned({ address: IP, macAddresses: [M1] });
    expect(await verdict([managed, sensed({ address: IP, macAddresses: [M2] })])).toBe(
      'merges ipAddress R4 with 1',
    );
    expect(await verdict([managed, sensed({ address: IP, macAddresses: [M2], networkName: 'N2' })])).toBe(
      'separate R5 with 1',
    );
  });
});

describe('managed, unmanaged and other', () => {
  test('an asset reported by a Cloud Agent or scanned by a Qualys scanner is managed', async () => {
    const sources = ['QAGENT', 'CLOUD_AGENT', 'IP', 'DNSNAME', 'NETBIOS', 'INSTANCE_ID', 'VM_SCANNER'];
    const { result } = await check(sources.map((source, at) => ({ assetId: `${at}`, sources: [source] })));
    expect(result.figures).toMatchObject({ managed: 7, passive: 0, other: 0 });
  });
  test('an asset reported by CAPS or NPS and by no managed source is unmanaged', async () => {
    const sources = [
      'PASSIVE_SENSOR',
      'NPS',
      'MY_PASSIVE_TAP',
      'CAPS',
      'CLOUD_AGENT_PASSIVE_SENSING',
      'Passive Sensor',
    ];
    const { result } = await check(sources.map((source, at) => ({ assetId: `${at}`, sources: [source] })));
    expect(result.figures).toMatchObject({ managed: 0, passive: 6, caps: 2, other: 0 });
  });
  test('an asset that only other sources report takes no part', async () => {
    const { result } = await check([
      agent({ macAddresses: [M1], sources: ['EASM'], agentId: '' }),
      sensed({ macAddresses: [M1] }),
    ]);
    expect(result.figures).toMatchObject({ managed: 0, passive: 1, other: 1 });
    expect(result.figures.outcomes.separate).toBe(1);
  });
  test('an asset with both kinds of source is managed: it is de-duplicated already', async () => {
    const { result } = await check([{ sources: ['PASSIVE_SENSOR', 'QAGENT'] }]);
    expect(result.figures).toMatchObject({ managed: 1, passive: 0 });
  });
  test('a non-empty agent ID makes an asset managed whatever its sources', async () => {
    const { result } = await check([
      { sources: ['PASSIVE_SENSOR'], agentId: 'x' },
      { sources: ['EASM'], agentId: 'y' },
    ]);
    expect(result.figures).toMatchObject({ managed: 2, passive: 0, other: 0 });
  });
  test('the person can give a source another class', async () => {
    const { result } = await check([{ sources: ['EASM'] }, { sources: ['PASSIVE_SENSOR'] }], {
      sourceClasses: { EASM: 'passive', PASSIVE_SENSOR: 'managed' },
    });
    expect(result.figures).toMatchObject({ managed: 1, passive: 1 });
  });
});

describe('the order of the criteria', () => {
  test('correlation ID comes before MAC, MAC before host name, host name before IP', async () => {
    const managed = [
      agent({ assetId: '11', correlationId: 'C1' }),
      agent({ assetId: '12', macAddresses: [M1] }),
      agent({ assetId: '13', assetName: 'a' }),
      agent({ assetId: '14', address: IP }),
    ];
    const passive = sensed({ correlationId: 'C1', macAddresses: [M1], assetName: 'a', address: IP });
    const found: string[] = [];
    for (let from = 0; from < 4; from++) found.push(await verdict([...managed.slice(from), passive]));
    expect(found).toEqual([
      'merges correlationId R1 with 11',
      'merges macAddress R2 with 12',
      'merges hostname R3 with 13',
      'merges ipAddress R6 with 14',
    ]);
  });
  test('of several candidates the one last seen nearest counts, then the smaller asset ID', async () => {
    const at = (assetId: string, hours: number) => agent({ assetId, assetName: 'a' }, NOW + hours * HOUR);
    const passive = sensed({ assetName: 'a' });
    expect(await verdict([at('11', -5), at('12', 3), at('13', 9), passive])).toBe(
      'merges hostname R3 with 12',
    );
    expect(await verdict([at('100', 3), at('99', -3), passive])).toBe('merges hostname R3 with 99');
    expect(await verdict([at('9007199254740993', 3), at('9007199254740992', 3), passive])).toBe(
      'merges hostname R3 with 9007199254740992',
    );
  });
  test('the correlation ID is read from a custom attribute or from the field that the settings name', async () => {
    const byAttribute = [agent({ correlationId: 'C1' }), sensed({ customAttributes: ['correlationId=C1'] })];
    expect(await verdict(byAttribute)).toBe('merges correlationId R1 with 1');
    const byField = [
      agent({ hardwareUuid: 'H1' }),
      sensed({ customAttributes: ['x=y'], hardwareUuid: 'H1' }),
    ];
    expect(await verdict(byField)).toBe('separate');
    expect(await verdict(byField, { correlationIdField: 'hardwareUuid' })).toBe(
      'merges correlationId R1 with 1',
    );
  });
});

describe('host names', () => {
  test('a host name must match exactly; a domain name on one side keeps assets apart', async () => {
    const managed = agent({ dnsName: 'johndoe.somedomain.org' });
    expect(await verdict([managed, sensed({ assetName: 'johndoe' })])).toBe('separate');
    expect(await verdict([agent({ dnsName: 'JOHNDOE.' }), sensed({ assetName: ' johndoe ' })])).toBe(
      'merges hostname R3 with 1',
    );
  });
  test('a configured domain is taken off either side', async () => {
    const domains = { domains: ['somedomain.org'] };
    const [long, short] = ['johndoe.somedomain.org', 'johndoe'];
    expect(await verdict([agent({ dnsName: long }), sensed({ assetName: short })], domains)).toBe(
      'merges hostname R3 with 1',
    );
    expect(await verdict([agent({ dnsName: short }), sensed({ assetName: long })], domains)).toBe(
      'merges hostname R3 with 1',
    );
    expect(
      await verdict([agent({ dnsName: 'johndoe.other.org' }), sensed({ assetName: short })], domains),
    ).toBe('separate');
  });
  test('an excluded host name never matches, with or without its configured domain', async () => {
    const excluded = { excludedHostnames: ['hmi-*'], domains: ['x.org'] };
    const assets = [agent({ dnsName: 'hmi-7.x.org' }), sensed({ assetName: 'hmi-7' })];
    expect(await verdict(assets, { domains: ['x.org'] })).toBe('merges hostname R3 with 1');
    expect(await verdict(assets, excluded)).toBe('separate');
    const full = [agent({ dnsName: 'hmi-7.x.org' }), sensed({ assetName: 'hmi-7.x.org' })];
    expect(await verdict(full, { excludedHostnames: ['hmi-7'], domains: ['x.org'] })).toBe('separate');
    expect(await verdict(full, { excludedHostnames: ['hmi-7.x.org'] })).toBe('separate');
  });
  test('another host name of the same asset still matches when one is excluded', async () => {
    const assets = [
      agent({ dnsName: 'hmi', netbiosName: 'line-7' }),
      sensed({ assetName: 'hmi', netbiosName: 'LINE-7' }),
    ];
    expect(await verdict(assets, { excludedHostnames: ['hmi'] })).toBe('merges hostname R3 with 1');
  });
  test('an asset name that is an IP address is no host name', async () => {
    const assets = [agent({ assetName: IP }), sensed({ assetName: IP })];
    expect(await verdict(assets)).toBe('separate');
  });
});

describe('IP, network and time', () => {
  test('without the Network feature all IPs are in one global default network', async () => {
    const assets = [scanned({ address: IP, networkName: 'N1' }), sensed({ address: IP, networkName: 'N2' })];
    expect(await verdict(assets, { networkFeature: false })).toBe('merges ipAddress R6 with 1');
  });
  test('the network comes from the export, else from the sensor, else from the range, else it is the default', async () => {
    const settings = { networks: [{ name: 'N1', sensors: ['NPS1'], ranges: ['10.0.0.0/24'] }] };
    const passive = sensed({ address: IP, sensorName: ['NPS1'] });
    expect(await verdict([scanned({ address: IP, networkName: 'N1' }), passive], settings)).toBe(
      'merges ipAddress R6 with 1',
    );
    expect(await verdict([scanned({ address: IP }), passive], settings)).toBe('merges ipAddress R6 with 1');
    expect(await verdict([scanned({ address: IP, networkName: 'N2' }), passive], settings)).toBe(
      'separate R7 with 1',
    );
    expect(await verdict([scanned({ address: IP }), sensed({ address: IP })])).toBe(
      'merges ipAddress R6 with 1',
    );
    expect(
      await verdict([
        scanned({ address: IP, networkName: 'Global Default Network' }),
        sensed({ address: IP }),
      ]),
    ).toBe('merges ipAddress R6 with 1');
  });
  test('a network name of the settings meets the ID that stands beside it in the export', async () => {
    const settings = { networks: [{ name: 'N1', sensors: ['NPS1'], ranges: [] }] };
    const managed = scanned({ address: IP, networkId: 'uuid-1', networkName: 'N1' });
    expect(await verdict([managed, sensed({ address: IP, sensorName: ['NPS1'] })], settings)).toBe(
      'merges ipAddress R6 with 1',
    );
  });
  test('a static IP merges at once, without a time condition', async () => {
    const assets = [scanned({ address: IP }, NOW - 1000 * HOUR), sensed({ address: IP })];
    expect(await verdict(assets)).toBe('separate');
    expect(await verdict(assets, STATIC)).toBe('merges ipAddress R6 with 1');
    expect(await verdict([scanned({ address: IP }, Number.NaN), sensed({ address: IP })], STATIC)).toBe(
      'merges ipAddress R6 with 1',
    );
  });
  test('a dynamic IP merges within the DHCP lease period where it is known', async () => {
    const ranges = [{ range: '10.0.0.0/24', assignment: 'dynamic' as const, leaseHours: 8 }];
    const at = (hours: number) =>
      verdict([scanned({ address: IP }, NOW - hours * HOUR), sensed({ address: IP })], { ranges });
    expect(await at(8)).toBe('merges ipAddress R6 with 1');
    expect(await at(8.001)).toBe('separate');
  });
  test('a dynamic IP merges within the IP inactivity period where no lease is known', async () => {
    const settings = {
      ranges: [{ range: '10.0.0.0/24', assignment: 'dynamic' as const }],
      ipInactivityHours: 5,
    };
    const at = (hours: number) =>
      verdict([scanned({ address: IP }, NOW + hours * HOUR), sensed({ address: IP })], settings);
    expect(await at(5)).toBe('merges ipAddress R6 with 1');
    expect(await at(6)).toBe('separate');
  });
  test('an IP that is static in one range and dynamic in another is static', async () => {
    const ranges = [
      { range: IP, assignment: 'dynamic' as const, leaseHours: 1 },
      { range: '10.0.0.0/8', assignment: 'static' as const },
    ];
    const assets = [scanned({ address: IP }, NOW - 720 * HOUR), sensed({ address: IP })];
    expect(await verdict(assets, { ranges })).toBe('merges ipAddress R6 with 1');
    expect(await verdict(assets, { ranges: ranges.toReversed() })).toBe('merges ipAddress R6 with 1');
  });
  test('an IP in no configured range counts as dynamic', async () => {
    const assets = [scanned({ address: '10.0.1.5' }, NOW - 720 * HOUR), sensed({ address: '10.0.1.5' })];
    expect(await verdict(assets, STATIC)).toBe('separate');
  });
  test('every interface counts, IPv6 in any notation', async () => {
    const assets = [
      scanned({ interfaceAddresses: ['10.0.0.1', '2001:db8::5'] }),
      sensed({ address: '2001:0DB8:0:0::5' }),
    ];
    expect(await verdict(assets)).toBe('merges ipAddress R6 with 1');
  });
  test('last seen is that of the sources that count, else of the sensor, else of the record', async () => {
    const managed: PlainAsset = {
      assetId: '1',
      address: IP,
      sources: [
        { source: 'EASM', lastUpdated: NOW },
        { source: 'IP', lastUpdated: NOW - 48 * HOUR },
      ],
      lastModified: NOW,
    };
    expect(await verdict([managed, sensed({ address: IP })])).toBe('separate');
    const undated: PlainAsset = { assetId: '2', address: IP, sources: ['NPS'] };
    const then = NOW - 48 * HOUR;
    expect(await verdict([managed, { ...undated, sensorLastUpdated: then, lastModified: NOW }])).toBe(
      'merges ipAddress R6 with 1',
    );
    expect(await verdict([managed, { ...undated, lastModified: then }])).toBe('merges ipAddress R6 with 1');
    expect(await verdict([managed, undated])).toBe('separate');
  });
});

describe('Cloud Agent Passive Sensing', () => {
  test('CAPS matches by MAC', async () => {
    expect(await verdict([agent({ macAddresses: [M1] }), caps({ macAddresses: [M1] })])).toBe(
      'merges macAddress R2 with 1',
    );
  });
  test('CAPS matches by host name only where the managed asset has no MAC', async () => {
    const passive = caps({ macAddresses: [M2], assetName: 'a' });
    expect(await verdict([agent({ assetName: 'a' }), passive])).toBe('merges hostname R3 with 1');
    expect(await verdict([agent({ assetName: 'a', macAddresses: [M1] }), passive])).toBe('separate');
  });
  test('CAPS never matches by IP', async () => {
    const settings = STATIC;
    expect(await verdict([scanned({ address: IP }), caps({ address: IP })], settings)).toBe('separate');
    expect(
      await verdict(
        [sensed({ assetId: '1', address: IP, sensorName: ['NPS1'] }), caps({ address: IP })],
        settings,
      ),
    ).toBe('separate');
  });
});

describe('passive against passive', () => {
  const other = (fields: PlainAsset, seen = NOW) => sensed({ assetId: '3', ...fields }, seen);

  test('passive assets with the same MAC are one', async () => {
    expect(await verdict([sensed({ macAddresses: [M1] }), other({ macAddresses: [M1, M2] })])).toBe(
      'merges-passive macAddress with 3 group 2 3',
    );
  });
  test('passive assets with the same host name are one', async () => {
    expect(
      await verdict([
        sensed({ assetName: 'a', macAddresses: [M1] }),
        other({ dnsName: 'A', macAddresses: [M2] }),
      ]),
    ).toBe('merges-passive hostname with 3 group 2 3');
  });
  test('passive mobile devices do not match by host name', async () => {
    const phone = { assetName: 'galaxy', hardwareCategory: 'Smartphone' };
    expect(await verdict([sensed(phone), other({ assetName: 'galaxy' })])).toBe('separate');
    expect(
      await verdict([
        sensed({ assetName: 'galaxy' }),
        other({ assetName: 'galaxy', operatingSystemCategory: 'Mobile OS' }),
      ]),
    ).toBe('separate');
    expect(await verdict([sensed(phone), other({ assetName: 'galaxy' })], { mobilePatterns: [] })).toBe(
      'merges-passive hostname with 3 group 2 3',
    );
  });
  test('passive assets with an excluded host name stay apart', async () => {
    const assets = [sensed({ assetName: 'hmi' }), other({ assetName: 'hmi' })];
    expect(await verdict(assets, { excludedHostnames: ['hmi'] })).toBe('separate');
  });
  test('the same IP from several sensors in one network is one asset', async () => {
    const one = { networks: [{ name: 'N1', sensors: ['NPS1', 'NPS2'], ranges: [] }] };
    const assets = [
      sensed({ address: IP, sensorName: ['NPS1'] }),
      other({ address: IP, sensorName: ['NPS2'] }),
    ];
    expect(await verdict(assets, one)).toBe('merges-passive ipAddress with 3 group 2 3');
  });
  test('the same IP from several sensors in different networks is separate assets', async () => {
    const assets = [
      sensed({ address: IP, sensorName: ['NPS1'] }),
      other({ address: IP, sensorName: ['NPS2'] }),
    ];
    expect(await verdict(assets, N1_N2)).toBe('separate');
    expect(await verdict(assets, { ...N1_N2, networkFeature: false })).toBe(
      'merges-passive ipAddress with 3 group 2 3',
    );
  });
  test('the same IP reported twice by one sensor is not one asset', async () => {
    const assets = [
      sensed({ address: IP, sensorName: ['NPS1'] }),
      other({ address: IP, sensorName: ['NPS1'] }),
    ];
    expect(await verdict(assets)).toBe('separate');
  });
  test('where the export does not name the sensor, records count as different sensors', async () => {
    expect(await verdict([sensed({ address: IP }), other({ address: IP })])).toBe(
      'merges-passive ipAddress with 3 group 2 3',
    );
  });
  test('passive assets match by IP only if no MAC is learnt', async () => {
    expect(await verdict([sensed({ address: IP, macAddresses: [M1] }), other({ address: IP })])).toBe(
      'separate',
    );
  });
  test('passive assets with a static IP are one at once, with a dynamic one within IP inactivity', async () => {
    const assets = [sensed({ address: IP }), other({ address: IP }, NOW - 25 * HOUR)];
    expect(await verdict(assets)).toBe('separate');
    expect(await verdict(assets, { ipInactivityHours: 25 })).toBe(
      'merges-passive ipAddress with 3 group 2 3',
    );
    expect(await verdict(assets, STATIC)).toBe('merges-passive ipAddress with 3 group 2 3');
  });
  test('a passive asset that folds into a managed one is in no passive group', async () => {
    const assets = [
      agent({ macAddresses: [M1] }),
      sensed({ macAddresses: [M1], assetName: 'a' }),
      other({ assetName: 'a' }),
    ];
    const { verdicts } = await check(assets);
    expect(verdicts.map(line)).toEqual(['merges macAddress R2 with 1', 'separate']);
  });
});
