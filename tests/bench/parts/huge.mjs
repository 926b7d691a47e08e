import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { seconds } from '../figure-table.mjs';
import { addPeak, measureImports } from './import.mjs';

/** A file of 4 GB, once: memory must not grow with the bytes that are skipped. */
export async function huge(table) {
  const path = await benchFile('full', 940_000);
  const runs = await withBrowser((browser) => measureImports(browser, path, 1));
  const [{ floor, import: time, detection }] = runs;
  const on = '940,000 full, 4 GB';
  table.add(
    on,
    'import against reading',
    `${(time / floor).toFixed(2)}× (${seconds(time)} / ${seconds(floor)})`,
  );
  table.add(on, 'detection', seconds(detection));
  addPeak(table, on, runs);
}
