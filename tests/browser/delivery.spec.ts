import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { FolderServer } from './folder-server';
import { DIST, expect, test } from './test-bed';

const POLICY = 'meta[http-equiv="Content-Security-Policy"]';
/** What Chromium says in the console when the policy stops something. */
const STOPPED =
  /content security policy|Refused to|violates the following|net::ERR_BLOCKED_BY_CSP|requires 'Trusted|evaluating a string as/i;

test('opens under a policy of hashes without a word in the console', async ({ bed, delivery }) => {
  await bed.open();
  const policy = await bed.page.locator(POLICY).getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(policy?.includes("'self'")).toBe(delivery === 'hosted');
  expect(
    bed.requests.filter((url) => url.startsWith('http')).every((url) => url.startsWith(bed.address)),
  ).toBe(true);
});

test('runs no script and no style that was not there when it was built', async ({ bed }) => {
  bed.allow(STOPPED);
  await bed.open();
  const ran = await bed.page.evaluate(async () => {
    const marks = window as unknown as { ran?: string[] };
    marks.ran = [];
    const script = document.createElement('script');
    // As text nodes and in a try: where there are Trusted Types setting it throws already.
    script.append(document.createTextNode('window.ran.push("inline")'));
    const handler = document.createElement('div');
    document.body.append(script, handler);
    try {
      handler.setAttribute('onclick', 'window.ran.push("handler")');
    } catch {
      // That is as well.
    }
    handler.click();
    const style = document.createElement('style');
    style.textContent = 'html { --intruder: here }';
    document.head.append(style);
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (getComputedStyle(document.documentElement).getPropertyValue('--intruder')) marks.ran.push('style');
    return marks.ran;
  });
  expect(ran).toEqual([]);
});

test('makes no markup and no script of a text, in the page and in its worker', async ({ bed }) => {
  bed.allow(STOPPED);
  await bed.open();
  const attempts: readonly string[] = [
    `document.body.innerHTML = '<b>x</b>'`,
    `document.createElement('div').outerHTML = '<b>x</b>'`,
    `document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`,
    `document.write('<b>x</b>')`,
    `new DOMParser().parseFromString('<b>x</b>', 'text/html')`,
    `document.createRange().createContextualFragment('<b>x</b>')`,
    `document.createElement('iframe').srcdoc = '<b>x</b>'`,
    `document.createElement('script').src = './sw.js'`,
    `document.createElement('script').text = 'alert(1)'`,
    `navigator.serviceWorker.register('./other.js')`,
  ];
  const everywhere: readonly string[] = [
    `new Worker(URL.createObjectURL(new Blob(['1'])))`,
    `trustedTypes.createPolicy('default', { createHTML: (text) => text })`,
    `trustedTypes.createPolicy('another', { createHTML: (text) => text })`,
    `trustedTypes.createPolicy('doublet-threads', { createScriptURL: (text) => text })`,
  ];
  const run = `(all) => Promise.all(all.map(async (make) => {
    try { await make(); return 'done: ' + make; } catch (error) { return error.name; }
  }))`;
  const list = (codes: readonly string[]) => `[${codes.map((code) => `() => (${code})`).join(', ')}]`;
  const inPage = (await bed.page.evaluate(`(${run})(${list([...attempts, ...everywhere])})`)) as string[];
  expect(inPage.filter((answer) => answer !== 'TypeError')).toEqual([]);
  expect(bed.page.workers().length).toBeGreaterThan(0);
  for (const worker of bed.page.workers()) {
    const answers = (await worker.evaluate(`(${run})(${list(everywhere.slice(0, 3))})`)) as string[];
    expect(answers.filter((answer) => answer !== 'TypeError')).toEqual([]);
  }
});

test('lets nothing out: not the page, not a worker of a blob, not its own worker', async ({ bed }) => {
  bed.allow(STOPPED);
  const outside = await FolderServer.start(() => DIST);
  const target = `http://127.0.0.1:${outside.port}/stolen`;
  bed.allow(new RegExp(`:${outside.port}/`));
  await bed.open();
  await bed.page.evaluate(tryToSend, target);
  const inBlob = await bed.page.evaluate(async (url) => {
    const code = `fetch(${JSON.stringify(url)}).then(() => postMessage('sent'), () => postMessage('stopped'))`;
    let worker: Worker;
    try {
      worker = new Worker(URL.createObjectURL(new Blob([code])));
    } catch {
      return 'refused';
    }
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
  }, target);
  // By Trusted Types; without them the policy stops the request: tests/browser/proof.
  expect(inBlob).toBe('refused');
  for (const worker of bed.page.workers()) {
    const answer = await worker.evaluate(
      (url) =>
        fetch(url).then(
          () => 'sent',
          () => 'stopped',
        ),
      target,
    );
    expect(answer).toBe('stopped');
  }
  expect(outside.asked).toEqual([]);
  await outside.stop();
});

/** Every way to make a request that a policy can stop. Runs in the page. */
async function tryToSend(url: string): Promise<void> {
  const image = new Image();
  image.src = `${url}?image`;
  const frame = document.createElement('iframe');
  frame.src = `${url}?frame`;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `${url}?sheet`;
  const form = document.createElement('form');
  form.action = `${url}?form`;
  document.body.append(image, frame, form);
  document.head.append(sheet);
  form.submit();
  navigator.sendBeacon(`${url}?beacon`, 'x');
  try {
    new WebSocket(url.replace('http', 'ws'));
  } catch {
    // Some browsers throw, others fail later.
  }
  new EventSource(`${url}?events`).close();
  await fetch(`${url}?fetch`).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
}

test.describe('on a server', () => {
  test.beforeEach(({ delivery }) => {
    test.skip(delivery !== 'hosted', 'only for the hosted page');
  });

  test('works in a folder of the server, with everything it asks for in that folder', async ({ page }) => {
    const server = await FolderServer.start(() => DIST, '/tools/doublet/');
    await page.goto(`http://127.0.0.1:${server.port}/tools/doublet/`);
    await page.locator('html[data-state="idle"], html[data-state="ready"]').waitFor({ state: 'attached' });
    await workerReady(page);
    expect(server.asked.filter((path) => !path.startsWith('/tools/doublet/'))).toEqual([]);
    await server.stop();
  });

  test('opens again without its server after the first visit', async ({ bed }) => {
    const server = await FolderServer.start(() => DIST);
    const address = `http://127.0.0.1:${server.port}/`;
    bed.allow(/net::ERR_|Failed to (load|update|register)/i);
    await bed.page.goto(address);
    await workerReady(bed.page);
    await server.stop();
    await bed.page.reload();
    await bed.state('idle', 'ready');
    await expect(bed.page).toHaveTitle(/Doublet/);
    // Without its server this page has another home than the bed's.
    bed.allow(new RegExp(`^${address}`));
  });

  test('shows a new version at the next visit and drops the old copy', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'doublet-'));
    cpSync(DIST, folder, { recursive: true });
    const server = await FolderServer.start(() => folder);
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await workerReady(page);
    const before = await cacheNames(page);
    replaceIn(join(folder, 'index.html'), '<title>Doublet', '<title>Newer Doublet');
    replaceIn(join(folder, 'sw.js'), /const VERSION = "[0-9a-f]+"/, 'const VERSION = "newer"');
    await page.reload();
    await expect(page).toHaveTitle(/^Newer/);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => cacheNames(page)).toEqual([before[0]!.replace(/[0-9a-f]+$/, 'newer')]);
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test('works over plain http on an inner network, where a browser gives it no service worker', async ({
    bed,
    server,
  }) => {
    const address = `http://inner.test:${server.port}/`;
    bed.allow(new RegExp(`^${address}`));
    await bed.page.goto(address);
    await bed.state('idle', 'ready');
    expect(await bed.page.evaluate(() => isSecureContext || 'serviceWorker' in navigator)).toBe(false);
  });

  test('may connect on the Gateway page only, and there not by plain http', async ({ bed }) => {
    bed.allow(STOPPED);
    const outside = await FolderServer.start(() => DIST);
    bed.allow(new RegExp(`:${outside.port}/`));
    await bed.openGateway();
    bed.allow(/inner\.test/);
    const fetches = (url: string) =>
      bed.page.evaluate(
        (to) =>
          fetch(to, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        url,
      );
    expect(await fetches(`http://127.0.0.1:${outside.port}/manifest.webmanifest`)).toBe(true);
    expect(await fetches(`http://inner.test:${outside.port}/plain`)).toBe(false);
    expect(outside.asked).toEqual(['/manifest.webmanifest']);
    await outside.stop();
  });

  test('is served by npm start, which forbids frames', async ({ page }) => {
    const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
    const answer = await page.goto(server.resolvedUrls!.local[0]!);
    expect(answer?.headers()['content-security-policy']).toBe("frame-ancestors 'none'");
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
    await page.locator('html[data-state="idle"], html[data-state="ready"]').waitFor({ state: 'attached' });
    await server.close();
  });
});

/** Waits until the service worker has kept all files and answers for this page. */
async function workerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

function replaceIn(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(file, after);
}
