// The review on the built page: node tests/bench/review-page.mjs [assets] [decisions]
// From a key to the frame with the next question, a list of some 5,000 questions, and its undo.
import { readFileSync } from 'node:fs';
import { withBrowser } from './bench-browser.mjs';
import { benchFile } from './bench-files.mjs';

const [assets = 1_000_000, decisions = 10_000] = process.argv.slice(2).map(Number);
const path = await benchFile('light', assets);
const percentile = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
const say = (what, { times, atOnce, processor }) =>
  console.log(
    `${what}: in the first frame ${(atOnce * 100).toFixed(1)} %, ${processor.toFixed(1)} ms of processor each; p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, p99 ${percentile(times, 0.99)} ms, worst ${percentile(times, 1)} ms`,
  );

await withBrowser(async (browser) => {
  const tab = await browser.open();
  const { whole } = await tab.import(path, { kept: true });
  console.log(`${assets} assets imported and kept, ${(whole / 1000).toFixed(0)} s to the result`);
  const { page } = tab;
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await page.locator('#review-question-title').waitFor();
  // As fast as the page shows the next question; then as fast as a quick person.
  say('a key to the next question, without a pause', await timed(tab, decisions - 300, 0));
  say('a key to the next question, five a second', await timed(tab, 300, 200));
  await overList(page);
  const peak = tab.peakBytes();
  if (peak !== null) console.log(`peak memory of the renderer: ${(peak / 1e6).toFixed(0)} MB`);
  await tab.close();
});

/** The same with the processor time of page and worker, which a busy machine does not change. */
async function timed(tab, count, pauseMs) {
  const before = processorMs(tab.pids);
  const pressed = await press(tab.page, count, pauseMs);
  return { ...pressed, processor: (processorMs(tab.pids) - before) / Math.max(1, count) };
}

/** User and system time of processes so far, in milliseconds; a tick is a hundredth of a second. */
function processorMs(pids) {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

/** Presses keys in the page; milliseconds from each to the end of the frame that shows another question. */
function press(page, count, pauseMs) {
  return page.evaluate(
    async ([keys, pause]) => {
      const shown = () => document.querySelector('#review-question-title')?.textContent ?? '';
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const times = [];
      let frames = 0;
      for (let at = 0; at < keys; at++) {
        const before = shown();
        const began = performance.now();
        const key = at % 7 === 0 ? 'd' : 's';
        document
          .querySelector('.review-main')
          .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        let waited = 0;
        do {
          await frame();
          waited++;
        } while (shown() === before || shown() === '');
        if (waited === 1) frames++;
        times.push(performance.now() - began);
        if (pause > 0) await new Promise((done) => setTimeout(done, pause));
      }
      return { times, atOnce: frames / keys };
    },
    [count, pauseMs],
  );
}

/** Answers what is left of the cause with the number of questions nearest to 5,000, and takes it back. */
async function overList(page) {
  await page.getByRole('button', { name: 'Decide a cause as a list' }).click();
  const dialog = page.getByRole('dialog');
  const causes = dialog.getByLabel('Cause of the list');
  const options = await causes.locator('option').evaluateAll((all) =>
    all.map(({ value, textContent }) => ({
      value,
      left: Number(/\(([\d,]+) left/.exec(textContent)[1].replaceAll(',', '')),
    })),
  );
  const [{ value }] = options.sort((a, b) => Math.abs(a.left - 5_000) - Math.abs(b.left - 5_000));
  await causes.selectOption(value);
  const mark = dialog.getByRole('button', { name: 'Mark all exceptions' });
  await dialog.getByText(/What is marked is answered/).waitFor();
  await page.waitForTimeout(3000);
  if (await mark.isVisible()) await mark.click();
  await dialog.getByRole('button', { name: /^Last look at/ }).click();
  const answer = dialog.getByRole('button', { name: /^Answer [\d,]+ question/ });
  const what = await answer.innerText();
  const timed = (selector) =>
    page.evaluate(async (text) => {
      const decided = () =>
        [...document.querySelectorAll('aside dl > div')].find((line) =>
          line.textContent.startsWith('Decided'),
        ).textContent;
      const before = decided();
      const began = performance.now();
      [...document.querySelectorAll('button')].find((button) => button.textContent.startsWith(text)).click();
      while (decided() === before) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const figures = performance.now() - began;
      while (!document.querySelector('#review-question-title, .review-end h2'))
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return [figures, performance.now() - began].map(Math.round);
    }, selector);
  const [kept, whole] = await timed(what);
  console.log(`${what}: kept and counted after ${kept} ms, the next question after ${whole} ms`);
  await page.waitForTimeout(1000);
  const [back, shown] = await timed('Undo');
  console.log(`its undo: ${back} ms, the question after ${shown} ms`);
}
