import type { Page } from '@playwright/test';
import { Bed, expect, test } from '../test-bed';
import { TO_REVIEW } from './review-records';

const title = (page: Page) => page.locator('#review-question-title');
const figure = (page: Page, name: string) =>
  page
    .getByRole('complementary', { name: 'Progress of the review' })
    .locator('dl > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd');
const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce(async (before, key) => {
    await before;
    await page.keyboard.press(key);
  }, Promise.resolve());
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openReview(bed: Bed) {
  await bed.page.getByRole('link', { name: 'Review', exact: true }).click();
  await expect(title(bed.page)).toBeVisible();
}

test('machines are decided by keys, taken back, as a list, saved, resumed and loaded elsewhere', async ({
  bed,
  browser,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  const { page } = bed;
  await bed.open();
  await bed.importFiles(TO_REVIEW);
  await expect(page.getByRole('link', { name: '9 questions' })).toBeVisible();
  await page.getByRole('link', { name: 'Start reviewing' }).click();
  await expect(title(page)).toContainText('db01 and 2 other records');
  await expect(figure(page, 'Decided')).toHaveText('0');
  await expect(figure(page, 'Left')).toHaveText('9');
  expect(await bed.accessibilityFaults()).toEqual([]);

  // Split in two and together again; take one out, put another in.
  await press(page, 'b');
  await expect(page.getByRole('region', { name: 'Machine B' })).toContainText('3');
  await expect(button(page, 'Two machines, A and B')).toBeVisible();
  await press(page, 'b', '3', 't');
  await expect(button(page, 'Take out')).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'f');
  await page.keyboard.type('stray');
  await page.getByRole('button', { name: 'Add stray 90' }).click();
  await expect(page.getByRole('region', { name: 'Evidence', exact: true })).toContainText('PF7777S1');
  await press(page, 't');
  await press(page, 'm');
  await page.keyboard.type('sound, as seen');
  await expect(figure(page, 'Decided')).toHaveText('0');
  await press(page, 'Escape', 's');
  await expect(figure(page, 'Decided')).toHaveText('1');
  await expect(title(page)).toContainText('ws0');

  // Undo leads back to the question with nothing done; redo brings the decision back as it was.
  await press(page, 'u');
  await expect(title(page)).toContainText('db01');
  await expect(figure(page, 'Decided')).toHaveText('0');
  await press(page, 'r');
  await expect(figure(page, 'Decided')).toHaveText('1');
  await expect(page.getByRole('region', { name: 'Answered', exact: true })).toContainText(
    'one machine: 1, 2',
  );
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('sound, as seen');

  // Some by hand, then the rest as a list, with one left out; one undo takes the list back.
  await press(page, 'j');
  await expect(title(page)).toContainText('ws0');
  for (const at of [0, 1]) {
    await expect(title(page)).toContainText(`ws${at}`);
    await press(page, 's');
  }
  await expect(figure(page, 'Left')).toHaveText('6');
  await button(page, 'Decide a cause as a list').click();
  const list = page.getByRole('dialog', { name: 'Decide a cause as a list' });
  await list.getByRole('checkbox', { name: /ws7/ }).uncheck();
  expect(await bed.accessibilityFaults()).toEqual([]);
  await list.getByRole('button', { name: 'Last look at 5 questions' }).click();
  await expect(list).toContainText('1 question of this cause is left for you');
  await list.getByRole('button', { name: 'Answer 5 questions' }).click();
  await expect(figure(page, 'Left')).toHaveText('1');
  await button(page, 'Undo').click();
  await expect(figure(page, 'Left')).toHaveText('6');
  await press(page, 'r');
  await expect(figure(page, 'Left')).toHaveText('1');
  await expect(title(page)).toContainText('ws7');

  // What is only here is in sight on every screen until it is in a file.
  await expect(page.getByText('8 decisions only in this browser')).toBeVisible();
  await page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  await expect(page.getByRole('link', { name: /8 decisions only in this browser/ })).toBeVisible();
  await openReview(bed);
  const saved = await bed.save('Save decisions');
  expect(saved.name).toMatch(/^doublet-decisions_\d{8}_\d{6}\.json$/);
  await expect(page.getByText('only in this browser')).toHaveCount(0);

  // A reload comes back to the same question.
  await page.reload();
  await bed.state('ready');
  await expect(title(page)).toContainText('ws7');
  await expect(figure(page, 'Decided')).toHaveText('8');

  // The end says so, and each number leads to its list. No key answers what is not shown.
  await press(page, 'n');
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await press(page, 's', 'd');
  await expect(figure(page, 'Decided')).toHaveText('8');
  await page.getByRole('button', { name: 'Not sure 1' }).click();
  await expect(title(page)).toContainText('ws7');

  // Keys are changed in the settings of the screen; the old one acts no more.
  await button(page, 'Name and keys').click();
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Key of “Same machine”').press('y');
  await press(page, 'Escape');
  await expect(button(page, 'Ann, keys')).toBeVisible();
  await press(page, 's');
  await expect(figure(page, 'Decided')).toHaveText('8');
  await press(page, 'y');
  await expect(figure(page, 'Decided')).toHaveText('9');

  // Nothing runs out of a phone's screen sideways.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: /^Decided 9/ }).click();
  await expect(title(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await bed.accessibilityFaults()).toEqual([]);

  // In another browser the file brings all decisions.
  const other = await browser.newContext({ acceptDownloads: true });
  const fresh = new Bed(await other.newPage(), bed.delivery, bed.address);
  await fresh.open();
  await fresh.importFiles(TO_REVIEW);
  await openReview(fresh);
  await fresh.page
    .getByLabel('Load decisions')
    .setInputFiles({ name: saved.name, mimeType: 'application/json', buffer: saved.bytes });
  const report = fresh.page.getByRole('dialog', { name: 'Decisions loaded' });
  await expect(report.locator('dd').first()).toHaveText('8');
  await report.getByRole('button', { name: 'Go on' }).click();
  await expect(figure(fresh.page, 'Decided')).toHaveText('8');
  await expect(title(fresh.page)).toContainText('ws7');
  fresh.verify();
  await other.close();
});

test('from a disk decisions are said to be in this page only, and are saved', async ({ bed, delivery }) => {
  test.skip(delivery === 'hosted', 'a page from a server keeps them');
  const { page } = bed;
  await bed.open();
  await bed.importFiles(TO_REVIEW);
  await openReview(bed);
  await expect(page.getByRole('note').filter({ hasText: 'Opened from a disk' })).toBeVisible();
  await press(page, 's');
  await expect(page.getByText('1 decision only in this page')).toBeVisible();
  const saved = await bed.save('Save decisions');
  expect(JSON.parse(saved.bytes.toString())).toMatchObject({ format: 'doublet-decisions' });
  await expect(page.getByText('only in this page')).toHaveCount(0);
});
