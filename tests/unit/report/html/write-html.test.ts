import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../src/model/notice';
import { UNWATCHED } from '../../../../src/model/progress';
import { RULE_IDS } from '../../../../src/model/rule';
import { TABLE_COLUMN_IDS } from '../../../../src/model/table';
import { columnNamed, joinBlocks, type Report } from '../../../../src/report/html/viewer/report';
import { findRows, haystacksOf } from '../../../../src/report/html/viewer/search';
import { ranksFor, sortRows } from '../../../../src/report/html/viewer/sort';
import { bandsBefore, lineAt, lineAtPixel, makeView, topOf } from '../../../../src/report/html/viewer/view';
import { writeHtml } from '../../../../src/report/html/write-html';
import type { ReportRequest } from '../../../../src/report/input';
import { openTable, WHOLE_TABLE } from '../../../../src/tables/table';
import { randomResult } from '../../tables/random-result';
import { HOSTILE, hostileInput, makeInput, written } from '../report-input';
import { blocksOf } from './blocks-of';

const textOf = async (input: ReportRequest) =>
  new TextDecoder().decode(await written(writeHtml, input, { sorted: false }));

describe('writeHtml', () => {
  it('allows its own script and style and nothing else', async () => {
    const html = await textOf(hostileInput());
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1];
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = /<script>(.*?)<\/script>/s.exec(html)![1]!;
    const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle=|\son\w+=|(src|href)=(?!"#[a-z])/i);
  });

  it('has no id twice, and links to ids that there are', async () => {
    const html = (await textOf(hostileInput())).replace(/<script>.*<\/script>/s, '');
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    const numbered = /^(group|cluster|overlap|field)-\d+$/;
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
    expect(links.filter((id) => !ids.includes(id) && !numbered.test(id))).toEqual([]);
  });

  it('holds every hostile text unchanged, as data and as text', async () => {
    const html = await textOf(hostileInput());
    const { groups, assets } = blocksOf(html);
    expect(groups.map((group) => group[2])).toEqual(HOSTILE);
    expect(assets.filter((_, at) => at % 2 === 0).map((asset) => asset[3])).toEqual(HOSTILE);
    const scripts = html.match(/<script/gi)!.length;
    expect(html.match(/<\/script/gi)).toHaveLength(scripts);
    expect(html).not.toContain('alert(1)</script');
    expect(html).not.toContain('<!--');
    expect(html).not.toMatch(/[\u2028\u2029]/);
  });

  it('says so when the dataset is unfinished', async () => {
    const input = hostileInput(['a']);
    const dataset = {
      ...input.dataset,
      header: { ...input.dataset.header, unfinished: { reason: 'Stopped at <page> 3.' } },
    };
    expect(await textOf({ ...input, dataset })).toContain(
      '<b>Not everything was read</b> Stopped at &lt;page&gt; 3.',
    );
  });

  it('says what is lost before the figures, and nothing where nothing is lost', async () => {
    const input = hostileInput(['a']);
    const { header } = input.dataset;
    const notices: Notice[] = [
      { kind: 'furtherPages', severity: 'incomplete', what: 'Pages follow.', remedy: 'Add them.', count: 1 },
      { kind: 'emptyField', severity: 'blind', what: 'No MAC address.', count: 2, file: 'a <b>.json' },
      { kind: 'leftOut', severity: 'note', what: 'One line.', count: 1 },
    ];
    const lossy = { ...input, dataset: { ...input.dataset, header: { ...header, notices } } };
    const [head] = (await textOf(lossy)).split('class="figures"');
    expect(head).toContain(
      '<li><b>Not everything was read</b> Pages follow. Add them.</li><li><b>Nothing to compare</b> a &lt;b&gt;.json: No MAC address.</li></ul>',
    );
    expect(head).not.toContain('One line.');
    const clean = { ...input, dataset: { ...input.dataset, header: { ...header, notices: [] } } };
    expect(await textOf(clean)).not.toContain('class="losses"');
  });

  it('splits many rows into blocks of bounded size', async () => {
    const html = await textOf(
      hostileInput(Array.from({ length: 2000 }, (_, at) => `host-${at}-${'x'.repeat(80)}`)),
    );
    const sizes = [...html.matchAll(/<script type="application\/json"[^>]*>(.*?)<\/script/gs)].map(
      ([, json]) => json!.length,
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });
});

describe('the viewer', () => {
  const reportOf = async (result: {
    dataset: Parameters<typeof makeInput>[0];
    grouping: Parameters<typeof makeInput>[1];
  }): Promise<Report> => joinBlocks(blocksOf(await textOf(makeInput(result.dataset, result.grouping))));
  const pairs = (report: Report, rows: Iterable<number>) =>
    Array.from(rows, (row) => [
      report.assets[report.rows[row]!]![0],
      report.groups[report.groupOf[row]!]![0],
    ]);

  it('finds and orders the same rows as the table on the page', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomResult,
        fc.constantFrom('', 'web', '00-50-56', '005056', 'qagent', '25 may', 'dns 1', 'ς'),
        fc.option(fc.constantFrom(...RULE_IDS), { nil: null }),
        fc.option(fc.record({ column: fc.constantFrom(...TABLE_COLUMN_IDS), descending: fc.boolean() }), {
          nil: null,
        }),
        async (result, search, rule, sort) => {
          const report = await reportOf(result);
          const found = findRows(report, () => haystacksOf(report), search, rule);
          const column = sort && columnNamed(report, sort.column);
          const rows =
            sort && column
              ? sortRows(report, found, column, ranksFor(report, column), sort.descending)
              : found;
          const query = { ...WHOLE_TABLE, search, rules: rule && [rule], sort };
          const table = await openTable(result.dataset, result.grouping, query, UNWATCHED);
          const expected = table
            .lines(0, 99999)
            .flatMap((line) => (line.kind === 'asset' ? [[line.cells.assetId, line.cells.group]] : []));
          expect(pairs(report, rows)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('places lines where an obvious sum of heights places them', async () => {
    await fc.assert(
      fc.asyncProperty(randomResult, fc.boolean(), async (result, bands) => {
        const report = await reportOf(result);
        const view = makeView(
          report,
          Uint32Array.from(report.rows, (_, row) => row),
          bands,
        );
        const heights = { row: 10, band: 25 };
        let top = 0;
        let before = 0;
        for (let line = 0; line < view.lineCount; line++) {
          expect([topOf(view, line, heights), bandsBefore(view, line)]).toEqual([top, before]);
          expect([lineAtPixel(view, top, heights), lineAtPixel(view, top + 9, heights)]).toEqual([
            line,
            line,
          ]);
          const { kind } = lineAt(view, line);
          top += heights[kind];
          if (kind === 'band') before++;
        }
        expect(view.lineCount).toBe(report.rows.length + (bands ? report.groups.length : 0));
      }),
      { numRuns: 50 },
    );
  });
});
