import type { Page } from '@playwright/test';
import { expect, type MadeFile, test } from '../test-bed';

const DOCK = '8c:17:59:00:00:77';

/** One record of an agent, last seen so many days before the newest. */
function record(assetId: number, assetName: string, biosSerialNumber: string, days: number, macs: string[]) {
  const seen = new Date(Date.UTC(2026, 4, 25) - days * 86_400_000).toISOString();
  return {
    assetId,
    assetName,
    biosSerialNumber,
    address: `10.0.0.${assetId}`,
    agentId: `0b8f1c2e-1111-4222-8333-0000000000${assetId}`,
    networkInterfaceListData: { networkInterface: macs.map((macAddress) => ({ macAddress })) },
    inventoryListData: { inventory: [{ source: 'QAGENT', created: seen, lastUpdated: seen }] },
  };
}

/** One computer that was set up anew, and three laptops at one dock. */
const FILE: MadeFile = {
  name: 'machines.json',
  text: JSON.stringify([
    record(10, 'ws-old', 'PF00AA01', 90, ['8c:17:59:00:00:01']),
    record(11, 'ws-new', 'PF00AA01', 0, ['8c:17:59:00:00:01']),
    record(21, 'laptop-1', 'PF00BB01', 0, ['8c:17:59:00:00:11', DOCK]),
    record(22, 'laptop-2', 'PF00BB02', 0, ['8c:17:59:00:00:12', DOCK]),
    record(23, 'laptop-3', 'PF00BB03', 0, ['8c:17:59:00:00:13', DOCK]),
  ]),
};

const list = (page: Page) => page.getByRole('list', { name: 'Machines' });

test('machines are found, opened, explained, and a value that identifies nothing is ignored and taken back', async ({
  bed,
}) => {
  const { page } = bed;
  await bed.open();
  await bed.importFiles(FILE);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '1 machine has 2 records: 1 is redundant',
  );
  await page.getByRole('link', { name: 'Machines', exact: true }).click();

  // One machine, opened by its line: why it is one, what to keep, what is redundant.
  await expect(list(page).getByRole('link')).toHaveCount(1);
  await page.getByLabel('Strength', { exact: true }).selectOption('likely');
  await expect(page.getByText('No entries match likely only.')).toBeVisible();
  await page.getByLabel('Strength', { exact: true }).selectOption('strong');
  await list(page).getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'Machine' });
  await expect(panel).toContainText('PF00AA01');
  await expect(panel).toContainText('Keep 11');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  await expect(list(page).getByRole('link')).toBeFocused();

  // The laptops at one dock look alike and are none; the reason stands with them.
  await page.getByRole('button', { name: /^Look-alikes/ }).click();
  await expect(list(page)).toContainText('8c:17:59:00:00:77');

  // Why not, for two that a person names.
  await page.getByLabel('First asset ID').fill('21');
  await page.getByLabel('Second asset ID').fill('22');
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Why, and why not' })).toContainText('PF00BB02');
  await page.getByLabel('Second asset ID').fill('999');
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('999');

  // The dock's address is suspect: what ignoring it changes is said first, and undone in one click.
  await page.getByRole('button', { name: `Ignore ${DOCK}` }).click();
  await expect(page.getByText(/1 group fewer/)).toBeVisible();
  await page.getByRole('button', { name: 'Ignore it' }).click();
  await expect(page.getByText('3 potential duplicates fewer')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: `Ignore ${DOCK}` })).toBeEnabled();

  // Settings are applied at once, say what they changed, and are taken back.
  await page.getByRole('heading', { name: 'Judgement settings' }).click();
  await page.getByLabel(/^A record is stale without activity for/).fill('30');
  await page.getByLabel(/^A record is stale without activity for/).press('Enter');
  await expect(page.getByText('The change made no difference.')).toBeVisible();
  await page.getByLabel(/^Of several records keep/).selectOption({ index: 1 });
  await expect(page.getByLabel(/^Of several records keep/)).toHaveValue('mostComplete');
  await page
    .getByRole('group')
    .filter({ hasText: 'Judgement settings' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByLabel(/^Of several records keep/)).toHaveValue('newestActivity');

  // A link to a machine opens it.
  await page.getByRole('button', { name: /^Machines 1/ }).click();
  await list(page).getByRole('link').click();
  const address = page.url();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(panel).toContainText('PF00AA01');
});
