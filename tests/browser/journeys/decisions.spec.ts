import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { repeatable } from '../../fixtures/generate.mjs';
import { Bed, expect, test } from '../test-bed';
import { FORTY_PAIRS, PAIRS_LATER } from './review-records';

test.skip(({ delivery }) => delivery === 'disk', 'From a disk nothing is kept, so no other tab has it.');

const title = (page: Page) => page.locator('#review-question-title');
const decided = (page: Page) =>
  page
    .getByRole('complementary', { name: 'Progress of the review' })
    .locator('dl > div', { has: page.getByText('Decided', { exact: true }) })
    .locator('dd');

/** Opens the review of an export that is kept then; answers its address. */
async function openReview(bed: Bed): Promise<string> {
  await bed.open();
  await bed.importFiles(FORTY_PAIRS);
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByRole('table').getByText(FORTY_PAIRS.name)).toBeVisible();
  await bed.page.getByRole('link', { name: 'Review', exact: true }).click();
  await expect(title(bed.page)).toBeVisible();
  return bed.page.url();
}

/** The answers that stand, by the asset IDs that they are about. */
async function savedFrom(page: Page): Promise<Record<string, string>> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save decisions' }).click();
  const { decisions } = JSON.parse(readFileSync(await (await waiting).path(), 'utf8')) as {
    decisions: { answer: string | null; assetIds: string[]; basis: { records: unknown[] } }[];
  };
  for (const { basis, assetIds } of decisions) expect(basis.records).toHaveLength(assetIds.length);
  return Object.fromEntries(
    decisions.flatMap(({ answer, assetIds }) => (answer === null ? [] : [[assetIds.join(), answer]])),
  );
}

test('two tabs see each other\u2019s decisions; a file is dropped; a new export asks again', async ({
  bed,
  browser,
}) => {
  const address = await openReview(bed);
  const { page } = bed;
  const other = await page.context().newPage();
  bed.listenTo(other);
  await other.goto(address);
  await expect(title(other)).toContainText('ws0');
  await page.keyboard.press('s');
  await expect(decided(other)).toHaveText('1');
  await expect(other.getByRole('region', { name: 'Answered', exact: true })).toContainText(
    'one machine: 11, 12',
  );
  await other.keyboard.press('j');
  await expect(title(other)).toContainText('ws1');
  await other.keyboard.press('d');
  await expect(decided(page)).toHaveText('2');
  await expect(page.getByRole('region', { name: 'Answered', exact: true })).toContainText(
    'different machines: 13, 14',
  );
  await page.keyboard.press('u');
  await expect(decided(other)).toHaveText('1');
  await page.keyboard.press('r');
  await expect(decided(other)).toHaveText('2');
  await other.close();

  // In another browser, dropped on the Overview of the next export: one holds, one is asked again.
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save decisions' }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  const context = await browser.newContext();
  const fresh = new Bed(await context.newPage(), bed.delivery, bed.address);
  await fresh.open();
  await fresh.importFiles(PAIRS_LATER);
  await fresh.page.evaluate((made) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([made], 'ours.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  }, text);
  const loaded = fresh.page.getByRole('dialog', { name: 'Decisions loaded' });
  await expect(loaded.locator('dd').first()).toHaveText('2');
  await loaded.getByRole('button', { name: 'Go on' }).click();
  await expect(decided(fresh.page)).toHaveText('1');
  await fresh.page.getByRole('button', { name: /^Asked again 1/ }).click();
  await expect(title(fresh.page)).toContainText('ws0');
  await expect(fresh.page.getByRole('region', { name: 'Asked again' })).toContainText('PF1111B0');
  fresh.verify();
  await context.close();
});

test('a tab that ends after any key loses no decision, and has none half', async ({ bed }) => {
  const address = await openReview(bed);
  bed.allow(/^the page crashed$/);
  const random = repeatable(12);
  let { page } = bed;
  let known: Record<string, string> = {};
  for (let round = 0; round < 4; round++)
    ({ page, known } = await endAfterSomeKeys(page, address, known, random));
  expect(Object.keys(known).length).toBeGreaterThan(5);
});

/** Presses keys and ends the tab; what another one finds then must be the state after one of the last keys. */
async function endAfterSomeKeys(
  page: Page,
  address: string,
  start: Record<string, string>,
  random: { below(n: number): number },
): Promise<{ page: Page; known: Record<string, string> }> {
  const context = page.context();
  const states = [start];
  const steps: Record<string, string>[] = [];
  const keys = 3 + random.below(5);
  for (let at = 0; at < keys; at++) {
    await expect(title(page)).toContainText(/ws\d/);
    const number = Number(/ws(\d+)/.exec(await title(page).innerText())![1]);
    const before = states.at(-1)!;
    const key = steps.length > 0 && random.below(4) === 0 ? 'u' : random.below(3) === 0 ? 'd' : 's';
    if (key === 'u') states.push(steps.pop()!);
    else {
      steps.push(before);
      const ids = `${11 + number * 2},${12 + number * 2}`;
      states.push({ ...before, [ids]: key === 's' ? 'same' : 'different' });
    }
    await page.keyboard.press(key);
    // The tab ends without waiting for the last key; an undo leads to another question, which must be there first.
    if (at < keys - 1) await expect(decided(page)).toHaveText(String(Object.keys(states.at(-1)!).length));
  }
  await page.waitForTimeout(random.below(20));
  if (random.below(2) === 0) {
    const session = await context.newCDPSession(page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
  }
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(decided(again)).toBeVisible();
  const known = await savedFrom(again);
  expect(states.slice(-2)).toContainEqual(known);
  return { page: again, known };
}
