import { type Bed, expect, type MadeFile, test } from '../test-bed';
import { THREE } from './three-records';

/** A MAC that is on the list of ignored values, shared by two; a name that is not, shared by two others. */
const SHARED: MadeFile = {
  name: 'shared.json',
  text: JSON.stringify([
    asset(1, 'a', '00:00:00:00:00:00'),
    asset(2, 'b', '00:00:00:00:00:00'),
    asset(3, 'golden-image', '00:50:56:00:00:03'),
    asset(4, 'golden-image', '00:50:56:00:00:04'),
  ]),
};

test('a rule that is switched off finds nothing, and switched on again finds it again', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  await openSettings(bed);
  await bed.page.getByRole('checkbox', { name: 'MAC address', exact: true }).uncheck();
  await apply(bed);
  await groups(bed, '1');
  await openSettings(bed);
  await bed.page.getByRole('checkbox', { name: 'MAC address', exact: true }).check();
  await apply(bed);
  await groups(bed, '2');
});

test('with nothing ignored the values count', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(SHARED);
  await groups(bed, '1');
  await openSettings(bed);
  await bed.page.getByRole('checkbox', { name: 'Ignore nothing' }).check();
  await apply(bed);
  await groups(bed, '2');
  await expect(bed.page.getByText('; no value ignored')).toBeVisible();
});

test('a value is added to the list, disabled, and removed', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(SHARED);
  await openSettings(bed);
  await bed.page.getByLabel('Value to ignore').fill('golden-*');
  await bed.page.getByLabel('Reason', { exact: true }).fill('Our template');
  await bed.page.getByRole('button', { name: 'Add', exact: true }).click();
  await apply(bed);
  await groups(bed, '0');
  await expect(bed.page.getByRole('row', { name: /golden-image.*Our template/ })).toBeVisible();

  await openSettings(bed);
  const entry = bed.page.getByRole('listitem').filter({ hasText: 'golden-*' });
  await expect(entry).toContainText('2 assets here.');
  await entry.getByRole('checkbox').uncheck();
  await apply(bed);
  await groups(bed, '1');

  await openSettings(bed);
  await bed.page.getByRole('button', { name: 'Remove golden-*' }).click();
  await expect(entry).toHaveCount(0);
});

test('a pattern that is none is refused by name and changes nothing', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(SHARED);
  await openSettings(bed);
  const entries = await bed.page.getByRole('dialog').getByRole('listitem').count();
  await bed.page.getByLabel('Field of the ignored value').selectOption({ label: 'IPv4 address' });
  await bed.page.getByLabel('Value to ignore').fill('10.0.0.0/99');
  await bed.page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(bed.page.getByRole('alert')).toHaveText(/^“\/99” is not a prefix length: for 10\.0\.0\.0 /);
  await expect(bed.page.getByRole('dialog').getByRole('listitem')).toHaveCount(entries);
  await bed.page.getByRole('button', { name: 'Close', exact: true }).click();
  await groups(bed, '1');
});

test('settings are saved to a file and loaded from it; another file is refused by name', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(SHARED);
  await openSettings(bed);
  await bed.page.getByRole('checkbox', { name: 'Ignore nothing' }).check();
  const saved = await bed.save('Export settings…');
  expect(saved.name).toBe('doublet-detection-settings.json');
  expect(JSON.parse(saved.bytes.toString())).toMatchObject({ version: 1, matchExactly: true });

  await bed.page.getByRole('button', { name: 'Restore defaults' }).click();
  await expect(bed.page.getByRole('checkbox', { name: 'Ignore nothing' })).not.toBeChecked();
  const load = bed.page.getByRole('dialog').locator('input[type="file"]');
  await load.setInputFiles({ name: 'wrong.json', mimeType: '', buffer: Buffer.from('{"version":7}') });
  await expect(bed.page.getByRole('alert')).toContainText('version: It must be 1');
  await load.setInputFiles({ name: 'settings.json', mimeType: '', buffer: saved.bytes });
  await expect(bed.page.getByRole('checkbox', { name: 'Ignore nothing' })).toBeChecked();
  await expect(bed.page.getByRole('alert')).toHaveCount(0);
  await apply(bed);
  await groups(bed, '2');
});

test('a recipe is looked through, applied, taken back, and loaded by dropping it', async ({ bed }) => {
  const { page } = bed;
  await bed.open();
  await bed.importFiles(SHARED);
  const saved = await bed.save('Save recipe');
  expect(saved.name).toMatch(/^doublet-recipe_\d{8}_\d{6}\.json$/);
  const recipe = JSON.parse(saved.bytes.toString());
  recipe.detection.matchExactly = true;
  recipe.judgement.staleDays = 30;
  recipe.page.review.keys.same = 'y';
  const text = JSON.stringify(recipe);
  const drop = (content: string) =>
    page.evaluate((made) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([made], 'ours.json'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    }, content);
  await drop(text.replace('"version":1', '"version":2'));
  await expect(page.getByRole('alert')).toContainText('newer Doublet');
  await drop(text.replace('"same":"y"', '"same":"7"'));
  await expect(page.getByRole('alert')).toContainText('The digits choose a record');
  await drop(text);
  const look = page.getByRole('dialog', { name: 'Recipe ours.json' });
  await expect(look.getByRole('row', { name: 'Match exactly off on' })).toBeVisible();
  await expect(look.getByRole('row', { name: 'Days until an asset is stale 90 30' })).toBeVisible();
  expect(await bed.accessibilityFaults()).toEqual([]);
  await look.getByRole('button', { name: 'Apply recipe' }).click();
  await groups(bed, '2');
  const said = page.getByRole('status', { name: 'What became of the recipe' });
  await expect(said).toContainText('Applied ours.json: 3 settings changed, 2 more potential duplicates.');
  expect(JSON.parse((await bed.save('Save recipe')).bytes.toString())).toEqual(recipe);
  await page
    .getByLabel('Load recipe')
    .setInputFiles({ name: 'ours.json', mimeType: '', buffer: Buffer.from(text) });
  await expect(page.getByRole('dialog')).toContainText('Nothing would change');
  await page.keyboard.press('Escape');
  await said.getByRole('button', { name: 'Undo' }).click();
  await groups(bed, '1');
  expect((await bed.save('Save recipe')).bytes).toEqual(saved.bytes);
});

test('a value is ignored where it is said, after a look, and taken back', async ({ bed }) => {
  const { page } = bed;
  const docks = Array.from({ length: 42 }, (_, at) => asset(at + 1, `ws-${at}`, `00:e0:4c:00:00:0${at % 2}`));
  await bed.open();
  await bed.importFiles({ name: 'docks.json', text: JSON.stringify(docks) });
  await groups(bed, '2');
  const shared = page.getByRole('listitem').filter({ hasText: '2 values are shared widely' });
  await shared.getByRole('link', { name: '21 assets' }).first().click();
  await expect(page.getByRole('status').first()).toContainText('1 group, 21 assets, 21 rows');
  expect(page.url()).not.toMatch(/e0(:|%3a|-)?4c/i);

  const band = page.getByRole('row').filter({ hasText: 'Group 1' });
  await band.getByRole('button', { name: 'Ignore 00:e0:4c:00:00:00' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('21 fewer potential duplicates, 1 group gone');
  await dialog.getByRole('radio', { name: /^00:e0:4c:xx:xx:xx and all like it/ }).check();
  await expect(dialog).toContainText('42 fewer potential duplicates, 2 groups gone');
  expect(await bed.accessibilityFaults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Ignore it' }).click();
  const said = page.getByText('00:e0:4c:xx:xx:xx is ignored: 42 fewer potential duplicates, 2 groups gone.');
  await expect(said).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(band).toBeVisible();

  await page.getByRole('gridcell', { name: 'ws-0', exact: true }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('button', { name: 'Ignore 00:e0:4c:00:00:00' })).toBeVisible();
  await panel.getByRole('link', { name: 'Cluster 1' }).click();
  await expect(panel.getByRole('heading', { name: 'What joins it' })).toBeVisible();
  await panel.getByRole('button', { name: 'Ignore 00:e0:4c:00:00:00' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('each line of the overview leads to its list', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  const grid = bed.page.getByRole('grid', { name: 'Duplicate assets' });
  await bed.page.getByRole('link', { name: /^MAC address 1/ }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await expect(grid.getByRole('gridcell', { name: '103', exact: true })).toBeVisible();
  await bed.page.goBack();
  await bed.page.getByRole('link', { name: /^Clusters that several groups join/ }).click();
  await expect(bed.page.getByRole('list', { name: 'Clusters' }).getByRole('listitem')).toHaveCount(1);
  await bed.page.goBack();
  await bed.page.getByRole('link', { name: /^Only the MAC address matches/ }).click();
  await expect(grid.getByRole('gridcell', { name: '103', exact: true })).toBeVisible();
});

function asset(assetId: number, assetName: string, macAddress: string) {
  return { assetId, assetName, networkInterfaceListData: { networkInterface: [{ macAddress }] } };
}

async function openSettings(bed: Bed): Promise<void> {
  await bed.page.getByRole('button', { name: 'Change detection settings' }).click();
  await expect(bed.page.getByRole('dialog', { name: 'Detection settings' })).toBeVisible();
}

async function apply(bed: Bed): Promise<void> {
  await bed.page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(bed.page.getByRole('dialog')).toHaveCount(0);
  await bed.state('ready');
}

async function groups(bed: Bed, count: string): Promise<void> {
  await expect.poll(async () => (await bed.figures()).get('Duplicate groups')).toBe(count);
}
