import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median, RUNS, seconds } from '../figure-table.mjs';

/** Opening a kept dataset against importing it again, both until duplicates are found. */
export async function storage(table) {
  const path = await benchFile('light', 1_000_000);
  const runs = await withBrowser(async (browser) => {
    const all = [];
    for (let run = 0; run < RUNS; run++) all.push(await importAndReload(browser, path));
    return all;
  });
  const again = median(runs.map((run) => run.imported));
  const back = median(runs.map((run) => run.back));
  const opened = median(runs.map((run) => run.opened));
  const detail = `${seconds(opened)} / ${seconds(again)}, of it reading back ${seconds(back)}, finding duplicates ${seconds(opened - back)}`;
  table.ratio(
    '1,000,000 light',
    'open from IndexedDB against importing again',
    opened / again,
    { most: 1 / 3 },
    detail,
  );
}

async function importAndReload(browser, path) {
  const page = await browser.open();
  const { import: time, detection } = await page.import(path, { kept: true });
  await page.measured('keeping the result');
  await page.page.waitForTimeout(300);
  await page.page.reload();
  await page.settled();
  const again = await page.phases();
  await page.close();
  return {
    imported: time + detection,
    back: again['reading back'],
    // What was found is kept beside the dataset: it is looked for again only where that cannot be read.
    opened: again['reading back'] + (again.detection ?? 0),
  };
}
