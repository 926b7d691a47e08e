import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median } from '../figure-table.mjs';

const MOST_MS = 50;
const ANSWER_MS = 200;
const SEARCHES = ['host-123', '10.3.7', 'corp', 'qagent', '00:50:56:01', 'h4999', 'nowhere at all', '1000'];
const COLUMNS = ['Address', 'Asset Name', 'Last Activity', 'MAC Addresses', 'Asset ID'];

/** The result table at 500,000 rows: the longest task while scrolling, searching and sorting, and how soon it answers. */
export async function rows(table) {
  const path = await benchFile('pairs', 500_000);
  await withBrowser(async (browser) => {
    const page = await browser.open();
    await page.import(path, { kept: true });
    await page.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
    await page.page.getByRole('gridcell').first().waitFor();
    await page.page.waitForTimeout(500);
    const count = Number(await page.page.getByRole('grid').getAttribute('aria-rowcount'));
    const on = `${(count - 1).toLocaleString('en')} lines of 500,000 rows`;

    addTask(table, on, 'scrolling', await page.longestTask(() => scroll(page.page)), MOST_MS);
    const answers = await searchFor(page.page, SEARCHES);
    addTask(table, on, 'searching', await page.longestTask(() => searchFor(page.page, SEARCHES)), MOST_MS);
    const [middle, slowest] = [median(answers), Math.max(...answers)];
    table.add(
      on,
      'search, from the last key to the list, 120 ms of waiting for the next key included',
      `median ${middle.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`,
      `at most ${ANSWER_MS} ms`,
      slowest <= ANSWER_MS,
    );
    const sorts = await sortBy(page.page, COLUMNS);
    addTask(table, on, 'sorting', await page.longestTask(() => sortBy(page.page, COLUMNS)), MOST_MS);
    table.add(
      on,
      'sort, from the click to the list',
      `median ${median(sorts).toFixed(0)} ms, slowest ${Math.max(...sorts).toFixed(0)} ms`,
    );
    await page.close();
  });
}

/** The longest task on the page's thread, held against the goal by the thread's own time. */
export function addTask(table, on, doing, { clock, processor }, most) {
  const shown = `${processor.toFixed(0)} ms of processor time (${clock.toFixed(0)} ms by the clock)`;
  table.add(
    on,
    `longest task on the page's thread, ${doing}`,
    shown,
    `at most ${most} ms`,
    processor <= most,
  );
}

/** Scrolls as a wheel does, then in leaps over the whole list. */
export async function scroll(page) {
  await page.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 0; step < 120; step++) {
      grid.scrollTop += 120;
      await frame();
    }
    for (let leap = 1; leap <= 40; leap++) {
      grid.scrollTop = (grid.scrollHeight * leap) / 40;
      await frame();
      await frame();
    }
    grid.scrollTop = 0;
    await frame();
  });
}

/** Types each text; milliseconds from the last key until the list is another one. The pause for typing counts. */
export async function searchFor(page, texts) {
  const times = [];
  for (const text of [...texts, '']) {
    const time = await page.evaluate(async (typed) => {
      const input = document.querySelector('input[type="search"]');
      const grid = () => document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? 'none';
      const before = grid();
      const start = performance.now();
      input.value = typed;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (grid() === before && performance.now() - start < 3_000)
        await new Promise((resolve) => setTimeout(resolve, 2));
      return performance.now() - start;
    }, text);
    times.push(time);
    await page.waitForTimeout(150);
  }
  return times;
}

/** Sorts by each column; milliseconds from the click until the first row is another one. */
export async function sortBy(page, columns) {
  const times = [];
  for (const name of columns) {
    const header = await page.getByRole('columnheader', { name, exact: true }).elementHandle();
    const time = await header.evaluate(async (element) => {
      const first = () => document.querySelector('[role="grid"] [aria-rowindex="2"]')?.textContent ?? '';
      const before = first();
      const start = performance.now();
      element.click();
      while ((first() === before || first() === '') && performance.now() - start < 3_000)
        await new Promise((resolve) => setTimeout(resolve, 2));
      return performance.now() - start;
    });
    times.push(time);
    await page.waitForTimeout(200);
  }
  return times;
}
