// The main journey in Firefox: many closed networks have Firefox ESR. Playwright's own Firefox cannot be installed
// from a registry, so this drives the installed one. The journeys in full are in tests/browser.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview } from 'vite';
import { findFirefox } from '../find-browser.mjs';
import { writeExport } from '../fixtures/generate.mjs';
import { Firefox } from './bidi.mjs';

const STATE = 'document.documentElement.dataset.state';
const results = { numPassedTests: 0, numFailedTests: 0 };
const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
const places = { hosted: server.resolvedUrls.local[0], disk: pathToFileURL('dist/doublet.html').href };

for (const [name, address] of Object.entries(places)) {
  await check(`${name}: imports the sample and shows figures`, address, showsFigures);
  await check(`${name}: reads a large file by several threads`, address, readsLargeFile);
  await check(`${name}: its policy stops requests from the page and from a worker`, address, stopsRequests);
}
await server.close();
if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(results));
process.exit(results.numFailedTests > 0 ? 1 : 0);

async function check(name, address, journey) {
  const firefox = await Firefox.start(findFirefox());
  try {
    await firefox.open(address);
    await firefox.until(`/idle|ready/.test(${STATE})`);
    await journey(firefox);
    const outside = firefox.requests.filter(
      (url) => !/^(file|blob|data|about):/.test(url) && !url.startsWith(places.hosted),
    );
    assert.deepEqual(outside, [], 'requests that leave');
    results.numPassedTests++;
    console.log(`  ✓ Firefox, ${name}`);
  } catch (error) {
    results.numFailedTests++;
    console.log(`  ✘ Firefox, ${name}\n    ${error.message}`);
  } finally {
    await firefox.stop();
  }
}

async function readsLargeFile(firefox) {
  const folder = mkdtempSync(join(tmpdir(), 'doublet-large-'));
  try {
    const path = join(folder, 'large.json');
    await writeExport('light', 80_000, path);
    await firefox.giveFile('input[type=file]', path);
    let most = 0;
    while (!(await firefox.evaluate(`/ready|error/.test(${STATE})`)))
      most = Math.max(most, await firefox.workers());
    assert.ok(most >= 3, `${most} workers`);
    await firefox.until(`document.body.innerText.includes('80,000')`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function showsFigures(firefox) {
  await firefox.evaluate(
    `[...document.querySelectorAll('button')].find((one) => /Try sample data/.test(one.textContent)).click()`,
  );
  await firefox.until(`${STATE} === 'ready'`);
  await firefox.until(`document.querySelectorAll('dt').length >= 5`);
  const figures = await firefox.evaluate(`[...document.querySelectorAll('dt')]
    .map((name) => name.textContent.trim() + ' ' + name.nextElementSibling?.textContent.trim()).join('; ')`);
  assert.match(figures, /Host assets [1-9]/);
  assert.match(figures, /Potential duplicates [1-9]/);
  assert.deepEqual(firefox.trouble, [], 'errors in the console');
}

async function stopsRequests(firefox) {
  const asks = `fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')`;
  const before = firefox.requests.length;
  assert.equal(await firefox.evaluate(asks), 'stopped');
  // A worker of foreign code is refused by Trusted Types; where they are missing its requests are stopped.
  const inWorker = await firefox.evaluate(`new Promise((resolve) => {
    const code = ${JSON.stringify(`${asks}.then(postMessage)`)};
    try {
      new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => resolve(data);
    } catch (error) {
      resolve(error.name === 'TypeError' ? 'refused' : error.name);
    }
  })`);
  const expected = `typeof trustedTypes === 'undefined' ? 'stopped' : 'refused'`;
  assert.equal(inWorker, await firefox.evaluate(expected));
  assert.deepEqual(
    firefox.requests.slice(before).filter((url) => url.includes(':9/')),
    [],
  );
  assert.ok(
    firefox.trouble.some((line) => line.startsWith('policy: connect-src')),
    'no violation was noted',
  );
}
