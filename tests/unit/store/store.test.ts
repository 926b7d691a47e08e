import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/model/dataset';
import { CancelledError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import { chunkCount, firstSumOf } from '../../../src/store/chunks';
import { STORED_DATASET_VERSION } from '../../../src/store/schema';
import { makeDataset, type PlainAsset } from '../make-dataset';
import { asPromise, freshIndexedDb, locksOf, rowsOf, storeOf, tamper } from './support';

beforeEach(() => {
  freshIndexedDb();
});

/** Asset ids long enough that the dataset takes several chunks and transactions. */
function largeDataset(id = 'large', megabytes = 21): Dataset {
  const small = makeDataset([{ assetName: 'a' }], { id, name: 'large.json' });
  const bytes = new Uint8Array(megabytes * 1024 * 1024).map((_, at) => (at * 31) & 127);
  const ends = Uint32Array.of(bytes.length);
  return { ...small, columns: { ...small.columns, assetId: { kind: 'text', bytes, ends } } };
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const plainAsset: fc.Arbitrary<PlainAsset> = fc.record(
  {
    assetId: text,
    assetName: text,
    address: text,
    interfaceAddresses: fc.array(text, { maxLength: 3 }),
    macAddresses: fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { maxLength: 3 }),
    operatingSystem: fc.constantFrom('', 'Linux', 'Windows', '\ud800', '🙂'),
    tags: fc.array(fc.constantFrom('a', 'ö', '\udfff'), { maxLength: 3 }),
    lastScanned: fc.constantFrom(Number.NaN, 0, 1_700_000_000_000),
    sources: fc.array(fc.constantFrom('AGENT', 'EASM'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe('a stored dataset', () => {
  test('comes back as it was, whatever is in it', async () => {
    const { store } = await storeOf();
    await fc.assert(
      fc.asyncProperty(fc.array(plainAsset, { maxLength: 6 }), async (assets) => {
        const dataset = makeDataset(assets);
        await store.save(dataset, UNWATCHED);
        expect(await store.open('test', UNWATCHED)).toEqual(dataset);
      }),
      { numRuns: 60 },
    );
  });

  test('is cut into chunks and put together again', async () => {
    const { store } = await storeOf();
    const dataset = largeDataset();
    await store.save(dataset, UNWATCHED);
    const chunks = (await rowsOf('chunks')) as ArrayBuffer[];
    expect(chunks.length).toBeGreaterThan(5);
    expect(Math.max(...chunks.map((chunk) => chunk.byteLength))).toBeLessThanOrEqual(8 * 1024 * 1024);
    const opened = await store.open('large', UNWATCHED);
    expect(Buffer.compare(opened.columns.assetId.bytes, dataset.columns.assetId.bytes)).toBe(0);
  });

  test('is listed with its header and size, newest first; renamed; removed with all its chunks', async () => {
    const { store } = await storeOf();
    await store.save(makeDataset([{ assetName: 'a' }], { id: 'old', importedAt: 1 }), UNWATCHED);
    await store.save(makeDataset([{ assetName: 'b' }], { id: 'new', importedAt: 2 }), UNWATCHED);
    await store.rename('old', 'Berlin');
    const listed = await store.list();
    expect(listed.map(({ header }) => [header.id, header.name])).toEqual([
      ['new', 'test.json'],
      ['old', 'Berlin'],
    ]);
    expect(listed[0]!.bytes).toBeGreaterThan(0);
    await store.remove('new');
    expect(await store.list()).toHaveLength(1);
    expect(await rowsOf('chunks')).toHaveLength(1);
    await store.removeAll();
    expect(await rowsOf('chunks')).toHaveLength(0);
    expect(await store.list()).toEqual([]);
  });

  test('of the first version, with its other sums, can still be opened', async () => {
    const { store } = await storeOf();
    const dataset = makeDataset([{ assetName: 'a' }, { assetName: 'b' }]);
    await store.save(dataset, UNWATCHED);
    const sums = ((await rowsOf('chunks')) as ArrayBuffer[]).map(firstSumOf);
    await tamper('datasets', async (objects) => {
      const record = (await asPromise(objects.get('test'))) as object;
      return objects.put({ ...record, version: 1, sums: Uint32Array.from(sums) });
    });
    expect(await store.open('test', UNWATCHED)).toEqual(dataset);
  });

  test('that is kept again replaces what was kept before', async () => {
    const { store } = await storeOf();
    await store.save(makeDataset([{ assetName: 'a' }]), UNWATCHED);
    await store.save(makeDataset([{ assetName: 'a' }, { assetName: 'b' }]), UNWATCHED);
    expect((await store.open('test', UNWATCHED)).size).toBe(2);
    expect(await rowsOf('chunks')).toHaveLength(1);
  });
});

describe('a save that breaks off', () => {
  const stopAfter = (pauses: number) => ({
    report: () => undefined,
    pause: async () => {
      if (pauses-- === 0) throw new CancelledError();
    },
  });

  test('by cancelling leaves nothing, and what was kept before still stands', async () => {
    const { store } = await storeOf();
    await store.save(makeDataset([{ assetName: 'a' }], { id: 'large' }), UNWATCHED);
    await expect(store.save(largeDataset(), stopAfter(5))).rejects.toThrow(CancelledError);
    expect(await rowsOf('chunks')).toHaveLength(1);
    expect((await store.open('large', UNWATCHED)).size).toBe(1);
    expect(await rowsOf('running')).toEqual([]);
  });

  test('by a crash is never listed, and the next start sweeps it away and tells of it', async () => {
    const living = new Set<string>();
    const { store } = await storeOf('first', { locks: locksOf(living) });
    const writtenChunks = await crashWhileSaving(store);
    expect(writtenChunks).toBeGreaterThan(0);
    living.clear();
    const { store: next } = await storeOf('second', { locks: locksOf(living) });
    expect(await next.list()).toEqual([]);
    expect(await rowsOf('chunks')).toEqual([]);
    expect(await next.lastCrash()).toMatchObject({ what: expect.stringContaining('Keeping ') });
  });

  test('is left alone as long as its tab lives', async () => {
    const living = new Set<string>();
    const { store } = await storeOf('first', { locks: locksOf(living) });
    const writtenChunks = await crashWhileSaving(store);
    await storeOf('second', { locks: locksOf(living) });
    expect(await rowsOf('chunks')).toHaveLength(writtenChunks);
  });

  /** A save that never goes on after its first transaction. */
  async function crashWhileSaving(store: Awaited<ReturnType<typeof storeOf>>['store']): Promise<number> {
    let pauses = 0;
    await new Promise<void>((crashed) => {
      void store.save(largeDataset(), {
        report: () => undefined,
        pause: () => {
          if (++pauses < 6) return Promise.resolve();
          crashed();
          return new Promise(() => undefined);
        },
      });
    });
    return (await rowsOf('chunks')).length;
  }
});

describe('a damaged dataset', () => {
  async function damagedBy(change: Parameters<typeof tamper>[1], name: 'datasets' | 'chunks' = 'chunks') {
    const { store } = await storeOf();
    await store.save(largeDataset(), UNWATCHED);
    await tamper(name, change);
    return store;
  }
  const firstKey = async (objects: IDBObjectStore) => (await asPromise(objects.getAllKeys()))[0]!;

  test('with a part missing says which', async () => {
    const store = await damagedBy(async (objects) => objects.delete(await firstKey(objects)));
    await expect(store.open('large', UNWATCHED)).rejects.toThrow(
      `The stored dataset "large.json" is damaged: part 1 of ${chunkCount(21 * 1024 * 1024 + 64)} is missing.`,
    );
  });

  test('with a part of the wrong length says so', async () => {
    const store = await damagedBy(async (objects) =>
      objects.put(new ArrayBuffer(8), await firstKey(objects)),
    );
    await expect(store.open('large', UNWATCHED)).rejects.toThrow('part 1 of 6 has the wrong length');
  });

  test('with other bytes than were written says so', async () => {
    const store = await damagedBy(async (objects) => {
      const key = await firstKey(objects);
      const content = (await asPromise(objects.get(key))) as ArrayBuffer;
      new Uint8Array(content)[1234]! ^= 1;
      return objects.put(content, key);
    });
    await expect(store.open('large', UNWATCHED)).rejects.toThrow('part 1 of 6 is not what was written');
  });

  test('whose header is unreadable is listed, cannot be opened, and can be removed', async () => {
    const store = await damagedBy((objects) => objects.put({ id: 'large', header: null }), 'datasets');
    expect(await store.list()).toMatchObject([{ damaged: true, header: { id: 'large' } }]);
    await expect(store.open('large', UNWATCHED)).rejects.toThrow('its record cannot be read');
    await store.remove('large');
    expect(await store.list()).toEqual([]);
  });

  test('of a newer version asks for the newer page', async () => {
    const { store } = await storeOf();
    await store.save(makeDataset([{ assetName: 'a' }]), UNWATCHED);
    await tamper('datasets', async (objects) => {
      const record = (await asPromise(objects.get('test'))) as object;
      return objects.put({ ...record, version: STORED_DATASET_VERSION + 1 });
    });
    await expect(store.open('test', UNWATCHED)).rejects.toThrow('stored by a newer version of Doublet');
  });

  test('that is not there says so, whether deleted or never kept', async () => {
    const { store } = await storeOf();
    await expect(store.open('none', UNWATCHED)).rejects.toThrow('it was deleted, or it was never kept whole');
    await expect(store.rename('none', 'x')).rejects.toThrow('it was deleted, or it was never kept whole');
  });
});

describe('notes of what is running', () => {
  test('an import that never ended is told once, at the next start', async () => {
    const living = new Set<string>();
    const { store } = await storeOf('first', { locks: locksOf(living), now: () => 5 });
    await store.noteRunning('Import of "a.json"');
    living.clear();
    const { store: next } = await storeOf('second', { locks: locksOf(living) });
    expect(await next.lastCrash()).toMatchObject({ what: 'Import of "a.json"', at: 5 });
    expect(await next.lastCrash()).toBeNull();
    const { store: third } = await storeOf('third');
    expect(await third.lastCrash()).toBeNull();
  });

  test('the keeping of a dataset that never ended is told; what was found in one is found again', async () => {
    for (const [what, of, told] of [
      ['Keeping "a.json"', 'dataset', true],
      ['Keeping what was found in "a.json"', undefined, false],
    ] as const) {
      const living = new Set<string>();
      await storeOf('first', { locks: locksOf(living) });
      const note = { id: 'n', kind: 'save', what, at: 5, seenAt: 5, tab: 'first', content: 'a-1' };
      await tamper('running', (notes) => notes.put(of === undefined ? note : { ...note, of }));
      const { store: next } = await storeOf('second', { locks: locksOf(living) });
      expect((await next.lastCrash())?.what).toBe(told ? what : undefined);
    }
  });

  test('an import that ended, or still runs in another tab, is no crash', async () => {
    const living = new Set<string>();
    const { store } = await storeOf('first', { locks: locksOf(living) });
    await (await store.noteRunning('Import of "ended.json"'))();
    await store.noteRunning('Import of "running.json"');
    const { store: next } = await storeOf('second', { locks: locksOf(living) });
    expect(await next.lastCrash()).toBeNull();
  });

  test('without locks, a note that was not renewed for a minute is dead', async () => {
    const noLocks = { hold: () => () => undefined, held: () => Promise.resolve(null) };
    const { store } = await storeOf('first', { locks: noLocks, now: () => 100_000 });
    await store.noteRunning('Import of "a.json"');
    const { store: soon } = await storeOf('second', { locks: noLocks, now: () => 120_000 });
    expect(await soon.lastCrash()).toBeNull();
    const { store: late } = await storeOf('third', { locks: noLocks, now: () => 170_000 });
    expect(await late.lastCrash()).toMatchObject({ what: 'Import of "a.json"' });
  });

  test('a note of the same page is dead: its worker was ended', async () => {
    const living = new Set<string>();
    const { store } = await storeOf('page', { locks: locksOf(living) });
    await store.noteRunning('Import of "a.json"');
    const { store: again } = await storeOf('page', { locks: locksOf(living) });
    expect(await again.lastCrash()).not.toBeNull();
  });
});
