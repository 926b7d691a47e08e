import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../../src/model/progress';
import { writeSheets } from '../../../../src/report/xlsx/write-xlsx';
import { collect } from '../report-input';
import { fullSheet, targetSheet } from './full-sheet';

/** Debian's package python3-openpyxl: a reader that shares no code with the writer. */
const PYTHON = '/usr/bin/python3';
const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
s = book['Review']
print(json.dumps({
    "frozen": s.freeze_panes,
    "links": [[h.ref, h.location, h.tooltip] for h in s._hyperlinks] or [[c.coordinate, c.hyperlink.location, c.hyperlink.tooltip] for r in s.iter_rows() for c in r if c.hyperlink],
    "choices": [[str(v.sqref), v.type, v.formula1, v.error] for v in s.data_validations.dataValidation],
    "emphasis": [[str(r.sqref), rule.formula, rule.dxf.font.b, rule.dxf.fill.bgColor.rgb] for r in s.conditional_formatting for rule in r.rules],
    "notes": [[c.coordinate, c.comment.text, c.comment.author] for r in s.iter_rows() for c in r if c.comment],
    "print": [s.print_title_rows, s.page_setup.orientation, s.sheet_properties.pageSetUpPr.fitToPage, s.oddHeader.left.text, s.oddFooter.center.text],
    "properties": [book.properties.title, book.properties.creator],
}))
`;

const hasPython = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const onlyHere = process.env['CI'] === undefined;

describe('a workbook with all its parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doublet-parts-'));
  const path = join(folder, 'parts.xlsx');
  beforeAll(async () => {
    const properties = { title: 'Duplicate assets', author: 'Doublet' };
    const sheets = [fullSheet(60), targetSheet(60)];
    writeFileSync(path, await collect(writeSheets(sheets, 0, UNWATCHED, { properties })));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.skipIf(!hasPython && onlyHere)('is read by openpyxl', () => {
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', READ, path], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const read = JSON.parse(stdout);
    expect(read.frozen).toBe('B2');
    expect(read.links).toHaveLength(60);
    expect(read.links[59]).toEqual(['A61', "'Rows'!A61", 'To its <rows>']);
    expect(read.choices).toEqual([['C2:C61', 'list', '"Same machine,Not sure"', 'Choose from the list.']]);
    expect(read.emphasis).toEqual([['A2:C61', ['$B2="weak"'], true, 'FFFDF3DC']]);
    expect(read.notes).toEqual([['B1', 'How sure <this> is & why', 'Doublet']]);
    expect(read.print).toEqual(['$1:$1', 'landscape', true, 'R&&D', 'Page &P of &N']);
    expect(read.properties).toEqual(['Duplicate assets', 'Doublet']);
  });

  it.skipIf(!hasOffice && onlyHere)(
    'is printed by LibreOffice, titles and footer on each page',
    () => {
      const convert = (to: string) =>
        spawnSync('soffice', [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          path,
        ]);
      convert('pdf');
      expect(existsSync(join(folder, 'parts.pdf'))).toBe(true);
      convert('fods');
      const text = readFileSync(join(folder, 'parts.fods'), 'utf8');
      expect(text).toContain('xlink:href="#&apos;Rows&apos;.A61"');
      expect(text).toContain('office:annotation');
      expect(text).toContain('How sure &lt;this&gt; is &amp; why');
      expect(text).toMatch(/table:content-validation [^>]*Same machine/);
      expect(text).toContain('calcext:conditional-format');
      expect(text).toContain('table:table-header-rows');
      // Starting LibreOffice twice takes minutes on a busy machine.
    },
    600_000,
  );
});
