import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { CancelledError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import { openStore } from '../../../src/store/store';
import { createDerived } from '../../../src/worker/derived';
import { joinCalls } from '../../../src/worker/join-calls';
import { createKit, createKitCalls } from '../../../src/worker/kit';
import type { Opened } from '../../../src/worker/session';
import { makeDataset } from '../make-dataset';
import { freshIndexedDb, locksOf, rowsOf, tamper } from '../store/support';
import { must, silent } from './support';

beforeEach(() => {
  freshIndexedDb();
});

/** A kit that is attached, with a feature that counts the groups of each result. */
async function kitOf(tab = 'tab') {
  const kit = createKit(async (page, events) => {
    const store = await openStore(page, events, { locks: locksOf(new Set()) });
    // What is left in the background would write into the storage of the next test.
    onTestFinished(async () => {
      await kit.background.stop(null);
      await kit.background.idle();
      store.close();
    });
    return store;
  });
  const calls = createKitCalls(kit);
  must(await calls.attach('web', tab, silent));
  const make = vi.fn(async ({ grouping, settings }: Opened) => [
    grouping.summary.groups,
    settings.rules.length,
  ]);
  const counts = createDerived<number[]>(kit, {
    area: 'counts',
    key: ({ settings }) => settings.rules.join(),
    make,
    pack: (value) => ({ parts: { counts: Uint32Array.from(value) }, figures: null }),
    unpack: ({ parts }) => {
      if (parts['counts']?.length !== 2) throw new RangeError('counts do not fit');
      return [...parts['counts']];
    },
  });
  return { ...kit, calls, counts, make };
}

const FIVE = () => makeDataset([{ assetName: 'a' }, { assetName: 'A' }, { assetName: 'b', dnsName: 'c' }]);
const opening = { sources: [], stored: 'nothing' } as const;

describe('opening a result', () => {
  test('detects, shows, tells, and keeps the dataset with its settings', async () => {
    const { session, background, cache } = await kitOf();
    const told: unknown[] = [];
    session.onChange((opened, stored) => told.push([opened?.dataset.header.id, stored]));
    const result = await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    expect(result.summary.groups).toBe(1);
    expect(session.opened()?.revision).toBe(result.revision);
    expect(told).toEqual([['test', 'nothing']]);
    await background.idle();
    const store = (await cache.store())!;
    expect(await store.list()).toHaveLength(1);
    expect(await store.area('detection').of('test').read()).toEqual(DEFAULT_SETTINGS);
  });

  test('takes the settings on screen for the next dataset, unless it is given some', async () => {
    const { session } = await kitOf();
    const settings = { ...DEFAULT_SETTINGS, rules: ['dnsName'] as const };
    await session.open({ dataset: FIVE(), ...opening, settings }, UNWATCHED);
    const next = await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    expect(next.settings.rules).toEqual(['dnsName']);
  });

  test('takes what was found before without detecting', async () => {
    const { session } = await kitOf();
    await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    const { grouping } = session.requireOpen();
    const found = { ...grouping, summary: { ...grouping.summary, groups: 9 } };
    const result = await session.open({ dataset: FIVE(), ...opening, found }, UNWATCHED);
    expect(result.summary.groups).toBe(9);
  });

  test('that is cancelled at its last pause leaves what was open, and tells nobody', async () => {
    const { session } = await kitOf();
    const { revision } = await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    const listener = vi.fn();
    session.onChange(listener);
    const pause = () => Promise.reject(new CancelledError());
    const watch = { report: silent, pause };
    await expect(session.open({ dataset: FIVE(), ...opening }, watch)).rejects.toThrow(CancelledError);
    expect(session.opened()?.revision).toBe(revision);
    expect(listener).not.toHaveBeenCalled();
  });

  test('under other settings keeps a name that the dataset was given meanwhile', async () => {
    const { session } = await kitOf();
    await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    const { dataset } = session.requireOpen();
    const watch = { report: silent, pause: async () => session.rename('Berlin') };
    const result = await session.open({ dataset, sources: [], stored: 'unchanged' }, watch);
    expect(result.header.name).toBe('Berlin');
  });
});

describe('a result that a feature makes from what is open', () => {
  test('is made once, in the background or for the page, and kept beside the dataset', async () => {
    const { session, background, counts, make } = await kitOf();
    await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    expect(counts.current()).toBeNull();
    const both = await Promise.all([counts.get(UNWATCHED), counts.get(UNWATCHED)]);
    expect(both).toEqual([
      [1, 5],
      [1, 5],
    ]);
    await background.idle();
    expect(counts.current()).toEqual([1, 5]);
    expect(make).toHaveBeenCalledTimes(1);
    expect((await rowsOf('groupings')).map((row) => (row as { id: string }).id)).toEqual([
      'test',
      'test/counts',
    ]);
  });

  test('is read by the next visit, and made again where it cannot be trusted', async () => {
    const first = await kitOf();
    await first.session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    await first.background.idle();
    const second = await kitOf('second');
    must(await second.calls.openDataset('test', silent));
    expect(await second.counts.get(UNWATCHED)).toEqual([1, 5]);
    expect(second.make).not.toHaveBeenCalled();
    await second.background.idle();
    await tamper('groupings', (objects) => objects.put({ id: 'test/counts', version: 1, content: 5 }));
    const third = await kitOf('third');
    must(await third.calls.openDataset('test', silent));
    await third.background.idle();
    expect(third.make).toHaveBeenCalledTimes(1);
    expect(third.counts.current()).toEqual([1, 5]);
  });

  test('is made anew under other settings, from the dataset in memory, and replaces the one kept', async () => {
    const { session, background, counts, make } = await kitOf();
    await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    await background.idle();
    const { dataset } = session.requireOpen();
    const settings = { ...DEFAULT_SETTINGS, rules: ['dnsName'] as const };
    await session.open({ dataset, sources: [], settings, stored: 'unchanged' }, UNWATCHED);
    expect(counts.current(), 'that of the result before is gone').toBeNull();
    await background.idle();
    expect(counts.current()).toEqual([0, 1]);
    expect(make).toHaveBeenCalledTimes(2);
    const next = await kitOf('next');
    must(await next.calls.openDataset('test', silent));
    expect(await next.counts.get(UNWATCHED)).toEqual([0, 1]);
    expect(next.make).not.toHaveBeenCalled();
  });

  test('goes with its dataset, and with what is open', async () => {
    const { session, background, cache, counts, calls } = await kitOf();
    await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    await background.idle();
    await (await cache.store())!.remove('test');
    expect(await rowsOf('groupings')).toEqual([]);
    expect(await rowsOf('chunks')).toEqual([]);
    must(await calls.closeDataset());
    expect(counts.current()).toBeNull();
    await expect(counts.get(UNWATCHED)).rejects.toThrow('No dataset is open.');
  });

  test('that cannot be made leaves everything else kept; whoever asks is told', async () => {
    const { session, background, counts, make, cache } = await kitOf();
    make.mockRejectedValue(new Error('boom'));
    await session.open({ dataset: FIVE(), ...opening }, UNWATCHED);
    await background.idle();
    expect(await (await cache.store())!.list()).toHaveLength(1);
    await expect(counts.get(UNWATCHED)).rejects.toThrow('boom');
  });
});

test('two features with a call of one name are refused', () => {
  expect(joinCalls({ a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
  expect(() => joinCalls({ a: 1 }, { a: 2 })).toThrow('Two features have a call named a.');
});
