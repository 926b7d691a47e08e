import { defineConfig } from '@playwright/test';
import type { Delivery } from './tests/browser/test-bed';
import { findBrowser } from './tests/find-browser.mjs';

const root = process.getuid?.() === 0;

export default defineConfig<{ delivery: Delivery }>({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  timeout: 60_000,
  fullyParallel: true,
  forbidOnly: true,
  // On two shared cores one of two hundred journeys can miss its moment; a second failure is one, and a pass is said to be flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    acceptDownloads: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: findBrowser() ?? 'chromium',
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name for this machine that is no secure context, as plain http on an inner network is none.
        '--host-resolver-rules=MAP inner.test 127.0.0.1',
        ...(root ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'hosted', use: { delivery: 'hosted' } },
    {
      name: 'disk',
      use: { delivery: 'disk' },
      // One file from a disk differs in how its worker starts and in what it may keep. These journeys are about neither.
      testIgnore: /gateway\/|(export-cases|keyboard-and-access|mapping|sensor-check)\.spec/,
    },
  ],
});
