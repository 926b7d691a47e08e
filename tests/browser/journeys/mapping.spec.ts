import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { utils, write } from 'xlsx';
import { type Bed, expect, type MadeFile, test } from '../test-bed';
import { THREE } from './three-records';

const ROWS = [
  ['Kennung', 'Rechner', 'Leitung'],
  ['101', 'web01', '10.0.0.1'],
  ['102', 'WEB01', '10.0.0.2'],
  ['103', 'db01', '10.0.0.2'],
];
const CSV: MadeFile = { name: 'rechner.csv', text: ROWS.map((row) => row.join(';')).join('\n') };
const XLSX: MadeFile = { name: 'rechner.xlsx', text: workbook(ROWS) };

for (const file of [CSV, XLSX]) {
  test(`columns with unknown headers are suggested, named by hand and remembered: ${file.name}`, async ({
    bed,
  }) => {
    await bed.open();
    await give(bed, file);
    await expect(bed.page.getByRole('heading', { name: 'Which column holds what?' })).toBeVisible();
    await expect(bed.page.getByRole('row', { name: /^Rechner/ })).toContainText('web01 · WEB01 · db01');
    await expect(bed.page.getByLabel('Read Leitung as')).toHaveValue('address');
    await expect(bed.page.getByText('2 of 5 identifiers mapped.')).toBeVisible();
    await readAs(bed, 'Leitung', 'leave out');
    await expect(bed.page.getByText('1 of 5 identifiers mapped.')).toBeVisible();
    await readAs(bed, 'Kennung', 'Asset ID');
    await readAs(bed, 'Rechner', 'Asset name');
    await bed.page.getByRole('button', { name: 'Read with these columns' }).click();
    await bed.state('ready');
    const figures = await bed.figures();
    expect([figures.get('Host assets'), figures.get('Duplicate groups')]).toEqual(['3', '1']);

    // The same headers in another file: not asked again.
    await give(bed, { ...file, name: `again-${file.name}` });
    await bed.page.getByRole('button', { name: 'Open on its own' }).click();
    await expect(bed.page.getByText(`again-${file.name}, imported`)).toBeVisible();
    await expect(bed.page.getByRole('heading', { name: 'Which column holds what?' })).toHaveCount(0);
    expect(await bed.figures()).toEqual(figures);
  });
}

test('a column that is read as something else changes what is found', async ({ bed }) => {
  await bed.open();
  await give(bed, CSV);
  await readAs(bed, 'Kennung', 'Asset ID');
  await readAs(bed, 'Rechner', 'Asset name');
  await readAs(bed, 'Leitung', 'Address');
  await readAs(bed, 'Rechner', 'leave out');
  await bed.page.getByRole('button', { name: 'Read with these columns' }).click();
  await bed.state('ready');
  await bed.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  const grid = bed.page.getByRole('grid', { name: 'Duplicate assets' });
  await expect(grid.getByRole('gridcell', { name: '102', exact: true })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: '103', exact: true })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: '101', exact: true })).toHaveCount(0);
});

test('without any column there is nothing to read, and Cancel leaves everything as it was', async ({
  bed,
}) => {
  await bed.open();
  await bed.importFiles(THREE);
  const before = await bed.figures();
  await give(bed, CSV);
  await bed.page.getByRole('button', { name: 'Open on its own' }).click();
  const read = bed.page.getByRole('button', { name: 'Read with these columns' });
  for (const header of ['Kennung', 'Rechner', 'Leitung']) await readAs(bed, header, 'leave out');
  await expect(read).toBeDisabled();
  await bed.page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await bed.state('ready');
  expect(await bed.figures()).toEqual(before);
  // Nothing was confirmed, so the next file is asked about again.
  await give(bed, CSV);
  await bed.page.getByRole('button', { name: 'Open on its own' }).click();
  await expect(read).toBeVisible();
});

test('headers that are known are read at once', async ({ bed }) => {
  await bed.open();
  const text = 'Asset ID,Asset Name,MAC Address\n1,web01,00:50:56:00:00:01\n2,Web01,00:50:56:00:00:02\n';
  await bed.importFiles({ name: 'console.csv', text });
  expect((await bed.figures()).get('Potential duplicates')).toBe('2');
});

test('how certain headers were read can be seen and changed', async ({ bed }) => {
  await bed.open();
  const text = 'Asset ID,Asset Name,Colour,MAC Address\n1,web01,red,\n2,Web01,blue,\n';
  await bed.importFiles({ name: 'console.csv', text });
  await bed.page.getByRole('heading', { name: 'What was read' }).click();
  const columns = bed.page.getByRole('region', { name: 'Columns of console.csv' });
  await expect(columns).toContainText('Asset Name');
  await expect(columns).toContainText('1 column left out: Colour.');
  await columns.getByRole('button', { name: /Change/ }).click();
  await readAs(bed, 'Asset Name', 'leave out');
  await bed.page.getByRole('button', { name: 'Read with these columns' }).click();
  await expect.poll(async () => (await bed.figures()).get('Potential duplicates')).toBe('0');
  await expect(bed.page.getByText('console.csv, imported')).toBeVisible();
  // It takes the place of the dataset whose columns were changed.
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByText(/^1 dataset, /)).toBeVisible();
});

test('gzip and zip are read as what they hold', async ({ bed }) => {
  await bed.open();
  const json = THREE.text as string;
  await bed.importFiles({ name: 'three.json.gz', text: new Uint8Array(gzipSync(json)) });
  const figures = await bed.figures();
  expect(figures.get('Host assets')).toBe('4');
  const other = JSON.stringify([{ assetId: 900, assetName: 'db01' }]);
  const zip = zipSync({ 'a/three.json': Buffer.from(json), 'b/more.json': Buffer.from(other) });
  await give(bed, { name: 'both.zip', text: zip });
  await bed.page.getByRole('button', { name: 'Open on its own' }).click();
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe('5');
});

/** Gives a file to the import; what comes of it, the test says. */
async function give(bed: Bed, file: MadeFile): Promise<void> {
  await bed.page
    .getByLabel('Import asset export')
    .setInputFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.text as string) });
}

async function readAs(bed: Bed, header: string, field: string): Promise<void> {
  await bed.page.getByLabel(`Read ${header} as`).selectOption({ label: field });
}

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Blatt');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
