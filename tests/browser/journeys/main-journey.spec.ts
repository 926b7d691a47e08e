import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type Bed, expect, test } from '../test-bed';
import { RECORDS, THREE } from './three-records';

const grid = (page: Page) => page.getByRole('grid', { name: 'Duplicate assets' });
const goTo = (bed: Bed, screen: string) => bed.page.getByRole('link', { name: screen, exact: true }).click();
const FIGURES = new Map([
  ['Host assets', '4'],
  ['Potential duplicates', '3'],
  ['Duplicate ratio', '75.0 %'],
  ['Duplicate groups', '2'],
  ['Clusters', '1'],
]);

test('an export that is chosen gives the figures, and an answer in a sentence', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  expect(await bed.figures()).toEqual(FIGURES);
  await expect(bed.page.getByRole('heading', { level: 1 })).toContainText(
    'Every machine has one record, as far as the data can tell.',
  );
  await expect(bed.page.getByText('3 of 4 host assets share an identifier with another one.')).toBeVisible();
  await expect(bed.page.getByText('4 records = 4 assets + 0 repeated + 0 skipped')).toBeVisible();
});

test('an export that is dropped anywhere is read', async ({ bed }) => {
  await bed.open();
  const transfer = await bed.page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], 'dropped.json'));
    return made;
  }, THREE.text as string);
  await bed.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(bed.page.getByText('Drop to read')).toBeVisible();
  await bed.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await bed.state('ready');
  expect(await bed.figures()).toEqual(FIGURES);
});

test('pasted text is read', async ({ bed }) => {
  await bed.open();
  await bed.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, THREE.text as string);
  await bed.state('ready');
  expect(await bed.figures()).toEqual(FIGURES);
});

test('the table searches over all columns, and an unknown word shows nothing', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  await goTo(bed, 'Duplicates');
  await expect(grid(bed.page)).toHaveAttribute('aria-rowcount', '7');
  await bed.page.getByRole('searchbox', { name: 'Search', exact: true }).fill('db01');
  await expect(grid(bed.page)).toHaveAttribute('aria-rowcount', '3');
  await bed.page.getByRole('searchbox', { name: 'Search', exact: true }).fill('nowhere');
  await expect(bed.page.getByText('No rows match “nowhere”.')).toBeVisible();
});

test('a column header sorts, once more turns it round, and Reset sort brings the groups back', async ({
  bed,
}) => {
  await bed.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await bed.open();
  await bed.importFiles(THREE);
  await goTo(bed, 'Duplicates');
  const header = bed.page.getByRole('columnheader', { name: 'Address', exact: true });
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid(bed.page)).toHaveAttribute('aria-rowcount', '5');
  // The group's number comes first: without bands, nothing but colour would tell the groups apart.
  await expect(grid(bed.page).getByRole('columnheader').first()).toHaveText('Group');
  await expect(grid(bed.page).locator('[aria-rowindex="2"] [aria-colindex="1"]')).toHaveText('1');
  const first = grid(bed.page).locator('[aria-rowindex="2"] [aria-colindex="3"]');
  await expect(first).toHaveText('10.0.0.1');
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toHaveText('10.0.0.3');
  const copyColumn = async () => {
    await bed.page.getByRole('button', { name: 'Copy', exact: true }).click();
    await bed.page.getByRole('menuitem', { name: 'Copy column' }).click();
  };
  await copyColumn();
  await expect(bed.page.getByText('Choose a cell of the column first.')).toBeVisible();
  await first.click();
  await copyColumn();
  await expect(bed.page.getByText('Copied 4 values of Address.')).toBeVisible();
  await expect(bed.page.getByText('2 groups, 3 assets, 4 rows')).toBeVisible();
  expect(await bed.page.evaluate(() => navigator.clipboard.readText())).toBe(
    '10.0.0.3\n10.0.0.2\n10.0.0.2\n10.0.0.1\n',
  );
  await bed.page.getByRole('button', { name: 'Copy', exact: true }).click();
  await bed.page.getByRole('menuitem', { name: 'Copy shown asset IDs, with commas' }).click();
  await expect(bed.page.getByText('Copied 3 asset IDs.')).toBeVisible();
  expect(await bed.page.evaluate(() => navigator.clipboard.readText())).toBe('103,102,101');
  await bed.page.keyboard.press('Escape');
  await bed.page.getByRole('button', { name: 'Keep groups together' }).click();
  await expect(grid(bed.page)).toHaveAttribute('aria-rowcount', '7');
  await expect(grid(bed.page).locator('[aria-rowindex="2"]')).toContainText('Group 2');
  await bed.page.getByRole('button', { name: 'Reset sort' }).click();
  await expect(header).toHaveAttribute('aria-sort', 'none');
  await expect(grid(bed.page).getByText('Group 1', { exact: true })).toBeVisible();
});

test('the panel compares the asset with its group, marks what differs, and shows the record', async ({
  bed,
}) => {
  await bed.open();
  await bed.importFiles(THREE);
  await goTo(bed, 'Duplicates');
  await grid(bed.page).getByRole('gridcell', { name: '103', exact: true }).click();
  const panel = bed.page.getByRole('complementary');
  await expect(panel.getByRole('heading', { name: 'db01' })).toBeVisible();
  await expect(panel.getByRole('rowheader', { name: /^Address ?, differs$/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Show the record as exported' }).click();
  await expect(panel.locator('pre')).toContainText('"assetId": 103');
  await bed.page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('reload, back and forward keep the view', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk datasets are kept in memory only, unless one says otherwise');
  await bed.open();
  await bed.importFiles(THREE);
  await goTo(bed, 'Duplicates');
  await bed.page.getByRole('columnheader', { name: 'Asset Name', exact: true }).click();
  await grid(bed.page).getByRole('gridcell', { name: '102', exact: true }).first().click();
  await expect(bed.page.getByRole('complementary')).toBeVisible();
  await expect
    .poll(async () => {
      await bed.page.reload();
      await bed.state('ready', 'error');
      return bed.page.getByRole('complementary').count();
    })
    .toBe(1);
  await expect(bed.page.getByRole('columnheader', { name: 'Asset Name', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await bed.page.goBack();
  await expect(bed.page.getByRole('complementary')).toHaveCount(0);
  await bed.page.goForward();
  await expect(bed.page.getByRole('complementary')).toBeVisible();
});

test('each report is saved at once under its name', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  const kinds = {
    'Save Excel report': 'xlsx',
    'Save HTML report': 'html',
    'Save results as JSON': 'json',
    'Save duplicates as CSV': 'csv',
  };
  for (const [button, extension] of Object.entries(kinds)) {
    const saved = await bed.save(button);
    expect(saved.name).toMatch(new RegExp(`^duplicate_assets_\\d{8}_\\d{6}\\.${extension}$`));
    expect(saved.bytes.length).toBeGreaterThan(100);
    await bed.state('ready');
  }
  // The dataset itself, an asset a line, is read again.
  const assets = await bed.save('Save assets, one a line');
  expect(assets.name).toMatch(/^assets_\d{8}_\d{6}\.ndjson\.gz$/);
  const lines = gunzipSync(assets.bytes).toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).assetId)).toEqual(
    RECORDS.map(({ assetId }) => String(assetId)),
  );
});

test('hostile names are text', async ({ bed }) => {
  const doubled = [...RECORDS, { ...RECORDS[3], assetId: 105 }];
  await bed.open();
  await bed.importFiles({ name: 'hostile.json', text: JSON.stringify(doubled) });
  await goTo(bed, 'Duplicates');
  await grid(bed.page).getByRole('gridcell', { name: '105', exact: true }).first().click();
  await expect(
    bed.page.getByRole('complementary').getByText('<img src=x onerror=alert(1)>').first(),
  ).toBeVisible();
  expect(await bed.page.locator('img').count()).toBe(0);
});

test('on a phone tables are cards, and the present screen is in sight after a reload', async ({
  bed,
  delivery,
}) => {
  await bed.page.setViewportSize({ width: 390, height: 844 });
  await bed.open();
  await bed.importFiles(THREE);
  await bed.page.getByText('What was read').click();
  for (const table of await bed.page.locator('.table-scroll').all()) {
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  }
  const help = bed.page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Help' });
  await help.click();
  await expect(help).toBeInViewport({ ratio: 1 });
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  const screens = bed.page.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByRole('button', { name: 'Delete three.json' })).toBeVisible();
  await help.click();
  await bed.page.reload();
  await bed.state('ready');
  await expect(help).toBeInViewport({ ratio: 1 });
});

test('a search is marked in the rows that answer it, and rows fit their place after a leap', async ({
  bed,
}) => {
  const text = JSON.stringify(
    Array.from({ length: 4_000 }, (_, i) => ({
      assetId: 1_000 + i,
      assetName: `web-${String(i >> 1).padStart(4, '0')}`,
    })),
  );
  await bed.open();
  await bed.importFiles({ name: 'many.json', text });
  await bed.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  const table = grid(bed.page);
  await expect(table).toHaveAttribute('aria-rowcount', '6001');
  await table.evaluate((element) => {
    element.scrollTop = 3_000 * 32;
  });
  await expect(table.locator('[aria-rowindex="3002"]')).toHaveText(/^Group 1001/);
  // Each row once, without holes, with what belongs there.
  await expect
    .poll(() =>
      table.locator('[data-row]').evaluateAll((rows) => {
        const places = rows.map((row) => Number((row as HTMLElement).dataset['row'])).sort((a, b) => a - b);
        return places.every((place, at) => place === places[0]! + at) && places.length > 20;
      }),
    )
    .toBe(true);
  await expect(table.locator('[aria-rowindex="3003"]')).toContainText('web-1000');
  await bed.page.getByRole('searchbox', { name: 'Search', exact: true }).pressSequentially('web-1234');
  await expect(table).toHaveAttribute('aria-rowcount', '4');
  await expect(table.locator('mark').first()).toHaveText('web-1234');
  // The browser's history holds a stand-in for the words, which back and forward find again.
  await expect(bed.page).toHaveURL(/search=\.[0-9a-z]+\.\d/);
  await expect(bed.page).not.toHaveURL(/web-1234/);
  await bed.page.getByRole('link', { name: 'Help', exact: true }).click();
  await bed.page.goBack();
  await expect(bed.page.getByRole('searchbox', { name: 'Search', exact: true })).toHaveValue('web-1234');
});
