import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import type { Dataset } from '../../../src/model/dataset';
import type { Grouping } from '../../../src/model/grouping';
import { CancelledError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import type { StoredResult } from '../../../src/store/schema';
import type { Store } from '../../../src/store/store';
import { makeDataset } from '../make-dataset';
import { asPromise, freshIndexedDb, locksOf, rowsOf, storeOf, tamper } from './support';

const KEY = 'as found first';

beforeEach(() => {
  freshIndexedDb();
});

/** Three that share names, two of them an address too; two that share another; one ignored name. */
const ASSETS = [
  { assetId: '1', assetName: 'web01', address: '10.0.0.1' },
  { assetId: '2', assetName: 'WEB01', address: '10.0.0.1' },
  { assetId: '3', assetName: 'web01', dnsName: 'x' },
  { assetId: '4', assetName: 'db01', dnsName: 'y.' },
  { assetId: '5', assetName: 'localhost', dnsName: 'Y' },
];

async function kept(): Promise<{ store: Store; dataset: Dataset; grouping: Grouping }> {
  const { store } = await storeOf();
  const dataset = makeDataset(ASSETS);
  const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
  await store.save(dataset, UNWATCHED);
  await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
  return { store, dataset, grouping };
}

/** Opens dataset and grouping as a later visit does. */
async function openAgain(store: Store, key = KEY): Promise<Grouping | null> {
  return store.openGrouping(await store.open('test', UNWATCHED), key, UNWATCHED);
}

describe('what was found in a dataset', () => {
  test('comes back as it was', async () => {
    const { store, grouping } = await kept();
    expect(grouping.summary).toMatchObject({ groups: 2, clusters: 2 });
    expect(grouping.ignored).toHaveLength(1);
    expect(await openAgain(store)).toEqual(grouping);
  });

  test('comes back from an empty dataset too', async () => {
    const { store } = await storeOf();
    const dataset = makeDataset([]);
    const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
    await store.save(dataset, UNWATCHED);
    await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
    expect(await openAgain(store)).toEqual(grouping);
  });

  test('counts in the size that is listed', async () => {
    const { store, dataset, grouping } = await kept();
    const [with_] = await store.list();
    await store.save(dataset, UNWATCHED);
    const [without] = await store.list();
    const [row] = (await rowsOf('groupings')) as StoredResult[];
    expect(row).toBeUndefined();
    await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
    const [again] = (await rowsOf('groupings')) as StoredResult[];
    expect(with_!.bytes - without!.bytes).toBe(again!.bytes);
  });

  test('under other settings does not count, and is replaced by what was found under them', async () => {
    const { store, dataset, grouping } = await kept();
    expect(await openAgain(store, 'otherwise')).toBeNull();
    const other = await findDuplicates(dataset, { ...DEFAULT_SETTINGS, rules: ['dnsName'] }, UNWATCHED);
    await store.saveGrouping(dataset, 'otherwise', other, UNWATCHED);
    expect(await openAgain(store, 'otherwise')).toEqual(other);
    expect(other).not.toEqual(grouping);
    expect(await openAgain(store)).toBeNull();
    expect(await rowsOf('chunks')).toHaveLength(2);
  });

  test('outlives a new name', async () => {
    const { store, grouping } = await kept();
    await store.rename('test', 'Berlin');
    expect(await openAgain(store)).toEqual(grouping);
  });

  test('goes when the dataset is kept anew, deleted, or all is deleted', async () => {
    const { store, dataset, grouping } = await kept();
    const gone = async (chunks: number) => {
      expect(await rowsOf('groupings')).toEqual([]);
      expect(await rowsOf('chunks')).toHaveLength(chunks);
    };
    await store.save(makeDataset([...ASSETS, { assetId: '6' }]), UNWATCHED);
    await gone(1);
    expect(await openAgain(store)).toBeNull();
    await store.save(dataset, UNWATCHED);
    await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
    await store.remove('test');
    await gone(0);
    await store.save(dataset, UNWATCHED);
    await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
    await store.removeAll();
    await gone(0);
  });

  test('is not kept of a dataset that is not kept, or was kept anew elsewhere', async () => {
    const { store, dataset, grouping } = await kept();
    await store.saveGrouping(makeDataset(ASSETS), 'never saved', grouping, UNWATCHED);
    expect(await openAgain(store, 'never saved')).toBeNull();
    const { store: elsewhere } = await storeOf('other');
    await elsewhere.save(makeDataset([{ assetId: '7' }]), UNWATCHED);
    await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
    expect(await store.openGrouping(dataset, KEY, UNWATCHED)).toBeNull();
    expect(await rowsOf('groupings')).toEqual([]);
    expect(await rowsOf('chunks')).toHaveLength(1);
    await elsewhere.remove('test');
    await store.saveGrouping(dataset, KEY, grouping, UNWATCHED);
    expect(await rowsOf('chunks')).toEqual([]);
  });
});

describe('keeping what was found', () => {
  test('without room leaves the dataset, and what was found before', async () => {
    const { store, dataset, grouping } = await kept();
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'chunks') throw new DOMException('No room.', 'QuotaExceededError');
      return put.apply(this, args);
    });
    onTestFinished(() => full.mockRestore());
    await expect(store.saveGrouping(dataset, 'new', grouping, UNWATCHED)).rejects.toThrow('no room left');
    full.mockRestore();
    expect(await openAgain(store)).toEqual(grouping);
    expect(await rowsOf('chunks')).toHaveLength(2);
    expect(await rowsOf('running')).toEqual([]);
  });

  test('that is cancelled leaves nothing of it', async () => {
    const { store, dataset, grouping } = await kept();
    const cancelled = { report: () => undefined, pause: () => Promise.reject(new CancelledError()) };
    await expect(store.saveGrouping(dataset, 'new', grouping, cancelled)).rejects.toThrow(CancelledError);
    expect(await openAgain(store)).toEqual(grouping);
    expect(await rowsOf('chunks')).toHaveLength(2);
  });

  test('broken off by a crash is swept away at the next start', async () => {
    const living = new Set<string>();
    const { store } = await storeOf('first', { locks: locksOf(living) });
    const dataset = makeDataset(ASSETS);
    const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
    await store.save(dataset, UNWATCHED);
    let pauses = 0;
    await new Promise<void>((crashed) => {
      const pause = () => (++pauses < 2 ? Promise.resolve() : new Promise<void>(() => crashed()));
      void store.saveGrouping(dataset, KEY, grouping, { report: () => undefined, pause });
    });
    expect(await rowsOf('chunks')).toHaveLength(2);
    living.clear();
    const { store: next } = await storeOf('second', { locks: locksOf(living) });
    expect(await rowsOf('chunks')).toHaveLength(1);
    expect(await next.lastCrash()).toBeNull();
    expect(await openAgain(next)).toBeNull();
  });

  test('of a dataset that is gone is swept away at the next start', async () => {
    const { store } = await kept();
    await tamper('datasets', (objects) => objects.delete('test'));
    store.close();
    await storeOf('second');
    expect(await rowsOf('groupings')).toEqual([]);
    expect(await rowsOf('chunks')).toEqual([]);
  });
});

describe('what was found, and is damaged, is not there', () => {
  /** Changes the record, and, unless it is of the sums, makes the sums fit the chunk again. */
  async function changed(change: (record: StoredResult) => object): Promise<Grouping | null> {
    const { store } = await kept();
    await tamper('groupings', async (objects) => {
      const record = (await asPromise(objects.get('test'))) as StoredResult;
      return objects.put({ ...record, ...change(record) });
    });
    return openAgain(store);
  }

  const figuresOf = ({ figures }: StoredResult) => figures as Pick<Grouping, 'ignored' | 'summary'>;
  const withSummary = (record: StoredResult, change: object) => {
    const figures = figuresOf(record);
    return { figures: { ...figures, summary: { ...figures.summary, ...change } } };
  };

  /** Keeps a grouping that detection did not find: the sums are right, its shape is not. */
  async function misshapen(change: (grouping: Grouping) => Partial<Grouping>): Promise<Grouping | null> {
    const { store, dataset, grouping } = await kept();
    await store.saveGrouping(dataset, KEY, { ...grouping, ...change(grouping) }, UNWATCHED);
    return openAgain(store);
  }

  const chunkOfIt = async (objects: IDBObjectStore) =>
    (await asPromise(objects.getAllKeys())).find((key) => String(key).includes('-found-'))!;

  test('with its chunk missing, cut or changed', async () => {
    for (const harm of [
      (objects: IDBObjectStore, key: IDBValidKey) => objects.delete(key),
      (objects: IDBObjectStore, key: IDBValidKey) => objects.put(new ArrayBuffer(8), key),
      async (objects: IDBObjectStore, key: IDBValidKey) => {
        const content = (await asPromise(objects.get(key))) as ArrayBuffer;
        new Uint8Array(content)[5]! ^= 1;
        return objects.put(content, key);
      },
    ]) {
      freshIndexedDb();
      const { store } = await kept();
      await tamper('chunks', async (objects) => harm(objects, await chunkOfIt(objects)));
      expect(await openAgain(store)).toBeNull();
    }
  });

  test.each<[string, (record: StoredResult) => object]>([
    ['of another version', () => ({ version: 99 })],
    ['found in another dataset', () => ({ foundIn: 'other' })],
    ['without its arrays', () => ({ parts: undefined })],
    [
      'with an array of no type',
      ({ parts }) => ({ parts: { ...parts, stops: { ...parts['stops'], type: 'x' } } }),
    ],
    [
      'with an array too long',
      ({ parts }) => ({ parts: { ...parts, members: { ...parts['members'], length: 2 ** 40 } } }),
    ],
    [
      'with an array elsewhere',
      ({ parts }) => ({ parts: { ...parts, members: { ...parts['members'], at: 1 } } }),
    ],
    ['without figures', () => ({ figures: undefined })],
    ['with other figures', (record) => withSummary(record, { groups: 7 })],
    ['with a figure that is text', (record) => withSummary(record, { pairs: '3' })],
    [
      'with an ignored value of no rule',
      (record) => {
        const figures = figuresOf(record);
        return { figures: { ...figures, ignored: [{ ...figures.ignored[0], rule: '__proto__' }] } };
      },
    ],
  ])('%s', async (_, change) => {
    expect(await changed(change)).toBeNull();
  });

  test.each<[string, (grouping: Grouping) => Partial<Grouping>]>([
    [
      'members past the last asset',
      ({ members }) => ({ members: members.map((asset, at) => (at === 2 ? 5 : asset)) }),
    ],
    ['members out of order', ({ members }) => ({ members: members.slice().reverse() })],
    ['stops that go back', ({ stops }) => ({ stops: stops.slice().reverse() })],
    ['a group of one', ({ stops }) => ({ stops: stops.map((stop, at) => (at === 0 ? 1 : stop)) })],
    ['a rule too many', ({ rules }) => ({ rules: rules.map(() => 5) })],
    ['fewer rules than groups', ({ rules }) => ({ rules: rules.subarray(1) })],
    ['a cluster that is none', ({ clusters }) => ({ clusters: clusters.map(() => 9) })],
    ['groups in the wrong clusters', ({ clusters }) => ({ clusters: clusters.slice().reverse() })],
    [
      'an asset in two clusters',
      ({ clusterMembers: all }) => ({ clusterMembers: all.map((asset, at) => (at === 3 ? 2 : asset)) }),
    ],
    ['bits of a sixth rule', ({ rulesOfAsset }) => ({ rulesOfAsset: rulesOfAsset.map(() => 32) })],
    ['a row of a sixth rule', ({ rulesOfRow }) => ({ rulesOfRow: rulesOfRow.map(() => 32) })],
    ['a group of a sixth rule', ({ rulesOfGroup }) => ({ rulesOfGroup: rulesOfGroup.map(() => 32) })],
    ['rules of fewer rows', ({ rulesOfRow }) => ({ rulesOfRow: rulesOfRow.subarray(1) })],
    ['rules of fewer groups', ({ rulesOfGroup }) => ({ rulesOfGroup: rulesOfGroup.subarray(1) })],
    ['another number of assets', ({ rulesOfAsset }) => ({ rulesOfAsset: rulesOfAsset.subarray(1) })],
    [
      'values past their bytes',
      ({ values }) => ({ values: { ...values, ends: values.ends.map((end) => end + 9) } }),
    ],
    [
      'a widely shared value in no group',
      () => ({ sharedWidely: [{ rule: 'dnsName', value: 'x', assets: 2, group: 2 }] }),
    ],
  ])('with %s', async (_, change) => {
    expect(await misshapen(change)).toBeNull();
  });
});
