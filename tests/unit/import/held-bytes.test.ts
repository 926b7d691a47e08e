import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FIELD_NUMBERS, FieldWriters } from '../../../src/import/columns/field-writers';
import { watchHeld } from '../../../src/import/held-bytes';
import { importSources } from '../../../src/import/import';
import { TroubleError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';

describe('texts that an import holds', () => {
  it('are counted in columns of texts, of lists and of codes', () => {
    const writers = new FieldWriters();
    const text = strToU8('12345678');
    expect(writers.held).toBe(0);
    writers.of<'text'>(FIELD_NUMBERS.assetName).set(0, text, 0, 8);
    writers.of<'text'>(FIELD_NUMBERS.assetName).set(1, text, 0, 8);
    expect(writers.held).toBe(16);
    writers.of<'code'>(FIELD_NUMBERS.operatingSystem).set(0, text, 0, 8);
    writers.of<'code'>(FIELD_NUMBERS.operatingSystem).set(1, text, 0, 8);
    expect(writers.held).toBe(24);
  });

  it('end it at the next pause once they are too many, and not before', async () => {
    let held = 100;
    const watch = watchHeld(UNWATCHED, () => held, 100);
    await watch.pause();
    held = 101;
    await expect(watch.pause()).rejects.toThrow(TroubleError);
  });

  it('of a workbook whose cells all refer to one long text end it early, with what came before', async () => {
    const dataset = await importSources(
      [{ name: 'echo.xlsx', blob: echo(4_000) }],
      { origin: 'files' },
      null,
      UNWATCHED,
      50 << 20,
    );
    if (dataset.kind !== 'dataset') throw new Error('A mapping was asked for');
    expect(dataset.dataset.size).toBeGreaterThan(1_000);
    expect(dataset.dataset.size).toBeLessThan(4_000);
    expect(dataset.dataset.header.unfinished?.reason).toContain('more than 1.6 GB of text');
  });
});

/** A workbook of some hundred kilobytes whose rows take 32 kB each once they are read. */
function echo(rows: number): Blob {
  const cell = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
  const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>${at}</v></c>${cell(`B${at}`, 2)}</row>`;
  const head = `<row r="1">${cell('A1', 0)}${cell('B1', 1)}</row>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${kind}.${type}+xml"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${documents}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>Asset ID</t></si><si><t>Asset Name</t></si><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${head}${Array.from({ length: rows }, (_, at) => row(at + 2)).join('')}</sheetData></worksheet>`,
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Blob([Uint8Array.from(zipSync(Object.fromEntries(entries)))]);
}
