import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { assetsOf, startMockGateway } from '../../gateway/mock-gateway.mjs';
import { type Bed, test as base, DIST } from '../test-bed';

export { expect } from '../test-bed';

export const USER = 'reader';
export const PASSWORD = 'correct horse';
/** The sample's assets, one JSON text each. */
export const ASSETS = assetsOf(readFileSync(join(DIST, 'sample-assets.json'), 'utf8'));

type MockOptions = Partial<Parameters<typeof startMockGateway>[0]>;
export type Mock = Awaited<ReturnType<typeof startMockGateway>>;

/** Times by which the worker's waits are faster than the clock: they are of seconds to hours. */
const HASTE = 100;
/** The limits of single calls stay as they are: on a busy machine a hundredth of them would be too short. */
const CALL_LIMITS = [120_000, 60_000, 20_000, 10_000];
/** So do the limits of steps of the store, whose two halves are timed one after the other. */
const STORE_LIMITS = [2_500, 5_000, 30_000];
/** What the limits of calls become where a test is about them. */
const SHORT_LIMIT = 1_500;

/**
 * Makes the waits of the page's workers pass fast, without touching the built code: the script of each worker
 * gets a line in front. The page's own timers stay as they are.
 */
export async function hastenWorkers(page: Page, shortLimits = false): Promise<void> {
  const calls = `[${CALL_LIMITS}].includes(ms)?${shortLimits ? SHORT_LIMIT : 'ms'}`;
  const limits = `${calls}:[${STORE_LIMITS}].includes(ms)?ms:(ms??0)/${HASTE}`;
  const line = `{const slow=self.setTimeout;self.setTimeout=(f,ms,...a)=>slow(f,${limits},...a)};\n`;
  await page.addInitScript((before) => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) =>
      blob instanceof Blob && blob.type.includes('javascript')
        ? make(new Blob([before, blob], { type: blob.type }))
        : make(blob);
  }, line);
}

/** The Gateway page against a mock Gateway. */
export class GatewayBed {
  mock!: Mock;

  constructor(
    readonly bed: Bed,
    readonly page: Page = bed.page,
  ) {}

  /** Starts the mock and opens the page with its address as proxy; waits pass a hundred times faster. */
  async open(options: MockOptions = {}, shortLimits = false): Promise<Mock> {
    this.mock = await startMockGateway({ assets: ASSETS, pageLimit: 50, ...options });
    this.bed.allow(/^http:\/\/127\.0\.0\.1:\d+\//);
    this.bed.allow(/Failed to load resource|blocked by CORS policy/);
    await hastenWorkers(this.page, shortLimits);
    await this.bed.openGateway();
    await this.useProxy(this.mock.url);
    return this.mock;
  }

  async useProxy(address: string): Promise<void> {
    await this.page.getByLabel('CORS proxy').fill(address);
  }

  async logInAs(userName = USER, password = PASSWORD): Promise<void> {
    await this.page.getByLabel('User name').fill(userName);
    await this.page.getByLabel('Password').fill(password);
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
  }

  /** Goes to the Gateway's screen; settings there are as they were. */
  async show(): Promise<void> {
    await this.page.getByRole('link', { name: 'Gateway', exact: true }).click();
  }

  /** Presses "Fetch assets" and waits for its end, good or bad. */
  async fetch(): Promise<void> {
    await this.logInAs();
    await this.press('Fetch assets');
    await this.ended();
  }

  async ended(): Promise<void> {
    await this.page.locator('html[data-state="busy"]').waitFor({ state: 'detached', timeout: 30_000 });
  }

  /** The sentence of the trouble on screen. */
  async trouble(): Promise<string> {
    return this.page.getByRole('alert').first().innerText();
  }

  /** The results as JSON, without what tells when and from what they were made. */
  async results(): Promise<Record<string, unknown>> {
    const { bytes } = await this.bed.save('Save results as JSON');
    const { generatedAt: _at, dataset, ...rest } = JSON.parse(bytes.toString('utf8'));
    const { name: _name, files: _files, ...balance } = dataset;
    return { ...rest, dataset: balance };
  }

  async hostAssets(): Promise<string> {
    // The step has ended a moment before its result is on screen.
    await this.page.getByRole('region', { name: 'Summary' }).locator('dd').first().waitFor();
    return (await this.bed.figures()).get('Host assets') ?? '';
  }
}

/** Tests of the Gateway page; it is only in the hosted delivery. */
export const test = base.extend<{ gateway: GatewayBed }>({
  gateway: async ({ bed, delivery }, use) => {
    test.skip(delivery !== 'hosted', 'The Gateway page exists only on a server.');
    const gateway = new GatewayBed(bed);
    await use(gateway);
    await gateway.mock?.close();
  },
});
