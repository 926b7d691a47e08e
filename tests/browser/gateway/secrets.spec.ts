import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startMockGateway } from '../../gateway/mock-gateway.mjs';
import { Bed, test as base, expect } from '../test-bed';
import { ASSETS, GatewayBed } from './gateway-bed';

const USER = 'canary-user-7f3a91';
const PASSWORD = 'canary-password-c04e2b';

/** Everything the page could have kept or shows: IndexedDB, storages, address, document, caches. */
async function everythingIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [location.href, document.documentElement.outerHTML, document.cookie];
    found.push({ ...localStorage }, { ...sessionStorage }, await caches.keys(), history.state);
    for (const input of document.querySelectorAll('input')) found.push(input.value);
    const decoder = new TextDecoder('latin1');
    const readable = (_key: string, value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return decoder.decode(value);
      return ArrayBuffer.isView(value) ? decoder.decode(value as Uint8Array) : value;
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        found.push(store, ...rows);
      }
      database.close();
    }
    return JSON.stringify(found, readable);
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

base(
  'user name and password are found nowhere afterwards, the profile folder included',
  async ({ delivery, server, launchOptions }) => {
    base.skip(delivery !== 'hosted', 'The Gateway page exists only on a server.');
    const profile = mkdtempSync(join(tmpdir(), 'doublet-profile-'));
    const mock = await startMockGateway({
      assets: ASSETS,
      pageLimit: 50,
      userName: USER,
      password: PASSWORD,
      behaviours: [{ on: 'page', at: 4, status: 403 }],
    });
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      acceptDownloads: true,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const bed = new Bed(page, 'hosted', `http://127.0.0.1:${server.port}/`);
    const gateway = new GatewayBed(bed);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));
    await bed.openGateway();
    await gateway.useProxy(mock.url);
    // One login that fails, one fetch that breaks off, one that ends well.
    await gateway.logInAs(USER, `${PASSWORD}-wrong`);
    await gateway.press('Count assets');
    await gateway.ended();
    said.push(await gateway.trouble());
    await gateway.logInAs(USER, PASSWORD);
    await gateway.press('Fetch assets');
    await gateway.ended();
    said.push(await gateway.trouble());
    const broken = await everythingIn(page);
    await page.getByRole('link', { name: 'Gateway', exact: true }).click();
    await gateway.press(/^Continue from page/);
    await gateway.ended();
    await expect.poll(() => gateway.hostAssets()).toBe(ASSETS.length.toLocaleString('en'));
    const saved: string[] = [];
    for (const report of [
      'Save Excel report',
      'Save HTML report',
      'Save results as JSON',
      'Save duplicates as CSV',
    ]) {
      const { bytes, name } = await bed.save(report);
      saved.push(bytes.toString('latin1'));
      // The contract wants the user name in the file's name, and only there.
      expect(name).toMatch(/^duplicate_assets_US1_canary-user-7f3a91_\d{8}_\d{6}\./);
    }
    const done = await everythingIn(page);
    const searched = [broken, done, ...said, ...addresses, ...saved, ...mock.state.log];
    await context.close();
    await mock.close();
    expect(mock.state.counts.auth).toBeGreaterThanOrEqual(3);
    for (const canary of [USER, PASSWORD]) {
      const around = searched
        .filter((text) => text.includes(canary))
        .map((text) => text.slice(Math.max(0, text.indexOf(canary) - 80), text.indexOf(canary) + 60));
      expect(around, canary).toEqual([]);
      const utf16 = Buffer.from(canary, 'utf16le');
      const inProfile = filesUnder(profile).filter((path) => {
        if (statSync(path).size > 200_000_000) return false;
        const bytes = readFileSync(path);
        return bytes.includes(canary) || bytes.includes(utf16);
      });
      expect(
        inProfile.map((path) => path.slice(profile.length)),
        `${canary} in the profile`,
      ).toEqual([]);
    }
    rmSync(profile, { recursive: true, force: true });
  },
);
