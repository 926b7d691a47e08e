import type { Locator } from '@playwright/test';
import { expect, test } from '../test-bed';
import { THREE } from './three-records';

test('the table can be worked with the keyboard alone', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  await bed.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  const grid = bed.page.getByRole('grid', { name: 'Duplicate assets' });
  await expect(grid.getByRole('gridcell').first()).toBeVisible();
  await grid.focus();
  await bed.page.keyboard.press('Control+Home');
  await bed.page.keyboard.press('ArrowDown');
  await bed.page.keyboard.press('ArrowRight');
  await expect(grid).toHaveAttribute('aria-activedescendant', 'cell-1-1');
  await bed.page.keyboard.press('Enter');
  const panel = bed.page.getByRole('complementary');
  await expect(panel).toContainText('101');
  // The panel goes along, and takes one step of the history however many assets it showed.
  await bed.page.keyboard.press('j');
  await expect(panel.locator('.panel-title')).toContainText('102');
  await bed.page.keyboard.press('k');
  await expect(panel.locator('.panel-title')).toContainText('101');
  await bed.page.goBack();
  await expect(panel).toHaveCount(0);
  await grid.focus();
  await bed.page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await bed.page.keyboard.press('Escape');
  await expect(bed.page.getByRole('complementary')).toHaveCount(0);
  await bed.page.keyboard.press('ArrowUp');
  await bed.page.keyboard.press('ArrowUp');
  const header = bed.page.getByRole('columnheader', { name: 'Address', exact: true });
  const width = (await header.boundingBox())!.width;
  await bed.page.keyboard.press('Shift+ArrowRight');
  expect((await header.boundingBox())!.width).toBe(width + 16);
  await bed.page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
});

test('the list of clusters can be worked with the keyboard alone', async ({ bed }) => {
  await bed.open();
  await bed.importSample();
  await bed.page.getByRole('link', { name: 'Clusters', exact: true }).click();
  const links = bed.page.getByRole('list', { name: 'Clusters' }).getByRole('link');
  await links.first().focus();
  const count = Number(await bed.page.getByRole('listitem').first().getAttribute('aria-setsize'));
  await bed.page.keyboard.press('End');
  const last = bed.page.locator(`[aria-posinset="${count}"]`);
  await expect(last.getByRole('link')).toBeFocused();
  await bed.page.keyboard.press('Home');
  await expect(bed.page.locator('[aria-posinset="1"]').getByRole('link')).toBeFocused();
  await bed.page.keyboard.press('Enter');
  await expect(bed.page.locator('[aria-posinset="1"]').getByRole('link')).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('the commands can be found by typing', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  await bed.page.keyboard.press('Control+k');
  await bed.page.keyboard.type('clusters');
  await bed.page.keyboard.press('Enter');
  await expect(bed.page.getByRole('link', { name: 'Clusters', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(bed.page.getByRole('list', { name: 'Clusters' }).getByRole('listitem')).toHaveCount(1);
  await expect(bed.page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a dialog gives the focus back to what opened it', async ({ bed }) => {
  await bed.open();
  await bed.importFiles(THREE);
  const closing = async (opener: Locator, close: () => Promise<void>) => {
    await opener.focus();
    await bed.page.keyboard.press('Enter');
    await expect(bed.page.getByRole('dialog')).toBeVisible();
    await close();
    await expect(bed.page.getByRole('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
  };
  const pressEscape = () => bed.page.keyboard.press('Escape');
  const settings = bed.page.getByRole('button', { name: 'Change detection settings' });
  await closing(settings, pressEscape);
  await closing(settings, () => bed.page.getByRole('button', { name: 'Close' }).click());
  const search = bed.page.getByRole('link', { name: 'Duplicates', exact: true });
  await search.focus();
  await bed.page.keyboard.press('Control+k');
  await expect(bed.page.getByRole('dialog')).toBeVisible();
  await pressEscape();
  await expect(search).toBeFocused();
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await closing(bed.page.getByRole('button', { name: /^Delete three/ }), pressEscape);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`axe finds nothing on any screen, ${colorScheme}, ${size.width} px`, async ({ bed }) => {
      await bed.page.emulateMedia({ colorScheme });
      await bed.page.setViewportSize(size);
      await bed.open();
      expect(await bed.accessibilityFaults(), 'landing').toEqual([]);
      await bed.importSample();
      expect(await bed.accessibilityFaults(), 'overview').toEqual([]);
      const screens = await bed.page
        .getByRole('navigation', { name: 'Screens' })
        .getByRole('link')
        .allInnerTexts();
      expect(screens).toEqual(expect.arrayContaining(['Machines', 'Sensor check', 'Help']));
      for (const screen of screens) {
        await bed.page
          .getByRole('navigation', { name: 'Screens' })
          .getByRole('link', { name: screen, exact: true })
          .click();
        await expect(bed.page.getByRole('main')).not.toBeEmpty();
        expect(await bed.accessibilityFaults(), screen).toEqual([]);
      }
      await bed.page.getByRole('link', { name: 'Machines', exact: true }).click();
      await bed.page.getByRole('list', { name: 'Machines' }).getByRole('link').first().click();
      await expect(bed.page.getByRole('region', { name: 'Evidence' })).toBeVisible();
      expect(await bed.accessibilityFaults(), 'machine').toEqual([]);
      await bed.page
        .getByRole('complementary', { name: 'Machine' })
        .getByRole('button', { name: 'Close' })
        .click();
      await bed.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
      await bed.page.getByRole('grid').getByRole('gridcell').nth(3).click();
      await expect(bed.page.getByRole('complementary').getByRole('table')).toBeVisible();
      expect(await bed.accessibilityFaults(), 'panel').toEqual([]);
      await bed.page.keyboard.press('Escape');
      await bed.page.getByRole('link', { name: 'Overview', exact: true }).click();
      await bed.page.getByRole('button', { name: 'Change detection settings' }).click();
      await expect(bed.page.getByRole('dialog')).toBeVisible();
      expect(await bed.accessibilityFaults(), 'settings').toEqual([]);
      expect(await bed.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  }
}
