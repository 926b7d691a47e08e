import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, type ConsoleMessage, type Download, expect, type Page } from '@playwright/test';
import { FolderServer } from './folder-server';

export { expect } from '@playwright/test';

/** How the page reaches people: from a server, or as one file from a disk. */
export type Delivery = 'hosted' | 'disk';

/** The built files under test. */
export const DIST = join(import.meta.dirname, '../../dist');

/** A file for the import, made up in a test. */
export interface MadeFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** One browser page with Doublet in it, and a record of all trouble. */
export class Bed {
  readonly #trouble: string[] = [];
  readonly #allowed: RegExp[] = [];
  /** Addresses asked for by the page and its workers. */
  readonly requests: string[] = [];

  constructor(
    readonly page: Page,
    readonly delivery: Delivery,
    /** Address of the built page: `http://127.0.0.1:…/` or `file:///…/doublet.html`. */
    readonly address: string,
  ) {
    this.listenTo(page);
  }

  /** Also for a second tab that a test opens itself. */
  listenTo(page: Page): void {
    page.on('console', (message) => this.#note(message));
    page.on('pageerror', (error) => this.#trouble.push(`uncaught: ${error.message}`));
    page.on('crash', () => this.#trouble.push('the page crashed'));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Opens Doublet, with `view` (`?…` or `#…`) after its address, and waits until it can be used. */
  async open(view = ''): Promise<void> {
    await this.page.goto(this.address + view);
    await this.state('idle', 'ready');
  }

  /** Opens the page that may connect; it exists only on a server. */
  async openGateway(view = ''): Promise<void> {
    await this.page.goto(`${this.address}gateway.html${view}`);
    await this.state('idle', 'ready');
  }

  /** Waits for `<html data-state="…">`. */
  async state(...states: readonly ('idle' | 'busy' | 'ready' | 'error')[]): Promise<void> {
    const selector = states.map((state) => `html[data-state="${state}"]`).join(', ');
    await this.page.locator(selector).waitFor({ state: 'attached', timeout: 30_000 });
  }

  /** Gives files to the import and waits for its end, good or bad. */
  async importFiles(...files: readonly (string | MadeFile)[]): Promise<void> {
    const input = this.page.getByLabel('Import asset export');
    const made = files.map((file) =>
      typeof file === 'string'
        ? { name: file.replace(/^.*[\\/]/, ''), mimeType: '', buffer: readFileSync(file) }
        : { name: file.name, mimeType: '', buffer: Buffer.from(file.text as string) },
    );
    await this.#rearm();
    await input.setInputFiles(made);
    await this.state('ready', 'error');
  }

  async importSample(): Promise<void> {
    await this.#rearm();
    await this.page.getByRole('button', { name: 'Try sample data' }).click();
    await this.state('ready', 'error');
    await expect(this.page.getByRole('alert')).toHaveCount(0);
  }

  /** The figures of the region Summary: `Host assets` → `5,000`. */
  async figures(): Promise<Map<string, string>> {
    const region = this.page.getByRole('region', { name: 'Summary' });
    const names = await region.locator('dt').allInnerTexts();
    const values = await region.locator('dd').allInnerTexts();
    return new Map(names.map((name, at) => [name.trim(), (values[at] ?? '').trim()]));
  }

  /** Presses a button that saves, and returns what was saved. */
  async save(button: string): Promise<{ name: string; bytes: Buffer; download: Download }> {
    const waiting = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: button }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()), download };
  }

  /** Sets in motion the record of tasks on the page's thread; the answer to `longestTask` counts from here. */
  async watchTasks(): Promise<void> {
    await this.page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { doubletTasks: tasks });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map((entry) => entry.duration)),
      ).observe({ type: 'longtask' });
    });
  }

  /** The longest task since `watchTasks`, in milliseconds; 0 if none took over 50. */
  async longestTask(): Promise<number> {
    return this.page.evaluate(() =>
      Math.max(0, ...(window as unknown as { doubletTasks: number[] }).doubletTasks),
    );
  }

  /** What axe has against the page as it stands: one line for each fault, with where it is. */
  async accessibilityFaults(page: Page = this.page): Promise<string[]> {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(source);
    return page.evaluate(async () => {
      type Axe = {
        run(): Promise<{ violations: { id: string; help: string; nodes: { target: unknown[] }[] }[] }>;
      };
      // Colours on their way from light to dark have another contrast than either end. Spinners never end.
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
      await Promise.allSettled(ending.map(({ finished }) => finished));
      const { violations } = await (window as unknown as { axe: Axe }).axe.run();
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
      );
    });
  }

  /** A console error that this test means to cause. */
  allow(expected: RegExp): void {
    this.#allowed.push(expected);
  }

  /** Fails on any console error, uncaught error, blocked action, or request to anywhere but the page's own place. */
  verify(): void {
    const trouble = this.#trouble.filter((line) => !this.#allowed.some((allowed) => allowed.test(line)));
    expect(trouble, 'console errors, uncaught errors and violations of the policy').toEqual([]);
    const home = this.delivery === 'disk' ? 'file:' : new URL(this.address).origin;
    const outside = this.requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(home));
    expect(
      outside.filter((url) => !this.#allowed.some((allowed) => allowed.test(url))),
      'requests that leave',
    ).toEqual([]);
  }

  /** So that `state` waits for the end of what comes next, not of what was before. */
  async #rearm(): Promise<void> {
    await this.page.evaluate(() => {
      document.documentElement.dataset['state'] = 'busy';
    });
  }

  #note(message: ConsoleMessage): void {
    if (message.type() === 'error') this.#trouble.push(message.text());
    else if (/content security policy/i.test(message.text())) this.#trouble.push(message.text());
  }
}

/** Every test gets a `bed`, and fails at its end if anything went wrong unseen or a request left. */
export const test = base.extend<{ delivery: Delivery; bed: Bed }, { server: FolderServer }>({
  delivery: ['hosted', { option: true }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs off this pattern
    async ({}, use) => {
      const server = await FolderServer.start(() => DIST);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  bed: async ({ page, delivery, server }, use) => {
    const disk = pathToFileURL(join(DIST, 'doublet.html')).href;
    const bed = new Bed(page, delivery, delivery === 'disk' ? disk : `http://127.0.0.1:${server.port}/`);
    await use(bed);
    bed.verify();
  },
});
