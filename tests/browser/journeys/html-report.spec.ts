import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { type Bed, expect, test } from '../test-bed';
import { RECORDS, THREE } from './three-records';

/** The saved report in a page of its own, from the disk, with nothing that it may not do. */
async function openReport(bed: Bed, path: string, name = 'Save HTML report') {
  const saved = await bed.save(name);
  writeFileSync(path, saved.bytes);
  const page = await bed.page.context().newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => request.url().startsWith('file:') || troubles.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  await expect(page.locator('html[data-state=ready]')).toBeAttached();
  return { saved, page, troubles, html: saved.bytes.toString() };
}

const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('the HTML report: parts, links, keys, print, and nothing for axe to find', async ({ bed }, info) => {
  await bed.open();
  await bed.importFiles(THREE);
  const { page, troubles } = await openReport(bed, info.outputPath('report.html'));
  const table = page.getByRole('grid', { name: 'Duplicate assets' });

  await test.step('a number leads to a list of its length', async () => {
    await page.getByRole('link', { name: 'Fields and overlap' }).click();
    const set = page.locator('#overlap tbody tr').first();
    const number = Number(await set.getByRole('link').textContent());
    await set.getByRole('link').click();
    await expect(page.getByRole('status')).toContainText(number === 1 ? '1 asset' : `${number} assets`);
    await page.getByRole('button', { name: /: show all again$/ }).click();
    await page.getByRole('link', { name: /^Clusters/ }).click();
    await page.locator('#clusters').getByRole('link', { name: 'group 2' }).click();
    await expect(table.locator(':focus')).toContainText('Group 2');
  });

  await test.step('the headings are one stop of the keyboard', async () => {
    await page.getByLabel('Rows in print').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Asset ID');
    const width = () =>
      table
        .locator('col')
        .nth(1)
        .evaluate((col) => col.getBoundingClientRect().width);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Address');
    const before = await width();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await width()).toBe(before + 16);
    await page.keyboard.press('Enter');
    await expect(table.locator('th[data-header="Address"]')).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('button', { name: 'Reset sort' }).click();
    await table.locator('th[data-header="Address"] button').focus();
    await page.keyboard.press('Tab');
    await expect(table.locator('td:focus')).toHaveCount(1);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('Asset ID');
  });

  await test.step('axe finds nothing in any part', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const part of ['rows', 'fields', 'clusters', 'part-machines', 'about']) {
        await go(page, part);
        expect(await bed.accessibilityFaults(page), `${part}, ${colorScheme}`).toEqual([]);
      }
    }
  });

  await test.step('print has all parts, the rows last, under the headings that they have', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.printed')).toHaveText(/^All \d+ rows of the report\.$/);
    for (const part of ['fields', 'about', 'rows']) await expect(page.locator(`#${part}`)).toBeVisible();
    const shown = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((cells) =>
          cells
            .filter((cell) => getComputedStyle(cell).display !== 'none')
            .map((cell) => (cell as HTMLElement).dataset['header']),
        );
    expect(await shown('#rows thead th')).toEqual(await shown('#rows tbody tr.row:nth-of-type(2) td'));
  });
  expect(troubles).toEqual([]);
});

test('a redacted copy is said to be one and has none of the names', async ({ bed }, info) => {
  await bed.open();
  await bed.importFiles(THREE);
  await bed.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  await bed.page.getByRole('button', { name: 'Not redacted' }).click();
  await bed.page.getByRole('menuitemcheckbox', { name: 'Redact names and addresses' }).click();
  await bed.page.getByRole('menuitemcheckbox', { name: 'Redact tags' }).click();
  await bed.page.keyboard.press('Escape');
  await expect(bed.page.getByRole('button', { name: 'Redacted in part' })).toBeVisible();
  const { saved, page, html, troubles } = await openReport(bed, info.outputPath('redacted.html'));
  expect(saved.name).toMatch(/_redacted\.html$/);
  await expect(page.getByRole('note').first()).toContainText('Redacted');
  await expect(page).toHaveTitle(/redacted copy/);
  for (const { assetName, address } of RECORDS as readonly { assetName?: string; address?: string }[]) {
    if (assetName) expect(html).not.toContain(assetName);
    if (address) expect(html).not.toContain(address);
  }
  expect(troubles).toEqual([]);
});
