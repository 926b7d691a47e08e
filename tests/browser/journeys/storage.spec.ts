import type { Page, TestInfo } from '@playwright/test';
import { writeExport } from '../../fixtures/generate.mjs';
import { type Bed, expect, test } from '../test-bed';
import { THREE } from './three-records';

test('cancel in the middle of an import returns to the result before', async ({ bed }, info) => {
  const big = await bigFile(info);
  await bed.open();
  await bed.importFiles(THREE);
  const before = await bed.figures();
  await startLong(bed, big, 'Open on its own');
  await bed.page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await bed.state('ready');
  await expect(bed.page.getByRole('progressbar', { name: 'Import progress' })).toHaveCount(0);
  await expect(bed.page.getByRole('alert')).toHaveCount(0);
  expect(await bed.figures()).toEqual(before);
  // And it works on.
  await bed.page.getByRole('link', { name: 'Duplicates', exact: true }).click();
  await expect(bed.page.getByRole('grid').getByRole('gridcell').first()).toBeVisible();
});

test('cancel of a first import returns to the start', async ({ bed }, info) => {
  const big = await bigFile(info);
  await bed.open();
  await startLong(bed, big, null);
  await bed.page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await bed.state('idle');
  await expect(bed.page.getByText(/^Import of .+ cancelled\. Nothing was kept\.$/)).toBeVisible();
  await expect(bed.page.getByRole('button', { name: 'Try sample data' })).toBeVisible();
});

test('an import that a reload broke off is explained, and leaves no half dataset', async ({
  bed,
  delivery,
}, info) => {
  test.skip(delivery === 'disk', 'on a disk nothing is noted unless one says otherwise');
  const big = await bigFile(info);
  await bed.open();
  await startLong(bed, big, null);
  await expect.poll(() => rowsIn(bed.page, 'running')).toBe(1);
  await bed.page.reload();
  await bed.state('error');
  const alert = bed.page.getByRole('alert');
  await expect(alert).toContainText(/^Import of "big\.json".*, begun on/);
  await expect(alert).toContainText('was broken off when the page was closed or reloaded.');
  await expect(alert).not.toContainText('unexpectedly');
  await expect(bed.page.getByRole('heading', { name: 'In this browser' })).toHaveCount(0);
  expect(await rowsIn(bed.page, 'datasets')).toBe(0);
  expect(await rowsIn(bed.page, 'chunks')).toBe(0);
  await bed.page.reload();
  await bed.state('idle');
});

test('an import that a crash broke off is told as a crash', async ({ bed, delivery }, info) => {
  test.skip(delivery === 'disk', 'on a disk nothing is noted unless one says otherwise');
  const big = await bigFile(info);
  await bed.open();
  await startLong(bed, big, null);
  await expect.poll(() => rowsIn(bed.page, 'running')).toBe(1);
  bed.allow(/the page crashed/);
  const session = await bed.page.context().newCDPSession(bed.page);
  const crashed = bed.page.waitForEvent('crash');
  // A page that is gone answers nothing.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await bed.page.context().newPage();
  bed.listenTo(next);
  await next.goto(bed.address);
  const alert = next.getByRole('alert');
  await expect(alert).toContainText('Doublet stopped unexpectedly on');
  await expect(alert).toContainText('during: Import of "big.json"');
});

test('a dataset that is deleted in one tab stays in memory in the other, which says so', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await bed.open();
  await bed.importFiles(THREE);
  await kept(bed.page);
  const other = await bed.page.context().newPage();
  bed.listenTo(other);
  await other.goto(`${bed.address}#/datasets`);
  await other.getByRole('button', { name: 'Delete three.json' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(bed.page.getByRole('alert')).toContainText('was deleted in another tab');
  await expect(bed.page.getByRole('alert')).toContainText('in memory only');
  await bed.page.getByRole('link', { name: 'Overview', exact: true }).click();
  expect((await bed.figures()).get('Host assets')).toBe('4');
});

test('what was found is kept with its dataset; where that is damaged, it is found again', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await bed.open();
  await bed.importFiles(THREE);
  const before = await bed.figures();
  await kept(bed.page);
  // The groups, and the judgement of the machines.
  await expect.poll(() => rowsIn(bed.page, 'groupings')).toBe(2);
  const reloaded = async () => {
    await bed.page.reload();
    await bed.state('ready');
    await bed.page.getByRole('link', { name: 'Overview', exact: true }).click();
    expect(await bed.figures()).toEqual(before);
    return stepsOf(bed.page);
  };
  expect(await reloaded()).not.toContain('doublet detection');
  await damageGrouping(bed.page);
  expect(await reloaded()).toContain('doublet detection');
  await expect.poll(() => stepsOf(bed.page)).toContain('doublet keeping the result');
  expect(await reloaded()).not.toContain('doublet detection');
});

test('a dataset that is imported in one tab is listed in the other', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await bed.open();
  const other = await bed.page.context().newPage();
  bed.listenTo(other);
  await other.goto(bed.address);
  await bed.importFiles(THREE);
  await expect(other.getByRole('button', { name: /three\.json/ })).toBeVisible();
});

test('storage that is cleared while the page is open is said, and the result stays', async ({
  bed,
  delivery,
}) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await bed.open();
  await bed.importFiles(THREE);
  await kept(bed.page);
  const session = await bed.page.context().newCDPSession(bed.page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(bed.address).origin,
    storageTypes: 'indexeddb',
  });
  await expect(bed.page.getByRole('alert')).toContainText('was cleared while it was open');
  await bed.page.getByRole('link', { name: 'Overview', exact: true }).click();
  expect((await bed.figures()).get('Host assets')).toBe('4');
  await bed.page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  // What comes next is kept again.
  await bed.page.getByLabel('Import asset export').setInputFiles({
    name: 'next.json',
    mimeType: '',
    buffer: Buffer.from(THREE.text as string),
  });
  await bed.page.getByRole('button', { name: 'Open on its own' }).click();
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByRole('table').getByText('next.json')).toBeVisible();
});

test('without IndexedDB everything works in memory, and the page says why', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await inEveryWorker(
    bed.page,
    'Object.defineProperty(self, "indexedDB", { value: undefined, configurable: true });',
  );
  await bed.open();
  const why = bed.page.getByText('This browser does not let the page keep data');
  await expect(why).toBeVisible();
  await bed.importFiles(THREE);
  expect((await bed.figures()).get('Host assets')).toBe('4');
  await expect(why).toBeVisible();
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(why).toBeVisible();
  await expect(bed.page.getByRole('checkbox', { name: 'Keep datasets in this browser' })).toBeDisabled();
  await bed.page.getByRole('link', { name: 'Overview', exact: true }).click();
  const saved = await bed.save('Save results as JSON');
  expect(JSON.parse(saved.bytes.toString())).toMatchObject({ summary: { hostAssets: 4 } });
});

test('with no room left the page says so, and the result stays', async ({ bed, delivery }) => {
  test.skip(delivery === 'disk', 'on a disk nothing is kept unless one says otherwise');
  await inEveryWorker(
    bed.page,
    `const put = IDBObjectStore.prototype.put;
     IDBObjectStore.prototype.put = function (...words) {
       if (this.name !== 'chunks') return put.apply(this, words);
       throw new DOMException('No room.', 'QuotaExceededError');
     };`,
  );
  await bed.open();
  await bed.importFiles(THREE);
  await expect(bed.page.getByRole('alert')).toContainText('has no room left to keep this dataset');
  expect((await bed.figures()).get('Host assets')).toBe('4');
  await bed.page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(bed.page.getByText('No dataset is kept in this browser.')).toBeVisible();
  expect(await rowsIn(bed.page, 'datasets')).toBe(0);
});

/** A file of some 60 MB, made anew for the test. */
async function bigFile(info: TestInfo): Promise<string> {
  const path = info.outputPath('big.json');
  await writeExport('full', 14_000, path);
  return path;
}

/** Begins to read the file eight times over, so that even a fast machine is still at it when the test goes on. */
async function startLong(bed: Bed, path: string, answer: string | null): Promise<void> {
  await bed.page.getByLabel('Import asset export').setInputFiles(Array.from({ length: 8 }, () => path));
  if (answer !== null) await bed.page.getByRole('button', { name: answer, exact: true }).click();
  const progress = bed.page.getByRole('progressbar', { name: 'Import progress' });
  await expect(progress).toHaveAttribute('aria-valuetext', /[1-9][\d,]* assets/);
}

/** Waits on the screen Datasets until the open dataset is kept. */
async function kept(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Datasets', exact: true }).click();
  await expect(page.getByRole('table').getByText('three.json')).toBeVisible();
}

/** The steps that the page's worker has timed so far. */
async function stepsOf(page: Page): Promise<string[]> {
  const steps = page
    .workers()
    .map((worker) => worker.evaluate(() => performance.getEntriesByType('measure').map(({ name }) => name)));
  return (await Promise.all(steps)).flat();
}

/** Makes the kept grouping lead to assets that are not there, as a broken disk might. */
async function damageGrouping(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('doublet');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('chunks', 'readwrite');
          const walk = transaction.objectStore('chunks').openCursor();
          walk.onsuccess = () => {
            const cursor = walk.result;
            if (cursor === null) return;
            if (String(cursor.key).includes('-found-')) {
              const length = (cursor.value as ArrayBuffer).byteLength;
              cursor.update(new Uint8Array(length).fill(255).buffer);
            }
            cursor.continue();
          };
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

/** Lets `script` run in the page's workers before their own: Playwright's init scripts reach pages only. */
async function inEveryWorker(page: Page, script: string): Promise<void> {
  await page.addInitScript((before) => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) =>
      make(/javascript/.test(blob.type) ? new Blob([before, '\n', blob], { type: blob.type }) : blob);
  }, script);
}

/** How many rows one of the page's object stores has. */
async function rowsIn(page: Page, store: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('doublet');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction(name).objectStore(name).count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    store,
  );
}
