import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../browser/test-bed';

/** Not kept: `npm run screenshots` makes them anew. */
const FOLDER = join(import.meta.dirname, '../../.cache/screenshots');

const WIDTHS = [
  [390, 844],
  [720, 450],
  [1024, 768],
  [1440, 900],
  [2560, 1440],
] as const;
const LOOKS = ['light', 'dark', 'forced'] as const;

/** Two of its columns are to be named by a person. */
const ODD_TABLE = `Feld 1;Feld 2;Feld 3\n${Array.from(
  { length: 6 },
  (_, row) => `${row};pc-${row >> 1};x`,
).join('\n')}`;

interface State {
  readonly name: string;
  /** Goes there from where the state before left the page; `take` keeps one more picture on the way. */
  readonly show: (page: Page, take: (name: string) => Promise<unknown>) => Promise<void>;
}

const click = (page: Page, role: 'link' | 'button', name: string) =>
  page.getByRole(role, { name, exact: true }).first().click();
const screen = (name: string): State => ({
  name: name.toLowerCase().replaceAll(/\W+/g, '-'),
  show: async (page) => {
    // A panel is a sheet over the whole page where that is small.
    const close = page.getByRole('complementary').getByRole('button', { name: /^Close/ });
    if (await close.isVisible()) await close.click();
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true }).click();
  },
});
const bottom = (name: string): State => ({
  name,
  show: async (page) =>
    void (await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))),
});

/** One after the other, each from where the last one left the page. */
const STATES: readonly State[] = [
  screen('Overview'),
  bottom('overview-end'),
  screen('Duplicates'),
  { name: 'duplicates-panel', show: (page) => page.getByRole('gridcell').nth(3).click() },
  {
    name: 'duplicates-none',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('zzz');
      await page.locator('.empty').waitFor();
    },
  },
  {
    name: 'duplicates-save',
    show: async (page) => {
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('lon');
      await page.getByRole('button', { name: /^Save/ }).last().click();
    },
  },
  {
    name: 'clusters',
    show: async (page, take) => {
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('');
      await screen('Clusters').show(page, take);
    },
  },
  {
    name: 'clusters-panel',
    show: (page) => page.getByRole('list', { name: 'Clusters' }).getByRole('link').first().click(),
  },
  screen('Machines'),
  {
    name: 'machines-panel',
    show: (page) => page.getByRole('list', { name: 'Machines' }).getByRole('link').first().click(),
  },
  screen('Review'),
  screen('Hand-over'),
  screen('Changes'),
  screen('Sensor check'),
  { name: 'sensor-verdicts', show: (page) => click(page, 'link', 'Verdicts') },
  {
    name: 'sensor-verdict',
    show: (page) => page.locator('.verdict-list a').first().click(),
  },
  { name: 'sensor-settings', show: (page) => click(page, 'link', 'Settings') },
  screen('Datasets'),
  { name: 'datasets-delete', show: (page) => click(page, 'button', 'Delete all data') },
  {
    name: 'help',
    show: async (page, take) => {
      await page.keyboard.press('Escape');
      await screen('Help').show(page, take);
    },
  },
  bottom('help-end'),
  {
    name: 'settings',
    show: async (page, take) => {
      await screen('Overview').show(page, take);
      await click(page, 'button', 'Change detection settings');
    },
  },
  {
    name: 'palette',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
    },
  },
  {
    name: 'refused',
    show: async (page, take) => {
      await page.keyboard.press('Escape');
      await page
        .getByLabel('Import asset export')
        .setInputFiles({ name: 'report.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.4') });
      await page.waitForTimeout(300);
      await take('replace');
      await click(page, 'button', 'Open on its own');
      await page.getByRole('alert').first().waitFor();
    },
  },
];

for (const [width, height] of WIDTHS)
  for (const look of LOOKS)
    test(`${width} px, ${look}`, async ({ bed }) => {
      const { page } = bed;
      bed.allow(/./);
      const folder = join(FOLDER, `${width}-${look}`);
      mkdirSync(folder, { recursive: true });
      const take = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
      page.setDefaultTimeout(5_000);
      await page.emulateMedia(
        look === 'forced' ? { forcedColors: 'active' } : { colorScheme: look, reducedMotion: 'reduce' },
      );
      await page.setViewportSize({ width, height });
      await bed.open();
      await take('landing');
      await page
        .getByLabel('Import asset export')
        .setInputFiles({ name: 'odd.csv', mimeType: '', buffer: Buffer.from(ODD_TABLE) });
      await page.getByRole('heading', { name: 'Which column holds what?' }).waitFor();
      await take('mapping');
      await page.goto('about:blank');
      await bed.open();
      await bed.importSample();
      for (const { name, show } of STATES) {
        try {
          await show(page, take);
          await page.waitForTimeout(250);
        } catch (error) {
          console.log(`${width} ${look} ${name}: ${String(error).split('\n')[0]}`);
        }
        await take(name);
      }
    });
