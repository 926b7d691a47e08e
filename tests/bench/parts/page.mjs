import { statSync } from 'node:fs';
import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { megabytes, RUNS, seconds } from '../figure-table.mjs';
import { addTask, scroll, searchFor, sortBy } from './rows.mjs';

const MOST_MS = 100;
const REPORTS = {
  'Save Excel report': 'Excel report',
  'Save HTML report': 'HTML report',
  'Save results as JSON': 'JSON results',
  'Save duplicates as CSV': 'CSV',
};

/** A whole visit with 100,000 full assets: time by phase, and the longest task on the page's thread in each. */
export async function page(table) {
  const path = await benchFile('full', 100_000);
  const on = '100,000 full, a visit';
  await withBrowser(async (browser) => {
    const tab = await browser.open();
    /** Does a step and adds the longest task meanwhile. */
    const watched = async (doing, step) => {
      let answer;
      const longest = await tab.longestTask(async () => {
        answer = await step();
      });
      addTask(table, on, doing, longest, MOST_MS);
      return answer;
    };
    const {
      import: time,
      detection,
      whole,
    } = await watched('importing', () => tab.import(path, { kept: true }));
    const { keeping } = await tab.phases();
    table.add(
      on,
      'time by phase',
      `import ${seconds(time)}, detection ${seconds(detection)}, keeping ${seconds(keeping)}; ${seconds(whole)} to the result`,
    );
    await addCancel(table, on, tab, path);
    for (const [button, name] of Object.entries(REPORTS)) {
      const { took, bytes } = await watched(`saving the ${name}`, () => save(tab, button));
      table.add(on, `saving the ${name}`, `${seconds(took)}, ${megabytes(bytes)}`);
    }
    await watched('opening the table', async () => {
      await tab.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
      await tab.page.getByRole('gridcell').first().waitFor();
    });
    await watched('scrolling', () => scroll(tab.page));
    await watched('searching', () => searchFor(tab.page, ['host-00', '10.0.7', 'qagent']));
    await watched('sorting', () => sortBy(tab.page, ['Address', 'Asset Name', 'Last Activity']));
    const peak = tab.peakBytes();
    if (peak !== null)
      table.add(on, 'peak memory of the renderer above an empty page, whole visit', megabytes(peak));
    await tab.close();
  });
}

async function save(tab, button) {
  const start = performance.now();
  const waiting = tab.page.waitForEvent('download');
  await tab.page.getByRole('button', { name: button }).click();
  const download = await waiting;
  const { size: bytes } = statSync(await download.path());
  const took = performance.now() - start;
  await tab.settled();
  return { took, bytes };
}

/** Cancels a second import in its middle; from the click until the page is as it was before. */
async function addCancel(table, on, tab, path) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    await tab.page.getByLabel('Import asset export').setInputFiles(path);
    await tab.page.getByRole('button', { name: 'Replace', exact: true }).click();
    const bar = tab.page.getByRole('progressbar', { name: 'Import progress' });
    await bar.and(tab.page.locator('[aria-valuetext*="assets"]')).waitFor();
    times.push(
      await tab.page.evaluate(async () => {
        const start = performance.now();
        const buttons = [...document.querySelectorAll('button')];
        buttons.find((button) => button.textContent === 'Cancel').click();
        while (document.documentElement.dataset.state !== 'ready')
          await new Promise((resolve) => setTimeout(resolve, 2));
        return performance.now() - start;
      }),
    );
  }
  const slowest = Math.max(...times);
  table.add(
    on,
    'cancel of an import, slowest of three',
    `${slowest.toFixed(0)} ms`,
    'at most 500 ms',
    slowest <= 500,
  );
}
