import { openDB } from 'idb';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createConnection } from '../../../src/store/connection';
import { MIGRATIONS } from '../../../src/store/schema';
import { freshIndexedDb } from './support';

beforeEach(() => {
  freshIndexedDb();
});

const SILENT = { trouble: { code: 'storage-silent', what: "The browser's storage does not answer." } };

function connection(limits: { open?: number; step?: number }) {
  const made = createConnection(() => undefined, { limits });
  onTestFinished(() => made.close());
  return made;
}

describe('storage that does not answer', () => {
  test('while it is opened is a sentence, and is used once it answers after all', async () => {
    const open = indexedDB.open.bind(indexedDB);
    let answer: () => void = () => undefined;
    const hung = new Promise<void>((resolve) => {
      answer = resolve;
    });
    // The request succeeds only when the test says so.
    const request = vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const real = open(...args);
      const add = real.addEventListener.bind(real);
      real.addEventListener = (type: string, listener: never) =>
        add(type, (event: Event) => {
          const tell = listener as (event: Event) => void;
          if (type === 'success') void hung.then(() => tell(event));
          else tell(event);
        });
      return real;
    });
    onTestFinished(() => request.mockRestore());
    const one = connection({ open: 20 });
    await expect(one.use(async () => 1)).rejects.toMatchObject(SILENT);
    await expect(one.use(async () => 1)).rejects.toMatchObject(SILENT);
    expect(request, 'a second request would wait for the first').toHaveBeenCalledTimes(1);
    answer();
    await vi.waitFor(async () => expect(await one.use(async () => 1)).toBe(1));
    expect(request).toHaveBeenCalledTimes(1);
  });

  test('in one step is a sentence; all others fail at once until that step ends', async () => {
    const one = connection({ step: 20 });
    let end: () => void = () => undefined;
    const step = () =>
      new Promise<void>((resolve) => {
        end = resolve;
      });
    await expect(one.use(step)).rejects.toMatchObject(SILENT);
    const work = vi.fn(async () => 1);
    await expect(one.use(work)).rejects.toMatchObject(SILENT);
    expect(work).not.toHaveBeenCalled();
    end();
    await vi.waitFor(async () => expect(await one.use(work)).toBe(1));
  });

  test('because an older page holds the database: every call says so, none waits', async () => {
    const older = await openDB('doublet', 1);
    onTestFinished(() => older.close());
    const newer = createConnection(() => undefined, { migrations: MIGRATIONS });
    onTestFinished(() => newer.close());
    for (let call = 0; call < 3; call++)
      await expect(newer.use(async () => 1)).rejects.toMatchObject({ trouble: { code: 'storage-blocked' } });
  });

  test('in time is no matter', async () => {
    const one = connection({ step: 5_000 });
    expect(await one.use((database) => database.count('settings'))).toBe(0);
  });
});
