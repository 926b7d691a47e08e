import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Dataset } from '../../../../src/model/dataset';
import type { Grouping } from '../../../../src/model/grouping';
import { UNWATCHED } from '../../../../src/model/progress';
import { placeIn } from '../../../../src/report/html/viewer/address';
import { cellTexts } from '../../../../src/report/html/viewer/cell-text';
import { clustersOf } from '../../../../src/report/html/viewer/clusters';
import { EvidenceFinder } from '../../../../src/report/html/viewer/group-evidence';
import {
  columnNamed,
  joinBlocks,
  matchingFields,
  type Report,
} from '../../../../src/report/html/viewer/report';
import { findRows, haystacksOf } from '../../../../src/report/html/viewer/search';
import { writeHtml } from '../../../../src/report/html/write-html';
import { openTable, WHOLE_TABLE } from '../../../../src/tables/table';
import { makeDataset } from '../../make-dataset';
import { randomResult } from '../../tables/random-result';
import { makeGrouping } from '../make-grouping';
import { makeInput, written } from '../report-input';
import { blocksOf } from './blocks-of';

async function htmlOf(dataset: Dataset, grouping: Grouping, search = ''): Promise<string> {
  const query = search === '' ? null : { ...WHOLE_TABLE, search };
  return new TextDecoder().decode(
    await written(writeHtml, makeInput(dataset, grouping, { query }), { sorted: false }),
  );
}

const reportOf = async (dataset: Dataset, grouping: Grouping): Promise<Report> =>
  joinBlocks(blocksOf(await htmlOf(dataset, grouping)));

const noTexts = () => {
  throw new Error('not searched');
};

describe('what the address asks for', () => {
  test.each([
    ['', null],
    ['#', null],
    ['#rows', { kind: 'part', id: 'rows' }],
    ['#machine-5', { kind: 'part', id: 'machine-5' }],
    ['#group-12', { kind: 'group', number: 12 }],
    ['#cluster-3', { kind: 'cluster', number: 3 }],
    ['#overlap-31', { kind: 'overlap', number: 31 }],
    ['#field-2', { kind: 'field', number: 2 }],
    ['#group-x', { kind: 'part', id: 'group-x' }],
  ])('%s', (hash, place) => {
    expect(placeIn(hash)).toEqual(place);
  });
});

const shared = { assetName: 'web01', dnsName: 'web01.example.', netbiosName: 'WEB01' };
const dataset = makeDataset([
  { ...shared, assetId: '1', macAddresses: ['00:50:56:00:00:09', '00:50:56:00:00:01'], address: '10.0.0.1' },
  {
    ...shared,
    assetId: '2',
    macAddresses: ['00:50:56:00:00:01'],
    dnsName: 'WEB01.example',
    address: '10.0.0.2',
  },
  { assetId: '3', macAddresses: ['00:50:56:00:00:01'], address: '10.0.0.2' },
]);
const grouping = makeGrouping(dataset, [
  { rule: 'assetName', value: 'web01', members: [0, 1] },
  { rule: 'macAddress', value: '005056000001', members: [0, 1, 2] },
]);
/** Rules of each row, then of each group, as detection finds them in this dataset. */
const matched = (...rows: number[]): Grouping => ({
  ...grouping,
  rulesOfRow: Uint8Array.from(rows),
  rulesOfGroup: Uint8Array.of(0b1111, 0b1000),
});
const ALL = 0b1111;

describe('what a group shares', () => {
  const cellIn = (report: Report, row: number, id: string) => {
    const column = columnNamed(report, id)!;
    return new EvidenceFinder(report).cell(row, column, cellTexts(report, column)(row));
  };

  it('is named and marked in each row, the value by which it was found first', async () => {
    const report = await reportOf(dataset, matched(ALL, ALL, ALL, ALL | 16, 8 | 16));
    const finder = new EvidenceFinder(report);
    expect(finder.also(0).map(({ id }) => id)).toEqual(['dnsName', 'netbiosName', 'macAddress']);
    expect(finder.also(1)).toEqual([]);
    expect(matchingFields(report, 0)).toBe('Asset name, DNS name, NetBIOS name, MAC address');
    expect(matchingFields(report, 4)).toBe('MAC address, IPv4 address');
    expect(cellIn(report, 0, 'dnsName')).toEqual({ text: 'web01.example.', shared: ['web01.example.'] });
    expect(cellIn(report, 0, 'macAddresses')).toEqual({
      text: '00:50:56:00:00:01, 00:50:56:00:00:09',
      shared: ['00:50:56:00:00:01'],
    });
    expect(cellIn(report, 2, 'address').shared).toEqual([]);
    expect(cellIn(report, 4, 'address').shared).toEqual(['10.0.0.2']);
    expect(cellIn(report, 4, 'assetName').shared).toEqual([]);
  });

  it('is nothing that was ignored', async () => {
    const ignored = [{ rule: 'macAddress', value: '005056000009', assets: 2, reason: 'Common' }] as const;
    const both = makeDataset([
      { assetName: 'a', macAddresses: ['005056000009', '005056000001'] },
      { assetName: 'a', macAddresses: ['005056000009', '005056000001'] },
    ]);
    const found = makeGrouping(both, [{ rule: 'assetName', value: 'a', members: [0, 1] }], {
      ignored: [...ignored],
    });
    const report = await reportOf(both, { ...found, rulesOfRow: Uint8Array.of(9, 9) });
    expect(cellIn(report, 0, 'macAddresses').shared).toEqual(['00:50:56:00:00:01']);
  });
});

describe('every number is as long as the list that it leads to', () => {
  const rowsAt = async (html: string, link: string): Promise<{ report: Report; rows: Uint32Array }> => {
    const report = joinBlocks(blocksOf(html));
    const place = placeIn(link)!;
    if (place.kind === 'part') return { report, rows: findRows(report, noTexts, '', null) };
    const rule = place.kind === 'field' ? report.facts.rules[place.number - 1]!.id : null;
    const rows = findRows(report, noTexts, '', rule, {
      cluster: place.kind === 'cluster' ? place.number : null,
      overlap: place.kind === 'overlap' ? place.number : null,
    });
    return { report, rows };
  };
  const linked = (html: string) =>
    [...html.matchAll(/<a href="(#[a-z]+(?:-\d+)?)">([\d,]+)<\/a>/g)].map(
      ([, link, number]) => [link!, Number(number!.replaceAll(',', ''))] as const,
    );

  it('on random results', async () => {
    await fc.assert(
      fc.asyncProperty(randomResult, async (result) => {
        const html = await htmlOf(result.dataset, result.grouping);
        for (const [link, number] of linked(html)) {
          if (/^#(rows|clusters|group-\d+)$/.test(link)) continue;
          const { report, rows } = await rowsAt(html, link);
          const items = link.startsWith('#overlap')
            ? new Set(Array.from(rows, (row) => report.rows[row]))
            : new Set(Array.from(rows, (row) => report.groupOf[row]));
          expect([link, items.size]).toEqual([link, number]);
        }
        const report = joinBlocks(blocksOf(html));
        const { summary } = result.grouping;
        expect([report.groups.length, new Set(report.rows).size, clustersOf(report).length]).toEqual([
          summary.groups,
          summary.duplicateAssets,
          summary.clusters,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('and no number is a link where the report holds only a part', async () => {
    const html = await htmlOf(dataset, grouping, '10.0.0.1');
    expect(linked(html)).toEqual([]);
    expect(linked(await htmlOf(dataset, grouping)).length).toBeGreaterThan(3);
  });
});

it('finds a group or cluster by its name, and its words beside it', async () => {
  const report = await reportOf(dataset, grouping);
  const found = (search: string) => [
    ...new Set(
      Array.from(
        findRows(report, () => haystacksOf(report), search, null),
        (row) => report.groups[report.groupOf[row]!]![0],
      ),
    ),
  ];
  expect(found('group 2')).toEqual([2]);
  expect(found('cluster 1')).toEqual([1, 2]);
  expect(found('group 1 web01')).toEqual([1]);
  expect(found('group 9')).toEqual([]);
});

it('has the clusters of the page, with the assets that the table shows', async () => {
  await fc.assert(
    fc.asyncProperty(randomResult, async (result) => {
      const report = await reportOf(result.dataset, result.grouping);
      for (const { number, groups, assets } of clustersOf(report)) {
        const table = await openTable(
          result.dataset,
          result.grouping,
          { ...WHOLE_TABLE, cluster: number - 1 },
          UNWATCHED,
        );
        expect([groups.length, assets.length]).toEqual([table.size.groups, table.size.assets]);
      }
    }),
    { numRuns: 40 },
  );
});
