import { expect, test } from 'vitest';
import { sensorSection } from '../../../../src/features/sensor/report/section';
import { sensorSections } from '../../../../src/features/sensor/report/sections';
import { sectionsHtml } from '../../../../src/report/html/sections-html';
import { plainSection } from '../../../../src/report/redaction/redact-sections';
import { check } from './verdicts';

const NOW = 1_779_300_000_000;
const seen = (source: string, lastUpdated = NOW) => [{ source, lastUpdated }];

async function checked() {
  const { result } = await check([
    { assetId: '9007199254740993', sources: seen('QAGENT'), macAddresses: [1], dnsName: 'c.x.org' },
    { assetId: '2', sources: seen('NPS'), macAddresses: [1], assetName: '=1+1' },
    { assetId: '3', sources: seen('NPS'), assetName: 'a' },
    { assetId: '4', sources: seen('NPS'), dnsName: 'a', address: '10.0.0.1' },
    { assetId: '5', sources: ['NPS'], dnsName: 'c' },
  ]);
  return result;
}

const section = async () => sensorSection(await checked());

test('the results file has a verdict for every passive asset, separate ones with criterion null', async () => {
  const verdicts = [...(await section()).verdicts()];
  expect(verdicts.slice(0, 3)).toEqual([
    {
      assetId: '2',
      outcome: 'merges',
      criterion: 'macAddress',
      row: 'R2',
      with: '9007199254740993',
      group: null,
      nearMisses: [],
    },
    {
      assetId: '3',
      outcome: 'merges-passive',
      criterion: 'hostname',
      row: null,
      with: '4',
      group: 1,
      nearMisses: [],
    },
    {
      assetId: '4',
      outcome: 'merges-passive',
      criterion: 'hostname',
      row: null,
      with: '3',
      group: 1,
      nearMisses: [],
    },
  ]);
  expect(verdicts[3]).toMatchObject({
    assetId: '5',
    outcome: 'separate',
    criterion: null,
    row: null,
    with: null,
    group: null,
  });
  expect(verdicts[3]!.nearMisses).toEqual([
    {
      kind: 'domain',
      criterion: 'hostname',
      with: '9007199254740993',
      row: 'R3',
      text: 'Merges with asset 9007199254740993 by host name if x.org is among the configured domains.',
      domain: 'x.org',
      hostname: 'c.x.org',
    },
    {
      kind: 'not-evaluated',
      criterion: 'correlationId',
      with: null,
      row: null,
      text: expect.stringContaining('Correlation ID: not in this export; it takes a field'),
    },
  ]);
});

test('passive groups carry exact ids in dataset order', async () => {
  expect([...(await section()).passiveGroups()]).toEqual([{ id: 1, assetIds: ['3', '4'] }]);
});

test('the sheets are named by the contract, and their rows are as many and as wide as they say', async () => {
  const tables = sensorSections(await checked()).filter((section) => section.kind === 'table');
  const sheets = tables.filter(({ excel }) => excel !== null);
  expect(sheets.map(({ excel }) => excel)).toEqual([
    { sheet: 'Sensor Verdicts' },
    { sheet: 'Sensor Summary' },
  ]);
  for (const { rows, rowCount, columns } of tables) {
    expect([...rows()]).toHaveLength(rowCount);
    for (const row of rows()) expect(row).toHaveLength(columns.length === 0 ? 2 : columns.length);
  }
  const [first, , , last] = [...sheets[0]!.rows()];
  expect(first).toEqual([
    '2',
    '=1+1',
    '',
    { time: NOW },
    'Merges into a managed asset',
    'MAC address',
    'R2',
    '9007199254740993',
    'c.x.org',
    null,
    null,
  ]);
  expect(last![3]).toBeNull();
  expect([...sheets[1]!.rows()]).toContainEqual(['Verdict', 'Stays separate', 1, null]);
});

test('the HTML report has the same figures in lines, and of the verdicts fewer columns', async () => {
  const html = sectionsHtml(sensorSections(await checked()).map(plainSection));
  expect(html.match(/<section id="[^"]*"/g)).toEqual([
    '<section id="sensor"',
    '<section id="sensor-rows"',
    '<section id="sensor-verdicts"',
  ]);
  expect(html).toContain('<tr><th scope="row">Stays separate</th><td class="number">1</td></tr>');
  expect(html).toContain(
    '<tr><td>2</td><td>Merges into a managed asset</td><td>MAC address</td><td>R2</td><td>9007199254740993</td><td class="sentence"></td></tr>',
  );
});
