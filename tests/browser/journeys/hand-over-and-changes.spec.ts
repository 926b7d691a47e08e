import { strFromU8, unzipSync } from 'fflate';
import { NOVEMBER, OCTOBER, SEPTEMBER } from '../../fixtures/machines/exports-over-time';
import { type Bed, expect, test } from '../test-bed';

test.skip(({ delivery }) => delivery === 'disk', 'From a disk nothing is kept, so nothing can be compared.');

const file = (name: string, records: readonly object[]) => ({ name, text: JSON.stringify(records) });
const goTo = (bed: Bed, screen: string) => bed.page.getByRole('link', { name: screen, exact: true }).click();

/** Imports beside what is open, and waits until it is kept. */
async function importNext(bed: Bed, name: string, records: readonly object[], first: boolean): Promise<void> {
  if (first) await bed.importFiles(file(name, records));
  else {
    await bed.page
      .getByLabel('Import asset export')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(JSON.stringify(records)) });
    await bed.page.getByRole('dialog').getByRole('button', { name: 'Open on its own' }).click();
  }
  await expect(bed.page.locator('.dataset-menu')).toContainText(name);
  await goTo(bed, 'Datasets');
  await expect(bed.page.getByRole('table').getByText(name)).toBeVisible();
}

test('what is handed over is followed into the next export', async ({ bed }) => {
  const { page } = bed;
  await page.setViewportSize({ width: 1440, height: 900 });
  await bed.open();
  await importNext(bed, 'september.json', SEPTEMBER, true);

  await goTo(bed, 'Hand-over');
  await expect(page.getByText('Nobody has decided yet: the lists would be empty.')).toBeVisible();
  await page.getByLabel('Also strong proposals that nobody has decided about').check();
  await expect(page.getByText('3 of strong proposals; calls in 1 set of at most 100.')).toBeVisible();
  const why = page.getByRole('region', { name: 'In no list, and why' });
  await expect(why).toContainText('1 has no host ID');
  expect(await bed.accessibilityFaults(), 'hand-over').toEqual([]);
  const { name, bytes } = await bed.save('Save hand-over kit');
  expect(name).toMatch(/^hand_over_kit_\d{8}_\d{6}\.zip$/);
  const files = unzipSync(bytes);
  expect(strFromU8(files['qps/3-delete-001.xml']!)).toContain('>102,104,112<');
  expect(strFromU8(files['host-ids.txt']!)).toBe('9002\r\n9004\r\n');
  await expect(page.getByRole('region', { name: 'Handed over before' })).toContainText('september.json');

  await importNext(bed, 'october.json', OCTOBER, false);
  await goTo(bed, 'Changes');
  await expect(page.getByLabel('Compared with')).toContainText('september.json (10 assets)');
  for (const [list, count] of Object.entries({
    New: 1,
    Gone: 2,
    'Came back': 2,
    'Still there': 4,
    Changed: 2,
  }))
    await expect(page.getByRole('button', { name: `${list} ${count}`, exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Came back 2/ }).click();
  await expect(page.getByRole('list', { name: 'Came back' })).toContainText('110 → 210');
  await page.getByRole('button', { name: /^Changed/ }).click();
  await page.getByRole('list', { name: 'Changed' }).getByText('WKS-NEW').click();
  await expect(page.getByRole('complementary', { name: 'Then and now' })).toContainText('Renamed.');
  const handedOver = page.getByRole('region', { name: 'Handed over', exact: true });
  await expect(handedOver.getByRole('row', { name: /104/ })).toContainText('came back as 204');
  await handedOver.getByLabel('Load result file').setInputFiles({
    name: 'results.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('102,PURGED\n104,PURGED\n112,ERROR\n'),
  });
  await expect(handedOver.getByRole('status')).toContainText(
    '1 record said to be purged is in the open dataset.',
  );
  expect(await bed.accessibilityFaults(), 'changes').toEqual([]);
  const csv = (await bed.save('Save read-back as CSV')).bytes.toString('utf8');
  expect(csv).toContain('104,9004,103,came back,204,purged');

  await importNext(bed, 'november.json', NOVEMBER, false);
  await goTo(bed, 'Changes');
  await page.getByLabel('Compared with').selectOption({ label: 'october.json (9 assets)' });
  await page.getByRole('button', { name: /^Changed 1/ }).click();
  await expect(page.getByText('Also looked into september.json')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Changed' })).toContainText('One asset ID, several machines');
  await page.getByLabel('Dataset to compare').selectOption({ label: 'september.json (10 assets)' });
  await page.getByLabel('Compared with').selectOption({ label: 'october.json (9 assets)' });
  await expect(page.getByText('“october.json” has newer activity than “september.json”')).toBeVisible();
  const october = await page.getByLabel('Compared with').inputValue();
  await page.getByRole('link', { name: 'Compare them the other way round' }).click();
  await expect(page.getByLabel('Dataset to compare')).toHaveValue(october);
  for (const [list, count] of Object.entries({ New: 1, Gone: 2, 'Came back': 2 }))
    await expect(page.getByRole('button', { name: `${list} ${count}`, exact: true })).toBeVisible();
  const point = page.getByRole('link', { name: /^september\.json, .*: 3$/ }).first();
  await point.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.dataset-menu')).toContainText('september.json');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await bed.accessibilityFaults(), 'changes, 390 px').toEqual([]);
});
