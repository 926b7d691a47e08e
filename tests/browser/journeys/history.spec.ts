import { type Bed, expect, type MadeFile, test } from '../test-bed';

const dataset = (name: string, assets: number): MadeFile => ({
  name: `${name}.json`,
  text: JSON.stringify(Array.from({ length: assets }, (_, at) => ({ assetId: at + 1, assetName: name }))),
});

/** Waits until a dataset of so many assets is open, named in the address, and nothing is amiss. */
async function opened(bed: Bed, name: string, assets: number, id: string): Promise<void> {
  await expect(bed.page.getByRole('button', { name: new RegExp(`^${name}\\.json`) })).toBeVisible();
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe(String(assets));
  await bed.state('ready');
  await expect(bed.page.getByRole('alert')).toHaveCount(0);
  expect(idOf(bed)).toBe(id);
}

function idOf(bed: Bed): string | null {
  return new URLSearchParams(new URL(bed.page.url()).hash.split('?')[1]).get('dataset');
}

/** Imports both, the second in the place of the first, and answers their ids. */
async function importBoth(bed: Bed): Promise<[first: string, second: string]> {
  await bed.open();
  await bed.importFiles(dataset('first', 3));
  await expect(bed.page).toHaveURL(/dataset=/);
  const first = idOf(bed)!;
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByRole('button', { name: 'Delete first.json' })).toBeVisible();
  await bed.page.goBack();
  await bed.page.getByLabel('Import asset export').setInputFiles({
    name: 'second.json',
    mimeType: '',
    buffer: Buffer.from(dataset('second', 5).text as string),
  });
  await bed.page.getByRole('button', { name: 'Open on its own' }).click();
  await expect(bed.page).not.toHaveURL(new RegExp(first));
  await bed.state('ready');
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByRole('button', { name: 'Delete second.json' })).toBeVisible();
  await bed.page.goBack();
  return [first, idOf(bed)!];
}

test('back and forward between two datasets open each, and a reload keeps it', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  const [first, second] = await importBoth(bed);
  await opened(bed, 'second', 5, second);
  await bed.page.goBack();
  await opened(bed, 'first', 3, first);
  await bed.page.goForward();
  await opened(bed, 'second', 5, second);
  await bed.page.goBack();
  await opened(bed, 'first', 3, first);
  await bed.page.reload();
  await opened(bed, 'first', 3, first);
});

test('two steps at once through the history end at the dataset of the address', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  const [first, second] = await importBoth(bed);
  await bed.page.evaluate(() => {
    history.back();
    setTimeout(() => history.forward(), 30);
  });
  await expect.poll(() => idOf(bed)).toBe(second);
  await opened(bed, 'second', 5, second);
  await bed.page.goBack();
  await opened(bed, 'first', 3, first);
});

test('the address of another dataset, put into the same tab, opens it', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  const [first] = await importBoth(bed);
  await bed.page.goto(`${bed.address}#/overview?dataset=${first}`);
  await opened(bed, 'first', 3, first);
});

test('an address that cannot be opened says so once and gives way to what is open', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  const [, second] = await importBoth(bed);
  await bed.page.goto(`${bed.address}#/overview?dataset=nowhere`);
  await expect(bed.page.getByRole('alert')).toHaveCount(1);
  await expect.poll(() => idOf(bed)).toBe(second);
});

test('an error in one screen is told there, and the other screens work', async ({ bed }) => {
  bed.allow(/made to fail/);
  await bed.page.addInitScript(() => {
    const find = document.getElementById.bind(document);
    const state = { fails: true };
    Object.assign(window, { failing: state });
    document.getElementById = (id: string) => {
      if (id === 'licences' && state.fails) throw new Error('made to fail');
      return find(id);
    };
  });
  await bed.open('#/help');
  const alert = bed.page.getByRole('alert');
  await expect(alert.getByRole('heading', { name: 'Help cannot be shown' })).toBeVisible();
  await expect(alert).toContainText('made to fail');
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByRole('heading', { name: 'Datasets' })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await bed.page.goBack();
  await expect(alert).toBeVisible();
  await bed.page.evaluate(() => {
    (window as unknown as { failing: { fails: boolean } }).failing.fails = false;
  });
  await alert.getByRole('button', { name: 'Show it again' }).click();
  await expect(bed.page.getByRole('heading', { name: 'What the figures mean' })).toBeVisible();
});
