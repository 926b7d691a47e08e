import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';
import type { Delivery } from '../browser/test-bed';

/** `npm run screenshots`: pictures of the built page, to be looked at; they check nothing. */
export default defineConfig<{ delivery: Delivery }>({
  ...base,
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../.cache/screenshots-failed',
  timeout: 300_000,
  projects: [{ name: 'screenshots', use: { delivery: 'hosted' } }],
});
