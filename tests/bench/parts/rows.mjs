import { availableParallelism, loadavg } from 'node:os';
import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median } from '../figure-table.mjs';

const MOST_MS = 50;
const ANSWER_MS = 200;
/** Short and long, with all rows, with few and with none, one word and several. */
const SEARCHES = [
  'h',
  '10',
  'zz',
  '1000',
  'corp',
  'qagent',
  'h4999',
  '10.3.7',
  'host-123',
  'corp 10.9 qagent',
  'host-4 ip example',
  '00:50:56:01',
  '00-50-56-0a',
  'nowhere at all',
  'missing-host',
];
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
    for (const [how, type] of [
      ['typed', typed],
      ['pasted', pasted],
    ]) {
      const answers = await searchFor(page.page, SEARCHES, type);
      addTask(
        table,
        on,
        `searching, ${how}`,
        await page.longestTask(() => searchFor(page.page, SEARCHES, type)),
        MOST_MS,
      );
      const slowest = answers.toSorted((a, b) => b.ms - a.ms)[0];
      table.add(
        on,
        `search ${how}, from the last key to the rows on screen`,
        `median ${median(answers.map(({ ms }) => ms)).toFixed(0)} ms, slowest ${slowest.ms.toFixed(0)} ms ("${slowest.text}") of ${answers.length}`,
        `at most ${ANSWER_MS} ms`,
        slowest.ms <= ANSWER_MS,
      );
    }
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

/** The longest task on the page's thread, held against the goal by the clock; the load says how much of it was waiting. */
export function addTask(table, on, doing, { clock, processor }, most) {
  const load = `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`;
  const shown = `${clock.toFixed(0)} ms by the clock, ${processor.toFixed(0)} ms of processor time (${load})`;
  table.add(on, `longest task on the page's thread, ${doing}`, shown, `at most ${most} ms`, clock <= most);
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

/** Key after key, as fast typists do, the last one once the rows of the others are there. */
async function typed(page, text) {
  await page.keyboard.type(text.slice(0, -1), { delay: 60 });
  await answered(page, text.slice(0, -1));
  await page.keyboard.press(text.at(-1));
}

/** The whole text at once, so that nothing is known of it before. */
export function pasted(page, text) {
  return page.keyboard.insertText(text);
}

/** Searches each text; milliseconds from the last key, or from pasting, until matching rows, or "none", are painted. */
export async function searchFor(page, texts, type = pasted) {
  const answers = [];
  const input = page.getByRole('searchbox', { name: 'Search', exact: true });
  for (const text of texts) {
    await input.fill('');
    await answered(page, '');
    await page.waitForTimeout(150);
    await input.focus();
    await page.evaluate(startWatch);
    await type(page, text);
    answers.push({ text, ms: await answered(page, text) });
  }
  await input.fill('');
  await answered(page, '');
  return answers;
}

/** Notes when the last key went down, in the page. */
function startWatch() {
  const note = (event) => {
    window.lastKey = event.timeStamp;
  };
  for (const kind of ['keydown', 'beforeinput']) {
    if (window.watchesKeys !== true) addEventListener(kind, note, { capture: true });
  }
  window.watchesKeys = true;
}

/** Waits until the list answers that search and is painted; milliseconds since the last key. */
function answered(page, text) {
  return page.evaluate(async (search) => {
    const words = search.toLowerCase().split(' ');
    const isShown = () => {
      if (document.querySelector('input[type="search"]').value !== search) return false;
      const list = document.querySelector('[role="grid"], .nothing');
      if (list?.getAttribute('aria-busy') !== 'false') return false;
      if (list.className === 'nothing') return true;
      // A group's line and its first asset: a word may stand in either.
      const rows = [2, 3].map((place) => list.querySelector(`[aria-rowindex="${place}"][aria-busy="false"]`));
      if (rows.includes(null)) return false;
      const text = rows.map((row) => row.textContent.toLowerCase()).join(' ');
      return words.every((word) => text.includes(word) || text.includes(word.replaceAll('-', ':')));
    };
    const start = performance.now();
    while (!isShown()) {
      if (performance.now() - start > 5_000) throw new Error(`no answer to "${search}" within 5 s`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // Behind the frame in which the rows are painted.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - (window.lastKey ?? start);
  }, text);
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
