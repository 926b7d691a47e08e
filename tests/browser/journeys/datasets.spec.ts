import { type Bed, expect, type MadeFile, test } from '../test-bed';
import { THREE } from './three-records';

const OTHER: MadeFile = {
  name: 'other.json',
  text: JSON.stringify([
    { assetId: 1, assetName: 'one' },
    { assetId: 2, assetName: 'two' },
  ]),
};

test('a dataset is renamed, another is opened, one is deleted after a question', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await bed.open();
  await bed.importFiles(THREE);
  await keptAs(bed, 'three.json');
  await give(bed, OTHER, 'Open on its own');
  await keptAs(bed, 'other.json');

  const list = bed.page.getByRole('table');
  await bed.page.getByRole('button', { name: 'Rename three.json' }).click();
  await bed.page.getByLabel('Dataset name').fill('Servers in May');
  await bed.page.keyboard.press('Enter');
  await expect(list.getByText('Servers in May')).toBeVisible();
  await bed.page.getByRole('button', { name: 'Rename Servers in May' }).click();
  await bed.page.getByLabel('Dataset name').fill('never mind');
  await bed.page.keyboard.press('Escape');
  await expect(list.getByText('Servers in May')).toBeVisible();

  // The same file once more: the dataset that is there is offered, and its name opens it as well.
  await bed.page
    .getByLabel('Import asset export')
    .setInputFiles({ name: THREE.name, mimeType: '', buffer: Buffer.from(THREE.text as string) });
  const known = bed.page.getByRole('dialog');
  await expect(known).toContainText('“three.json” of this size was imported already, on ');
  await expect(known).toContainText('and called “Servers in May”.');
  await known.getByRole('button', { name: 'Open that one' }).click();
  await expect(bed.page.getByRole('button', { name: /^Servers in May/ })).toBeVisible();
  await goToDatasets(bed);
  await expect(bed.page.getByText(/^2 datasets, /)).toBeVisible();
  await list.getByRole('button', { name: 'other.json', exact: true }).click();
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe('2');
  await goToDatasets(bed);

  await bed.page.getByRole('button', { name: 'Open Servers in May' }).click();
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe('4');
  await expect(bed.page.getByRole('button', { name: /^Servers in May/ })).toBeVisible();

  await goToDatasets(bed);
  await bed.page.getByRole('button', { name: 'Delete other.json' }).click();
  const dialog = bed.page.getByRole('dialog');
  await expect(dialog).toContainText('“other.json” with 2 assets will be deleted from this browser.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(list.getByText('other.json')).toBeVisible();
  await bed.page.getByRole('button', { name: 'Delete other.json' }).click();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(list.getByText('other.json')).toHaveCount(0);
  await expect(list.getByText('Servers in May')).toBeVisible();
});

test('Delete all data deletes every dataset and keeps what is open in memory', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await bed.open();
  await bed.importFiles(THREE);
  await keptAs(bed, 'three.json');
  await bed.page.getByRole('button', { name: 'Delete all data' }).click();
  await bed.page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(bed.page.getByText('No dataset is kept in this browser.')).toBeVisible();
  await expect(bed.page.getByText('“three.json” is still open, in memory only')).toBeVisible();
  expect(bed.page.url()).not.toContain('dataset=');
  await bed.page.getByRole('link', { name: 'Overview', exact: true }).click();
  expect((await bed.figures()).get('Host assets')).toBe('4');
  await bed.page.goto(bed.address);
  await bed.state('idle');
  await expect(bed.page.getByRole('heading', { name: 'In this browser' })).toHaveCount(0);
});

test('from a disk nothing is kept, for the reason that stands there, until one switches it on', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'hosted', 'a page from a server has a storage of its own');
  await bed.open();
  await bed.importFiles(THREE);
  await goToDatasets(bed);
  const choice = bed.page.getByRole('checkbox', { name: 'Keep datasets in this browser' });
  await expect(choice).not.toBeChecked();
  await expect(bed.page.getByText('shares its storage with every other page opened that way')).toBeVisible();
  await expect(bed.page.getByText('No dataset is kept in this browser.')).toBeVisible();
  await choice.check();
  await expect(bed.page.getByRole('table').getByText('three.json')).toBeVisible();
  await bed.page.reload();
  await bed.state('ready');
  await goToDatasets(bed);
  await expect(choice).toBeChecked();
  await expect(bed.page.getByRole('table').getByText('three.json')).toBeVisible();
});

test('switched off, new datasets stay in memory and the choice outlives a reload', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'off is where a page from a disk starts');
  await bed.open();
  await goToDatasets(bed);
  const choice = bed.page.getByRole('checkbox', { name: 'Keep datasets in this browser' });
  await choice.uncheck();
  await expect(bed.page.getByText('Switched off: datasets stay in memory')).toBeVisible();
  await bed.importFiles(THREE);
  await goToDatasets(bed);
  await expect(bed.page.getByText('No dataset is kept in this browser.')).toBeVisible();
  await bed.page.goto(`${bed.address}#/datasets`);
  await bed.page.reload();
  await expect(choice).not.toBeChecked();
});

test('a file replaces what is open, adds to it, or leaves it, as one says', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  await give(bed, OTHER, 'Cancel');
  expect((await bed.figures()).get('Host assets')).toBe('4');
  await give(bed, OTHER, 'Add to it');
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe('6');
  await give(bed, OTHER, 'Open on its own');
  await expect.poll(async () => (await bed.figures()).get('Host assets')).toBe('2');
});

/** Gives a file while a dataset is open, and answers the question that follows. */
async function give(bed: Bed, file: MadeFile, answer: string): Promise<void> {
  await bed.page
    .getByLabel('Import asset export')
    .setInputFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.text as string) });
  await bed.page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click();
  await expect(bed.page.getByRole('dialog')).toHaveCount(0);
}

async function goToDatasets(bed: Bed): Promise<void> {
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
}

/** Waits on the screen Datasets until the dataset is kept. */
async function keptAs(bed: Bed, name: string): Promise<void> {
  await goToDatasets(bed);
  await expect(bed.page.getByRole('table').getByText(name)).toBeVisible();
}
