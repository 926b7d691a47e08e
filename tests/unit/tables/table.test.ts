import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { UNWATCHED } from '../../../src/model/progress';
import { RULE_IDS } from '../../../src/model/rule';
import { type AssetLine, TABLE_COLUMN_IDS, type TableQuery } from '../../../src/model/table';
import { timeText } from '../../../src/tables/cells';
import { openTable, WHOLE_TABLE } from '../../../src/tables/table';
import { timeText as shownTime } from '../../../src/wording/local-time';
import { makeDataset } from '../make-dataset';
import { makeGrouping } from '../report/make-grouping';
import { randomResult } from './random-result';

const query = fc.record({
  search: fc.constantFrom(
    '',
    'web',
    'WEB 10',
    '00-50-56',
    '005056',
    '00:50',
    '0050.5600.0001',
    'qagent, ip',
    'dns',
    '2026-05-25',
    '25 May',
    '10:21',
    '14:21',
    'group 2',
    'Cluster 1 web',
    '0050.5',
    '00-50-5',
    'ς',
    'ß',
    '1',
    'windows 9',
    'no such thing',
    '\ud800',
  ),
  rules: fc.option(fc.subarray([...RULE_IDS]), { nil: null }),
  overlap: fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
  cluster: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  matching: fc.option(fc.constantFrom(...RULE_IDS), { nil: null, freq: 5 }),
  group: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null, freq: 5 }),
  sort: fc.option(fc.record({ column: fc.constantFrom(...TABLE_COLUMN_IDS), descending: fc.boolean() }), {
    nil: null,
  }),
  together: fc.boolean(),
  bands: fc.boolean(),
});

const textOf = ({ cells }: AssetLine, column: (typeof TABLE_COLUMN_IDS)[number]) =>
  column === 'lastActivity' ? timeText(cells.lastActivity) : String(cells[column]);
const fold = (text: string) => text.toLowerCase().replaceAll('ς', 'σ');

/** The obvious twin of the search: every cell as text, every word somewhere in it. */
function isFound(line: AssetLine, search: string): boolean {
  const { macAddresses, sharedValue, lastActivity, ...others } = line.cells;
  const cells = [
    ...Object.values(others).map(String),
    Number.isNaN(lastActivity) ? '' : isoDate.format(lastActivity),
    shownTime(lastActivity),
    Number.isNaN(lastActivity) ? '' : words.format(lastActivity),
    ...[macAddresses, sharedValue].flatMap((text) => [text, text.replaceAll(':', '')]),
  ].map(fold);
  return fold(search.replace(/(group|cluster) \d+/i, ''))
    .split(/\s+/)
    .every((word) =>
      [word, word.replaceAll('-', ':'), /^[0-9a-f]{4}\./.test(word) ? word.replaceAll('.', '') : word].some(
        (spelling) => cells.some((cell) => cell.includes(spelling)),
      ),
    );
}
const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const isoDate = new Intl.DateTimeFormat('sv-SE');

/** What a search names by number, for the rows that it may show. */
function isNamed({ cells }: AssetLine, search: string): boolean {
  const [, kind, number] = /(group|cluster) (\d+)/i.exec(search) ?? [];
  if (kind === undefined) return true;
  return (kind.toLowerCase() === 'group' ? cells.group : cells.cluster) === Number(number);
}

describe('openTable', () => {
  it('shows what an obvious filter of all rows shows', async () => {
    await fc.assert(
      fc.asyncProperty(randomResult, query, async ({ dataset, grouping }, asked) => {
        const whole = await openTable(dataset, grouping, { ...WHOLE_TABLE, bands: false }, UNWATCHED);
        const expected = (whole.lines(0, Number.MAX_SAFE_INTEGER) as AssetLine[]).filter(
          (line) =>
            (asked.rules === null || asked.rules.includes(line.rule)) &&
            (asked.overlap === null || grouping.rulesOfAsset[line.asset] === asked.overlap) &&
            (asked.cluster === null || line.cells.cluster === asked.cluster + 1) &&
            (asked.matching === null ||
              (grouping.rulesOfAsset[line.asset]! & (1 << RULE_IDS.indexOf(asked.matching))) !== 0) &&
            (asked.group === null || line.group === asked.group) &&
            isNamed(line, asked.search) &&
            isFound(line, asked.search),
        );
        const groups = [...new Set(expected.map((line) => line.group))];
        const placed = expected.map((line) => ({ ...line, place: groups.indexOf(line.group) }));
        const table = await openTable(dataset, grouping, asked, UNWATCHED);
        const lines = table.lines(0, table.size.lines + 5);
        const rows = lines.filter((line) => line.kind === 'asset');
        const key = (line: AssetLine) => line.group * 1000 + line.asset;
        const shown = asked.sort ? [...rows].sort((a, b) => key(a) - key(b)) : rows;
        expect(shown).toEqual(placed);
        expect(table.size).toEqual({
          lines: lines.length,
          rows: expected.length,
          groups: new Set(expected.map((line) => line.group)).size,
          assets: new Set(expected.map((line) => line.asset)).size,
        });
        lines.forEach((line, at) => {
          expect(table.lines(at, 1)).toEqual([line]);
          if (line.kind === 'asset') expect(table.find(line.asset, line.group)).toBe(at);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('puts a line before each shown group, with its value, size and why', async () => {
    const dataset = makeDataset([
      { assetName: 'a' },
      { assetName: 'a', dnsName: 'x' },
      { macAddresses: ['005056000001'] },
      { macAddresses: ['005056000001'], dnsName: 'x' },
      { assetName: 'a' },
    ]);
    const grouping = makeGrouping(dataset, [
      { rule: 'assetName', value: 'a', members: [0, 1, 4] },
      { rule: 'macAddress', value: '005056000001', members: [2, 3] },
    ]);
    const table = await openTable(dataset, grouping, { ...WHOLE_TABLE, search: 'x' }, UNWATCHED);
    expect(table.lines(0, 9).map((line) => (line.kind === 'band' ? line : line.asset))).toEqual([
      {
        kind: 'band',
        group: 0,
        place: 0,
        rule: 'assetName',
        value: 'a',
        size: 3,
        shown: 1,
        cluster: 0,
        why: '3 assets have the asset name a',
        also: [],
      },
      1,
      {
        kind: 'band',
        group: 1,
        place: 1,
        rule: 'macAddress',
        value: '00:50:56:00:00:01',
        size: 2,
        shown: 1,
        cluster: 1,
        why: '2 assets share the MAC address 00:50:56:00:00:01',
        also: [],
      },
      3,
    ]);
    expect(table.find(0, 0)).toBe(-1);
    expect(table.find(3, 7)).toBe(-1);
    expect(await table.columnText('assetId')).toBe('2\n4\n');
    expect(await table.columnText('toString')).toBe('');
  });

  it('copies times as the page shows them, where the browser is', async () => {
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const sources = [{ source: 'IP', lastUpdated: Date.UTC(2026, 4, 25, 2, 21) }];
    const dataset = makeDataset([{ assetName: 'a', sources }, { assetName: 'a' }]);
    const grouping = makeGrouping(dataset, [{ rule: 'assetName', value: 'a', members: [0, 1] }]);
    const table = await openTable(dataset, grouping, { ...WHOLE_TABLE, search: '24 may' }, UNWATCHED);
    expect(await table.columnText('lastActivity')).toBe('24 May 2026 22:21\n');
  });
});

describe('a row', () => {
  it('names and marks all fields that match in its group, its shared values first', async () => {
    const macs = [
      '00:50:56:00:00:0a',
      '00:50:56:00:00:0b',
      '00:50:56:00:00:0c',
      '00:50:56:00:00:0d',
    ] as const;
    const assets = [
      { assetName: 'WEB01', dnsName: 'web01.', netbiosName: 'X', macAddresses: [macs[0], macs[1]] },
      { assetName: 'web01', dnsName: 'WEB01', netbiosName: 'Y', macAddresses: [macs[2], macs[1]] },
      { assetName: 'db', macAddresses: [macs[3], macs[1], macs[2]] },
    ];
    const dataset = makeDataset(assets);
    const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
    const table = await openTable(dataset, grouping, WHOLE_TABLE, UNWATCHED);
    const lines = table
      .lines(0, 9)
      .map((line) =>
        line.kind === 'band'
          ? { also: line.also }
          : { macs: line.cells.macAddresses, fields: line.cells.allMatchingFields, matched: line.matched },
      );
    const names = { assetName: ['WEB01'], dnsName: ['web01.'] };
    expect(lines).toEqual([
      { also: ['dnsName', 'macAddress'] },
      {
        macs: `${macs[1]}, ${macs[0]}`,
        fields: 'Asset name, DNS name, MAC address',
        matched: { ...names, macAddresses: [macs[1]] },
      },
      {
        macs: `${macs[1]}, ${macs[2]}`,
        fields: 'Asset name, DNS name, MAC address',
        matched: { assetName: ['web01'], dnsName: ['WEB01'], macAddresses: [macs[1]] },
      },
      // The third shares one adapter with both and another with the second; two of three have one name.
      { also: [] },
      {
        macs: `${macs[1]}, ${macs[0]}`,
        fields: 'MAC address, asset name, DNS name',
        matched: { ...names, macAddresses: [macs[1]] },
      },
      {
        macs: `${macs[1]}, ${macs[2]}`,
        fields: 'MAC address, asset name, DNS name',
        matched: { assetName: ['web01'], dnsName: ['WEB01'], macAddresses: [macs[2], macs[1]] },
      },
      {
        macs: `${macs[1]}, ${macs[2]}, ${macs[3]}`,
        fields: 'MAC address',
        matched: { macAddresses: [macs[1], macs[2]] },
      },
    ]);
    const found = await openTable(dataset, grouping, { ...WHOLE_TABLE, search: 'netbios' }, UNWATCHED);
    expect(found.size.rows).toBe(0);
    const byMac = await openTable(dataset, grouping, { ...WHOLE_TABLE, search: 'address' }, UNWATCHED);
    expect([byMac.size.groups, byMac.size.rows]).toEqual([2, 5]);
  });
});

describe('sorting', () => {
  const sorted = async (
    column: (typeof TABLE_COLUMN_IDS)[number],
    descending: boolean,
    assets: Parameters<typeof makeDataset>[0],
  ) => {
    const dataset = makeDataset(assets);
    const grouping = makeGrouping(dataset, [
      { rule: 'assetName', value: 'x', members: assets.map((_, at) => at) },
    ]);
    const asked: TableQuery = { ...WHOLE_TABLE, sort: { column, descending } };
    const table = await openTable(dataset, grouping, asked, UNWATCHED);
    return (table.lines(0, 99) as AssetLine[]).map((line) => textOf(line, column));
  };

  it.each([
    [
      'address',
      ['10.0.0.2', '', '2001:db8::1', '10.0.0.10', '9.9.9.9', '::2', 'junk'],
      ['9.9.9.9', '10.0.0.2', '10.0.0.10', '::2', '2001:db8::1', 'junk', ''],
    ],
    [
      'assetName',
      ['web10', 'Web2', '', 'web1', 'db', 'web02b'],
      ['db', 'web1', 'Web2', 'web02b', 'web10', ''],
    ],
    [
      'assetId',
      ['9007199254740993', '20', '9007199254740992', '#3', '3'],
      ['3', '20', '9007199254740992', '9007199254740993', '#3'],
    ],
  ] as const)('orders %s as such, empty last, in both directions', async (column, given, expected) => {
    const assets = given.map((text) => ({ [column]: text }));
    expect(await sorted(column, false, assets)).toEqual(expected);
    const filled = expected.filter((text) => text !== '');
    expect(await sorted(column, true, assets)).toEqual([
      ...filled.reverse(),
      ...expected.filter((text) => text === ''),
    ]);
  });

  it('orders times as times', async () => {
    const times = [1779718870000, Number.NaN, -5, 0, 1779718870001];
    const assets = times.map((lastUpdated) => ({ sources: [{ source: 'IP', lastUpdated }] }));
    expect(await sorted('lastActivity', false, assets)).toEqual([
      '1969-12-31 23:59:59',
      '1970-01-01 00:00:00',
      '2026-05-25 14:21:10',
      '2026-05-25 14:21:10',
      '',
    ]);
  });

  it('keeps groups together, each where its first row stands, with its band before it', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomResult,
        fc.constantFrom(...TABLE_COLUMN_IDS),
        fc.boolean(),
        async ({ dataset, grouping }, column, descending) => {
          const sort = { column, descending };
          const open = (more: Partial<TableQuery>) =>
            openTable(dataset, grouping, { ...WHOLE_TABLE, sort, search: 'web', ...more }, UNWATCHED);
          const flat = (await open({})).lines(0, 9999) as AssetLine[];
          const groups = [...new Set(flat.map((line) => line.group))];
          const expected = groups.flatMap((group) => [
            `band ${group}`,
            ...flat.filter((line) => line.group === group).map((line) => `${group} ${line.asset}`),
          ]);
          const lines = (await open({ together: true })).lines(0, 9999);
          expect(
            lines.map((line) =>
              line.kind === 'band' ? `band ${line.group}` : `${line.group} ${line.asset}`,
            ),
          ).toEqual(expected);
          for (const line of lines)
            if (line.kind === 'band')
              expect(line.shown).toBe(flat.filter(({ group }) => group === line.group).length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('agrees with an obvious sort, stable, on random rows', async () => {
    await fc.assert(
      fc.asyncProperty(randomResult, fc.boolean(), async ({ dataset, grouping }, descending) => {
        for (const column of TABLE_COLUMN_IDS) {
          const all = await openTable(dataset, grouping, { ...WHOLE_TABLE, bands: false }, UNWATCHED);
          const whole = all.lines(0, 9999) as AssetLine[];
          const table = await openTable(
            dataset,
            grouping,
            { ...WHOLE_TABLE, sort: { column, descending } },
            UNWATCHED,
          );
          const expected = whole.map((line) => ({ line, text: textOf(line, column) }));
          expected.sort((a, b) => {
            if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
            const order = compareCells(column, a.line, b.line);
            return descending ? -order : order;
          });
          expect(table.lines(0, 9999)).toEqual(expected.map(({ line }) => line));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The obvious order of two cells that are not empty. */
function compareCells(column: (typeof TABLE_COLUMN_IDS)[number], a: AssetLine, b: AssetLine): number {
  if (column === 'lastActivity' || column === 'group' || column === 'cluster')
    return a.cells[column] - b.cells[column];
  const [x, y] = [a.cells[column], b.cells[column]];
  if (column === 'assetId') return compareParts(idParts(x), idParts(y));
  if (column === 'address') return compareParts(addressParts(x), addressParts(y));
  if (column === 'macAddresses') return x < y ? -1 : x > y ? 1 : 0;
  if (column === 'sharedValue') return compareParts(valueParts(a), valueParts(b));
  return compareParts(naturalParts(x), naturalParts(y));
}

type Part = number | bigint | string;
const idParts = (id: string): Part[] => (/^\d+$/.test(id) ? [1, BigInt(id)] : [9, ...naturalParts(id)]);
const valueParts = ({ rule, cells: { sharedValue } }: AssetLine): Part[] =>
  rule === 'ipv4Address'
    ? [1, ...addressParts(sharedValue)]
    : rule === 'macAddress'
      ? [2, sharedValue]
      : [3, ...naturalParts(sharedValue)];

function addressParts(text: string): Part[] {
  const first = text.split(',')[0]!;
  const known: Record<string, Part[]> = { '::1': [6, 1], '2001:db8::1': [6, 2] };
  const numbers = first.split('.').map(Number);
  if (numbers.length === 4 && numbers.every((part) => part < 256)) return [4, ...numbers];
  return known[first] ?? [9, ...naturalParts(text)];
}

/** Characters, and runs of digits as numbers standing where the digit 0 stands. */
function naturalParts(text: string): Part[] {
  return (fold(text).match(/\d+|[^\d]/gu) ?? []).flatMap((part): Part[] =>
    /\d/.test(part) ? [48, BigInt(part)] : [part.codePointAt(0)!],
  );
}

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return a[at]! < b[at]! ? -1 : 1;
  }
  return a.length - b.length;
}
