import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.mjs';

const ARGUMENTS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];
const POLL_MS = 50;

/**
 * A Chromium without Playwright, for measuring memory: Playwright switches on the protocol's network domain, for
 * which the renderer keeps up to 200 MB of response bodies. Speaks the protocol over a pipe
 * (https://chromedevtools.github.io/devtools-protocol/); every page has a profile on disk, as a person's has.
 */
export async function withPlainPage(address, work) {
  const profile = mkdtempSync(join(tmpdir(), 'doublet-bench-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = spawn(
    findBrowser() ?? 'chromium',
    [...ARGUMENTS, ...root, `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise((resolve) => {
    browser.on('exit', resolve);
    browser.on('error', resolve);
  });
  const pipe = new Pipe(browser.stdio[3], browser.stdio[4], gone);
  try {
    return await work(await PlainPage.open(pipe, address));
  } finally {
    await pipe.send('Browser.close').catch(() => undefined);
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The protocol's messages: JSON, each ended by a zero. */
class Pipe {
  #last = 0;
  #text = '';
  #waiting = new Map();

  constructor(out, answers, gone) {
    this.out = out;
    out.on('error', () => undefined);
    answers.setEncoding('utf8');
    answers.on('data', (text) => this.#take(text));
    gone.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser has ended.'));
    });
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #take(text) {
    const messages = (this.#text + text).split('\0');
    this.#text = messages.pop();
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const asked = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result);
    }
  }
}

/** One page, driven by expressions. */
class PlainPage {
  constructor(pipe, session) {
    this.pipe = pipe;
    this.session = session;
    this.pid = 0;
  }

  static async open(pipe, address) {
    const { targetInfos } = await pipe.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new PlainPage(pipe, sessionId);
    await pipe.send('Page.navigate', { url: address }, sessionId);
    await page.until(`document.documentElement.dataset.state === 'idle'`);
    // The page's renderer is the largest: the others are spare.
    const { processInfo } = await pipe.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    page.pid = renderers.sort((a, b) => (memoryOf(b) ?? 0) - (memoryOf(a) ?? 0))[0];
    return page;
  }

  /** The value of an expression on the page; it must be JSON. */
  async value(expression) {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.pipe.send('Runtime.evaluate', asked, this.session);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression is true on the page. */
  async until(expression) {
    while (!(await this.value(expression).catch(() => false))) await pause(POLL_MS);
  }

  /** Memory of the renderer now, in bytes; `null` where it cannot be read. */
  memory() {
    return memoryOf(this.pid);
  }
}

/** Resident memory of a process in bytes; `null` where there is no /proc. */
function memoryOf(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
  } catch {
    return null;
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
