import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median, RUNS } from '../figure-table.mjs';

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];

/** Time for each asset from a hundred to a million, ordinary and with one value that all share. */
export async function scaling(table) {
  for (const kind of ['light', 'shared']) {
    const each = [];
    for (const count of SIZES) {
      const path = await benchFile(kind, count);
      const times = await withBrowser(async (browser) => {
        const all = [];
        for (let run = 0; run < RUNS; run++) {
          const page = await browser.open();
          const { import: time, detection } = await page.import(path);
          all.push(time + detection);
          await page.close();
        }
        return all;
      });
      each.push((median(times) / count) * 1000);
    }
    const shown = each.map((us, at) => `${SIZES[at].toLocaleString('en')}: ${us.toFixed(us < 10 ? 2 : 0)}`);
    // A tenth more from one size to the next is within what runs differ by.
    const falls = each.every((us, at) => at === 0 || us <= each[at - 1] * 1.1);
    const on = kind === 'light' ? 'light' : 'one name shared by all';
    table.add(on, 'import and detection, µs an asset', shown.join(', '), 'falls or stays', falls);
  }
}
