import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/report/xlsx/write-xlsx';
import { HOSTILE, hostileInput, written } from './report-input';

/** Debian's package python3-openpyxl: a reader that shares no code with the writer. */
const PYTHON = '/usr/bin/python3';
const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def cell(c):
    return {"value": c.value if isinstance(c.value, (str, int, float, type(None))) else c.value.isoformat(),
            "type": c.data_type, "format": c.number_format, "fill": c.fill.fgColor.rgb if c.fill.fill_type else None,
            "bold": c.font.b, "color": c.font.color.rgb}
p = book.properties
print(json.dumps({"properties": {"creator": p.creator, "title": p.title, "subject": p.subject}, "sheets": [{"name": s.title, "frozen": s.freeze_panes, "filter": s.auto_filter.ref,
    "links": {c.coordinate: c.hyperlink.location for row in s.iter_rows() for c in row if c.hyperlink},
    "wrapped": [c.coordinate for row in s.iter_rows() for c in row if c.alignment.wrap_text],
    "print": {"rows": s.print_title_rows, "columns": s.print_title_cols, "pages": s.page_setup.fitToWidth,
        "orientation": s.page_setup.orientation, "paper": int(s.page_setup.paperSize),
        "header": [s.oddHeader.left.text, s.oddHeader.right.text], "footer": [s.oddFooter.left.text, s.oddFooter.right.text]},
    "widths": {k: d.width for k, d in s.column_dimensions.items()},
    "rows": [[cell(c) for c in row] for row in s.iter_rows()]} for s in book.worksheets]}))
`;

interface ReadCell {
  readonly value: string | number | null;
  readonly type: string;
  readonly format: string;
  readonly fill: string | null;
  readonly bold: boolean;
  readonly color: string;
}
interface ReadSheet {
  readonly name: string;
  readonly frozen: string | null;
  readonly filter: string | null;
  readonly links: Readonly<Record<string, string>>;
  readonly wrapped: readonly string[];
  readonly print: {
    readonly rows: string;
    readonly columns: string | null;
    readonly pages: number;
    readonly orientation: string;
    readonly paper: number;
    readonly header: readonly [string, string];
    readonly footer: readonly [string, string];
  };
  readonly widths: Readonly<Record<string, number>>;
  readonly rows: readonly (readonly ReadCell[])[];
}

interface ReadBook {
  readonly properties: { readonly creator: string; readonly title: string; readonly subject: string };
  readonly sheets: readonly ReadSheet[];
}

const present = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
const skipped = !present && process.env['CI'] === undefined;
if (skipped) console.warn('Not checked with openpyxl: install the Debian package python3-openpyxl.');

describe.skipIf(skipped)('the Excel report as openpyxl reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doublet-'));
  let sheets: readonly ReadSheet[];
  let book: ReadBook;

  beforeAll(async () => {
    const path = join(folder, 'report.xlsx');
    writeFileSync(path, await written(writeXlsx, hostileInput()));
    const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', READ, path], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    book = JSON.parse(stdout) as ReadBook;
    sheets = book.sheets;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has Duplicate Assets first, then Contents and Summary', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Duplicate Assets', 'Contents', 'Summary']);
  });

  it('has contents that lead to the other sheets and say how many rows these have', () => {
    const { rows, links } = sheets[1]!;
    const listed = rows.slice(1, 3).map((row) => [row[0]!.value, row[1]!.value]);
    expect(listed).toEqual([
      ['Duplicate Assets', 2 * HOSTILE.length],
      ['Summary', sheets[2]!.rows.length - 1],
    ]);
    expect(links).toEqual({ A2: "'Duplicate Assets'!A1", A3: "'Summary'!A1" });
  });

  it('says what it is: author, subject, title', () => {
    const { creator, title, subject } = book.properties;
    expect([creator, title]).toEqual(['Doublet', 'Duplicate assets']);
    expect(subject).toContain('50 of 50 host assets share an identifier');
  });

  it('prints with the ID and the headings on each page, readable, with header and footer', () => {
    for (const { name, print } of sheets) {
      expect(print.rows).toBe('$1:$1');
      expect(print.columns).toBe(name === 'Duplicate Assets' ? '$A:$A' : null);
      expect([print.orientation, print.paper]).toEqual(['landscape', 9]);
      expect(print.footer).toEqual(['Made by Doublet, 2026-05-25 14:21 UTC', 'Page &P of &N']);
      expect(print.header[1]).toBe('&A');
      expect(print.header[0]).toContain('Duplicate assets: ');
    }
    const { widths, print } = sheets[0]!;
    const sum = Object.values(widths).reduce((all, width) => all + width, 0);
    expect(sum / print.pages).toBeLessThanOrEqual(210);
  });

  it('wraps sentences', () => {
    expect(sheets[2]!.wrapped.length).toBeGreaterThan(10);
    expect(sheets[0]!.wrapped).toEqual([]);
  });

  it('counts groups and clusters beside their numbers', () => {
    const [head, first, second] = sheets[0]!.rows.map((row) => row.slice(10, 15).map((cell) => cell.value));
    expect(head).toEqual(['Group', 'Group Size', 'Row in Group', 'Cluster', 'Cluster Size']);
    expect([first, second]).toEqual([
      [1, 2, 1, 1, 2],
      [1, 2, 2, 1, 2],
    ]);
  });

  it('has a frozen, filtered header, bold white on dark', () => {
    const { frozen, filter, rows } = sheets[0]!;
    expect([frozen, filter]).toEqual(['B2', `A1:Q${1 + 2 * HOSTILE.length}`]);
    expect(rows[0]!.slice(0, 5).map((cell) => cell.value)).toEqual([
      'Asset ID',
      'Address',
      'DNS Name',
      'Asset Name',
      'Source',
    ]);
    for (const cell of rows[0]!)
      expect([cell.bold, cell.color, cell.fill]).toEqual([true, 'FFFFFFFF', 'FF243447']);
  });

  it('fills the rows of each group alike, blue and peach in turn', () => {
    sheets[0]!.rows.slice(1).forEach((row, at) => {
      const fill = Math.floor(at / 2) % 2 === 0 ? 'FFAED6F1' : 'FFFAD7A0';
      expect(new Set(row.map((cell) => cell.fill))).toEqual(new Set([fill]));
    });
  });

  it('has text in every cell of asset data: no formula, number or date', () => {
    const texts = [0, 1, 2, 3, 4, 6, 7, 8, 9, 15];
    for (const row of sheets[0]!.rows.slice(1)) {
      for (const column of texts) {
        if (row[column]!.value === null) continue;
        expect([row[column]!.type, row[column]!.format]).toEqual(['s', '@']);
      }
    }
    const names = sheets[0]!.rows.slice(1).map((row) => row[3]!.value);
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '00123',
      '1E5',
      'TRUE',
      '</script><!--',
      '😀 ünï',
      '  blanks  ',
    ]) {
      expect(names.filter((name) => name === text)).toHaveLength(2);
    }
    expect(names).toContain('lone \ufffd surrogate');
    // openpyxl, unlike Excel, leaves this escape as it is written.
    expect(names).toContain('_x005F_x0041_');
  });

  it('has times as dates and group numbers as numbers', () => {
    const row = sheets[0]!.rows[1]!;
    expect([row[5]!.value, row[5]!.format]).toEqual(['2026-05-25T14:21:10', 'yyyy\\-mm\\-dd\\ hh:mm:ss']);
    expect([row[13]!.value, row[13]!.type]).toEqual([1, 'n']);
  });

  it('has widths of at most 50', () => {
    for (const { widths } of sheets) {
      expect(Math.max(...Object.values(widths))).toBeLessThanOrEqual(50);
      expect(Object.keys(widths).length).toBeGreaterThan(2);
    }
  });
});
