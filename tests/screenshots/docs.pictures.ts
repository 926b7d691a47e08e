import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '../browser/test-bed';

/** The pictures and sample reports that the README shows. */
const DOCS = join(import.meta.dirname, '../../docs');

test('docs', async ({ bed }) => {
  const { page } = bed;
  await page.setViewportSize({ width: 1440, height: 810 });
  await page.emulateMedia({ colorScheme: 'light' });
  await bed.open();
  await bed.importSample();
  await page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  await page.getByRole('gridcell').nth(3).click();
  await page.getByRole('complementary').getByRole('table').waitFor();
  await page.mouse.move(0, 0);
  for (const [scheme, name] of [
    ['light', 'screenshot.png'],
    ['dark', 'screenshot-dark.png'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(DOCS, name), animations: 'disabled' });
  }
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  writeFileSync(join(DOCS, 'sample-report.xlsx'), (await bed.save('Save Excel report')).bytes);
  await bed.state('ready');
  writeFileSync(join(DOCS, 'sample-report.html'), (await bed.save('Save HTML report')).bytes);
});
