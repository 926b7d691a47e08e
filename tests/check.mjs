// The whole check: types, lint, unit tests, build, what the build made, browser tests. Stops at the first failure.
// Runs after `npm ci` on Linux, macOS and Windows; `npm cit` does both.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser, findFirefox, findOffice, findPython, installDebian } from './find-browser.mjs';

const REPORTS = '.cache/check';
const started = Date.now();
const totals = { passed: 0, failed: 0 };

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

bringPrograms();
await step(
  'Types',
  ['engine', 'page', 'node'].map((part) => [
    'node_modules/typescript/bin/tsc',
    '-p',
    `tsconfig.${part}.json`,
  ]),
);
await step('Lint and format', [['node_modules/@biomejs/biome/bin/biome', 'check']]);
await step('Unit tests', [vitest('unit', 'slow')], () => countReport('unit'));
await step('Build', [['node_modules/vite/bin/vite.js', 'build']]);
await step('Built files', [vitest('build')], () => countReport('build'));
await step('Browser tests', [['node_modules/@playwright/test/cli.js', 'test']], countPlaywright);
if (findFirefox()) {
  // Node 20 has WebSocket, by which Firefox is driven, behind a flag.
  const journey = ['--experimental-websocket', 'tests/firefox/journey.mjs', `${REPORTS}/firefox.json`];
  await step('Firefox', [journey], () => countReport('firefox'));
}
finish();

function bringPrograms() {
  const missing = [
    ...(findBrowser() ? [] : ['chromium', 'fonts-liberation']),
    ...(findPython() ? [] : ['python3', 'python3-openpyxl']),
    // The tests that ask these two are left out where they are missing, but never in CI.
    ...(process.env.CI && !findFirefox() ? ['firefox-esr'] : []),
    ...(process.env.CI && !findOffice() ? ['libreoffice-calc-nogui'] : []),
  ];
  if (missing.length > 0) installDebian(missing);
  if (!findBrowser()) {
    stop('Browser: none found. Install Chromium or Chrome, or set DOUBLET_CHROMIUM to the path of one.');
  }
  if (!findPython())
    console.log('Note: no Python with openpyxl found; the Excel report is not read back by it.');
  if (!findOffice()) console.log('Note: no LibreOffice found; files are not tried in it.');
}

/** Runs Node with these words, one process for each list, side by side; all must end well. */
async function step(name, commands, count = () => {}) {
  const begun = Date.now();
  console.log(`\n== ${name}`);
  const results = await Promise.all(commands.map(run));
  count();
  if (results.some((code) => code !== 0)) stop(`${name}: failed.`);
  console.log(`${name}: fine, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function run(words) {
  return new Promise((resolve) => {
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/browser.json` };
    const child = spawn(process.execPath, words, { stdio: 'inherit', env });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function vitest(...projects) {
  const file = `${REPORTS}/${projects[0]}.json`;
  return [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
}

function countReport(project) {
  const report = readReport(project);
  totals.passed += report?.numPassedTests ?? 0;
  totals.failed += report?.numFailedTests ?? 0;
}

function countPlaywright() {
  const stats = readReport('browser')?.stats;
  totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  totals.failed += stats?.unexpected ?? 0;
  if (stats?.flaky) console.log(`Note: ${stats.flaky} passed at the second try only; see "flaky" above.`);
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8'));
  } catch {
    return null; // The program ended before it could write one; `step` has its exit code.
  }
}

function stop(reason) {
  console.log(`\n${reason}`);
  totals.failed = Math.max(totals.failed, 1);
  finish();
}

function finish() {
  console.log(`\nChecked in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed > 0 ? 1 : 0);
}
