import { read, utils } from 'xlsx';
import { expect, test } from '../test-bed';
import { RECORDS, THREE } from './three-records';

/** What reports call what has to be read with the figures. */
const TITLE = 'To be read with the figures';

/** With a value for each rule. */
const WHOLE = RECORDS.map((record, at) => ({
  ...record,
  dnsName: `h${at}.example.com`,
  netbiosName: `H${at}`,
}));

test('a file that is no export is named with what to do, and the result before stays', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  await bed.page.getByLabel('Import asset export').setInputFiles({
    name: 'sign-in.json',
    mimeType: '',
    buffer: Buffer.from('<!doctype html><html><title>Sign in</title></html>'),
  });
  await bed.page.getByRole('button', { name: 'Open on its own' }).click();
  await bed.state('error');
  const alert = bed.page.getByRole('alert');
  await expect(alert).toContainText('sign-in.json');
  expect((await bed.figures()).get('Host assets')).toBe('4');
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await bed.state('ready');
  await expect(alert).toHaveCount(0);
});

test('a second file can be added to the open dataset', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  const more = [{ assetId: 900, assetName: 'extra', address: '10.9.9.9' }];
  await bed.page
    .getByLabel('Import asset export')
    .setInputFiles({ name: 'more.json', mimeType: '', buffer: Buffer.from(JSON.stringify(more)) });
  await bed.page.getByRole('button', { name: 'Add to it' }).click();
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe('5');
});

test('records that are no assets are listed with their place and reason', async ({ bed }) => {
  await bed.open();
  const text = (THREE.text as string).replace('[', '["not an asset",');
  await bed.importFiles({ name: 'mixed.json', text });
  await expect(bed.page.getByText('5 records = 4 assets + 0 repeated + 1 skipped')).toBeVisible();
  const skipped = bed.page.getByRole('region', { name: 'Skipped records' });
  await expect(skipped.getByRole('row').nth(1)).toContainText('mixed.json');
});

test('an address that names a dataset which is gone says so and shows the start', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'from a disk nothing was kept, see the next test');
  await bed.page.goto(`${bed.address}#/duplicates?dataset=never-there`);
  await bed.state('error');
  await expect(bed.page.getByRole('alert')).toBeVisible();
  await expect(bed.page.getByRole('button', { name: 'Try sample data' })).toBeVisible();
});

test('a reload of what was in memory only is explained calmly, and nothing counts as failed', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'hosted', 'a page from a server keeps its datasets');
  await bed.open();
  await bed.importFiles(THREE);
  // Asked before it goes with a button; a reload is for the browser to ask about.
  const menu = bed.page.getByRole('button', { name: /^three\.json/ });
  await menu.click();
  await bed.page.getByRole('menuitem', { name: 'Close this dataset' }).click();
  await expect(bed.page.getByRole('dialog')).toContainText('It is in memory only and will be gone.');
  await bed.page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  const asked = bed.page.waitForEvent('dialog');
  const reloaded = bed.page.reload();
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).accept();
  await reloaded;
  await expect(bed.page.getByText('was kept in memory only')).toBeVisible();
  await bed.state('idle');
  await expect(bed.page.getByRole('alert')).toHaveCount(0);
  expect(bed.page.url()).not.toContain('dataset=');
});

test('values of 100,000 letters are cut on every screen, and shown whole where one asks', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'the same program');
  const long = (letter: string) => letter.repeat(100_000);
  const record = (assetId: number) => ({
    assetId,
    assetName: long('n'),
    dnsName: long('d'),
    netbiosName: long('b'),
    address: '10.0.0.1',
    biosSerialNumber: long('s'),
  });
  await bed.open();
  await bed.importFiles({ name: 'long.json', text: JSON.stringify([1, 2, 3].map(record)) });
  const uncut = () =>
    bed.page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('script, style, #licences')
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
      );
      const found: string[] = [];
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        if (text.data.length > 2_100) found.push(`${text.parentElement?.className}: ${text.data.length}`);
      }
      return found;
    });
  expect(await uncut()).toEqual([]);
  for (const screen of ['Clusters', 'Machines', 'Review', 'Sensor check', 'Duplicates']) {
    await bed.page.getByRole('link', { name: screen, exact: true }).click();
    await expect(bed.page.getByRole('main')).toBeVisible();
    expect(await uncut(), screen).toEqual([]);
  }
  await bed.page.getByRole('row').nth(2).click();
  const panel = bed.page.getByRole('complementary', { name: 'Asset compared with its group' });
  await expect(panel.getByText(/^d+… \(100,000 characters\)/).first()).toBeVisible();
  expect(await uncut(), 'the panel').toEqual([]);
  await panel.locator('tr', { hasText: 'DNS name' }).getByRole('button').first().click();
  await expect(panel.getByRole('textbox', { name: 'DNS name, whole' })).toHaveValue(long('d'));
  await bed.page.getByRole('searchbox').fill('n');
  await expect(bed.page.getByRole('row').nth(2).locator('mark').first()).toBeVisible();
});

test('what is lost is said in the first 300 pixels, in both reports and the results; a clean file says nothing', async ({
  bed,
}) => {
  await bed.open();
  const saved = async () => {
    const book = read((await bed.save('Save Excel report')).bytes);
    const html = (await bed.save('Save HTML report')).bytes.toString();
    const results = JSON.parse((await bed.save('Save results as JSON')).bytes.toString());
    return {
      sheet: utils.sheet_to_csv(book.Sheets['Summary']!),
      head: html.slice(html.indexOf('<header>'), html.indexOf('</header>')),
      notices: results.dataset.notices as { what: string }[] | undefined,
    };
  };

  await test.step('a file that gave nothing, and a last page that is missing', async () => {
    const page = { responseCode: 'SUCCESS', hasMore: 1, assetListData: { asset: WHOLE } };
    await bed.importFiles(
      { name: 'page.json', text: JSON.stringify(page) },
      { name: 'sign-in.json', text: '<!doctype html><title>Sign in</title>' },
    );
    expect((await bed.figures()).get('Host assets')).toBe('4');
    const notice = bed.page.getByRole('region', { name: 'Not everything was read' });
    const lines = notice.getByRole('listitem');
    await expect(lines).toHaveCount(2);
    await bed.page.evaluate(() => scrollTo(0, 0));
    for (const line of await lines.all()) {
      const box = await line.boundingBox();
      expect(box!.y + box!.height).toBeLessThan(300);
    }
    const { sheet, head, notices } = await saved();
    for (const text of ['sign-in.json', 'page.json']) {
      expect(sheet).toContain(text);
      expect(head).toContain(text);
      expect(notices!.map(({ what }) => what).join()).toContain(text);
    }
    for (const text of [sheet, head]) {
      expect(text).toContain(TITLE);
      expect(text.indexOf(TITLE)).toBeLessThan(text.indexOf('Host assets'));
    }
    await bed.page.setViewportSize({ width: 390, height: 844 });
    await bed.page.evaluate(() => scrollTo(0, 0));
    const first = await lines.first().boundingBox();
    expect(first!.y + first!.height).toBeLessThan(300);
    await bed.page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('nothing is said where nothing is lost', async () => {
    await bed.open();
    await bed.importFiles({ name: 'whole.json', text: JSON.stringify(WHOLE) });
    await expect(bed.page.locator('.notices')).toHaveCount(0);
    const { sheet, head, notices } = await saved();
    expect(sheet).not.toContain(TITLE);
    expect(head).not.toContain(TITLE);
    expect(notices).toBeUndefined();
  });
});

test('the focus goes to the answer, and the window is named for what it shows', async ({ bed }) => {
  await bed.open();
  await expect(bed.page).toHaveTitle('Doublet: find potential duplicates in a Qualys inventory');
  await bed.importFiles(THREE);
  await expect(bed.page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(bed.page).toHaveTitle('Overview · 4 assets · Doublet');
  await bed.page
    .getByLabel('Import asset export')
    .setInputFiles({ name: 'more.json', mimeType: '', buffer: Buffer.from('[{"assetId":9}]') });
  const dialog = bed.page.getByRole('dialog', { name: 'Read more.json' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
});
