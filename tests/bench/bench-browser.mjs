import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../find-browser.mjs';

/** The built app. */
export const PAGE = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
const LONG_MS = 30 * 60_000;
/** What a quick person takes to find a file. */
const FINDING_MS = 2000;
/** The trace category in which the tasks of a thread stand. */
const TASKS = 'disabled-by-default-devtools.timeline';

/** A page whose worker reads a file as a stream and does nothing with it: the floor of every import. */
const FLOOR = `<!doctype html><title>floor</title><input type="file"><script>
const script = 'onmessage = async ({ data }) => { const start = performance.now(); let bytes = 0;'
  + 'const reader = data.stream().getReader();'
  + 'for (;;) { const { done, value } = await reader.read(); if (done) break; bytes += value.length; }'
  + 'postMessage({ ms: performance.now() - start, bytes }); }';
const worker = new Worker(URL.createObjectURL(new Blob([script])));
document.querySelector('input').onchange = (event) => {
  window.answer = new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });
  worker.postMessage(event.target.files[0]);
};
</script>`;

/** Runs `work` with a fresh browser and the built app on a server of this machine. */
export async function withBrowser(work) {
  const server = createServer(async (request, response) => {
    const app = request.url === '/';
    const body = app ? await readFile(PAGE) : request.url === '/floor' ? FLOOR : null;
    response.writeHead(body === null ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? 'chromium',
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'].concat(
      process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ),
  });
  try {
    return await work(new BenchBrowser(browser, `http://127.0.0.1:${server.address().port}`));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

class BenchBrowser {
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
  }

  /** Milliseconds in which a worker reads the file as a stream, doing nothing. */
  async floor(path) {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(LONG_MS);
    await page.goto(`${this.address}/floor`);
    await page.locator('input').setInputFiles(path);
    const { ms } = await page.evaluate(() => window.answer);
    await page.close();
    return ms;
  }

  /** Doublet in a browser context of its own: nothing stored, a renderer of its own. */
  async open() {
    const before = new Set(await this.#renderers());
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(LONG_MS);
    await page.goto(`${this.address}/`);
    await page.locator('html[data-state="idle"]').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    // A renderer may have been started beforehand and only then given the page: all new ones are watched.
    const all = await this.#renderers();
    const own = all.filter((pid) => !before.has(pid));
    return new BenchPage(context, page, own.length > 0 ? own : all);
  }

  async #renderers() {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }
}

/** One page with Doublet, fed by its file chooser. */
export class BenchPage {
  constructor(context, page, pids) {
    this.context = context;
    this.page = page;
    this.pids = pids;
    this.emptyBytes = memory(pids, 'VmRSS');
    for (const pid of pids) forgetPeak(pid);
    // The kernel's own peak misses memory that is shared and given back: so it is looked at all along.
    this.peak = 0;
    this.sampling = setInterval(() => this.peakBytes(), 100);
  }

  /** Imports and waits until the result is on screen; milliseconds by phase, `whole` as the person sees it. */
  async import(path, { kept = false } = {}) {
    const choose = await this.#openChooser();
    const start = performance.now();
    await choose(path);
    await this.page
      .locator('html[data-state="busy"]')
      .waitFor({ state: 'attached' })
      .catch(() => undefined);
    await this.settled();
    const whole = performance.now() - start;
    if (kept) await this.measured('keeping');
    return { ...(await this.phases()), whole };
  }

  /** Opens the file chooser as a person does, who then takes some time to find the file. */
  async #openChooser() {
    const button = this.page.getByRole('button', { name: 'Choose files' });
    if (!(await button.isVisible()))
      return (path) => this.page.getByLabel('Import asset export').setInputFiles(path);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), button.click()]);
    await this.page.waitForTimeout(FINDING_MS);
    return (path) => chooser.setFiles(path);
  }

  /** Waits for the end of what runs; throws with the page's own sentence if it failed. */
  async settled() {
    await this.page
      .locator('html[data-state="ready"], html[data-state="error"]')
      .waitFor({ state: 'attached' });
    const alert = this.page.getByRole('alert').first();
    if ((await this.page.locator('html').getAttribute('data-state')) === 'error')
      throw new Error(await alert.innerText());
  }

  /** The last time of each step, as the engine itself notes it: `import`, `detection`, `keeping`, `reading back`. */
  async phases() {
    const entries = await Promise.all(
      this.page.workers().map((worker) =>
        worker.evaluate(() =>
          performance
            .getEntriesByType('measure')
            .filter(({ name }) => name.startsWith('doublet '))
            .map(({ name, duration }) => [name.slice('doublet '.length), duration]),
        ),
      ),
    );
    return Object.fromEntries(entries.flat());
  }

  /** Waits until the engine has noted a step. */
  async measured(step) {
    while ((await this.phases())[step] === undefined) await this.page.waitForTimeout(100);
  }

  /** The most memory of the renderer since it was empty, above that, in bytes; `null` where it cannot be read. */
  peakBytes() {
    const peak = memory(this.pids, 'VmHWM');
    if (peak === null || this.emptyBytes === null) return null;
    this.peak = Math.max(this.peak, peak - this.emptyBytes);
    return this.peak;
  }

  /**
   * Does something and answers with the longest task of the page's thread meanwhile, in milliseconds: `clock` as it
   * passed, `processor` as the thread worked. On a machine that is busy otherwise only the second says anything.
   */
  async longestTask(work) {
    const browser = this.context.browser();
    let trace;
    await browser.startTracing(this.page, { categories: [TASKS] });
    try {
      await work();
      await this.page.waitForTimeout(200);
    } finally {
      trace = await browser.stopTracing();
    }
    return longestOf(JSON.parse(trace.toString()).traceEvents, this.pids);
  }

  close() {
    clearInterval(this.sampling);
    return this.context.close();
  }
}

function longestOf(events, pids) {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const longest = { clock: 0, processor: 0 };
  for (const { name, ph, pid, tid, dur, tdur } of events) {
    if (name !== 'RunTask' || ph !== 'X' || !pids.includes(pid) || !main.has(`${pid} ${tid}`)) continue;
    longest.clock = Math.max(longest.clock, dur / 1000);
    // Not every system counts a thread's own time.
    longest.processor = Math.max(longest.processor, (tdur ?? dur) / 1000);
  }
  return longest;
}

/** Sum over processes of a line of /proc/…/status, in bytes; `null` where there is no /proc. */
function memory(pids, line) {
  try {
    return pids.reduce((sum, pid) => {
      const found = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(
        readFileSync(`/proc/${pid}/status`, 'utf8'),
      );
      return sum + Number(found[1]) * 1024;
    }, 0);
  } catch {
    return null;
  }
}

/** Lets the kernel count the peak from here on. */
function forgetPeak(pid) {
  try {
    if (readdirSync(`/proc/${pid}`).includes('clear_refs')) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Not allowed: then the peak of loading the page counts too, which is the smaller one.
  }
}
