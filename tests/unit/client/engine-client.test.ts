import { releaseProxy } from 'comlink';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EngineApi } from '../../../src/app/engine-api';
import { type ClientEvent, createEngineClient } from '../../../src/client/engine-client';
import { CANCELLED, success } from '../../../src/model/outcome';
import type { Progress } from '../../../src/model/progress';
import { type FakeWorker, fakeWorker, resultOf } from './fake-worker';

const never = () => new Promise<never>(() => undefined);
const silent = () => undefined;

/** A client over fake workers, one after the other; `events` are what the page would hear. */
function clientOver(...engines: Partial<EngineApi>[]) {
  const workers: FakeWorker[] = [];
  const client = createEngineClient<EngineApi>({
    place: 'web',
    start: () => {
      const fake = fakeWorker(engines[Math.min(workers.length, engines.length - 1)]!);
      workers.push(fake);
      return fake.worker;
    },
  });
  const events: ClientEvent[] = [];
  client.listen((event) => events.push(event));
  return { client, workers, events };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a call', () => {
  test('starts the worker late, attaches once, and gives the answer', async () => {
    const attach = vi.fn(async () => success(undefined));
    const { client, workers } = clientOver({
      attach,
      findLine: async (asset, group) => success(asset + group),
    });
    expect(workers).toHaveLength(0);
    expect(await client.findLine(3, 4)).toEqual(success(7));
    expect(await client.findLine(1, 1)).toEqual(success(2));
    expect(workers).toHaveLength(1);
    expect(attach).toHaveBeenCalledTimes(1);
  });

  test('passes progress on, until its answer', async () => {
    const seen: Progress[] = [];
    const step: Progress = { phase: 'Reading', done: 1, total: 2, unit: 'bytes' };
    let late: (progress: Progress) => void = silent;
    const { client } = clientOver({
      openDataset: async (id, onProgress) => {
        await onProgress(step);
        late = onProgress;
        return success(resultOf(id));
      },
    });
    await client.openDataset('a', (progress) => seen.push(progress));
    await late({ ...step, done: 2 });
    expect(seen).toEqual([step]);
  });

  test('gives callbacks that can be released', async () => {
    const released = vi.fn();
    const { client } = clientOver({
      detect: async (_settings, onProgress) => {
        const release = (onProgress as unknown as { [releaseProxy]: () => void })[releaseProxy];
        release();
        released();
        return CANCELLED;
      },
    });
    expect(await client.detect({} as never, silent)).toEqual(CANCELLED);
    expect(released).toHaveBeenCalled();
  });

  test('turns an exception into an outcome', async () => {
    const fail = async () => {
      throw new Error('boom');
    };
    const { client } = clientOver({ datasets: fail, tableLines: fail });
    expect(await client.datasets()).toMatchObject({ ok: false, trouble: { code: 'unexpected' } });
    expect(await client.tableLines(0, 10)).toMatchObject({ ok: false, trouble: { code: 'unexpected' } });
  });

  test('with an argument that cannot be cloned is a failure too', async () => {
    const { client } = clientOver({ datasets: never });
    const settings = { rules: () => undefined } as never;
    expect(await client.detect(settings, silent)).toMatchObject({
      ok: false,
      trouble: { code: 'unexpected' },
    });
  });
});

describe('a worker that does not start', () => {
  test('because the browser refuses it', async () => {
    const refuse = () => {
      throw new Error('Refused by policy');
    };
    const client = createEngineClient<EngineApi>({ place: 'web', start: refuse });
    expect(await client.datasets()).toMatchObject({ ok: false, trouble: { code: 'engine-not-started' } });
    for (const answer of [client.cacheState(), client.defaultSettings(), client.tableLines(0, 9)])
      expect(await answer).toMatchObject({ ok: false, trouble: { code: 'engine-not-started' } });
    expect(await client.cancel()).toEqual(success(undefined));
  });

  test('because its script is broken', async () => {
    const { client, workers } = clientOver({ attach: never, datasets: never });
    const asked = client.datasets();
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    workers[0]!.tell('error', { message: 'Unexpected token' });
    expect(await asked).toMatchObject({
      trouble: { code: 'engine-not-started', detail: 'Unexpected token' },
    });
    expect(workers[0]!.terminated()).toBe(true);
  });
});

describe('a worker that dies', () => {
  /** Opens dataset "a", which is cached or not, then leaves a report open and takes all life from the worker. */
  async function dieWhileSaving(cached: boolean, second: Partial<EngineApi> = {}) {
    const first: Partial<EngineApi> = { openDataset: async (id) => success(resultOf(id)), saveReport: never };
    const all = clientOver(first, second);
    await all.client.openDataset('a', silent);
    all.workers[0]!.notice({ kind: 'cached', id: cached ? 'a' : null });
    await vi.waitFor(() => expect(all.events).toHaveLength(1));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const report = all.client.saveReport('csv', { query: null }, silent);
    await new Promise((resolve) => setTimeout(resolve, 20));
    all.workers[0]!.hang();
    for (let tick = 0; tick < 20; tick++) await vi.advanceTimersByTimeAsync(2_000);
    return { ...all, report };
  }

  test('is noticed by its silence; the open call says so, and the cached dataset is opened again', async () => {
    const opened: string[] = [];
    const { report, events, workers } = await dieWhileSaving(true, {
      lastCrash: async () => success(null),
      openDataset: async (id) => {
        opened.push(id);
        return success(resultOf(id));
      },
    });
    expect(await report).toMatchObject({ ok: false, trouble: { code: 'engine-silent' } });
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events[1]).toMatchObject({
      kind: 'restarted',
      trouble: { code: 'engine-silent' },
      result: { header: { id: 'a' } },
    });
    expect(opened).toEqual(['a']);
    expect(workers).toHaveLength(2);
  });

  test('with a dataset that was only in memory says that nothing is open', async () => {
    const { events, workers, client } = await dieWhileSaving(false, { findLine: async () => success(5) });
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events[1]).toMatchObject({ kind: 'restarted', result: null });
    expect(workers).toHaveLength(1);
    expect(await client.findLine(0, 0)).toEqual(success(5));
    expect(workers).toHaveLength(2);
  });

  test('while nothing runs is noticed within ten seconds of the next call, not within half a minute', async () => {
    const { client, workers } = clientOver({ findLine: async () => success(1) });
    await client.findLine(0, 0);
    workers[0]!.hang();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const asked = client.findLine(0, 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (let tick = 0; tick < 5; tick++) await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toMatchObject({ ok: false, trouble: { code: 'engine-silent' } });
  });

  test('again while it opens the dataset again is not tried a third time', async () => {
    const { events, workers } = await dieWhileSaving(true, {
      lastCrash: async () => success(null),
      openDataset: never,
    });
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    workers[1]!.hang();
    for (let tick = 0; tick < 20; tick++) await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(1));
    expect(events.at(-1)).toMatchObject({ kind: 'restarted', result: null });
    expect(workers).toHaveLength(2);
  });

  test('is not declared dead while it answers, however long the call takes', async () => {
    const { client, workers } = clientOver({ saveReport: never });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    void client.saveReport('csv', { query: null }, silent);
    for (let tick = 0; tick < 100; tick++) {
      await vi.advanceTimersByTimeAsync(2_000);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(workers[0]!.terminated()).toBe(false);
  });

  test('a stray error after the start is not its end', async () => {
    const { client, workers } = clientOver({ findLine: async () => success(1) });
    await client.findLine(0, 0);
    workers[0]!.tell('error', { message: 'stray' });
    expect(await client.findLine(0, 0)).toEqual(success(1));
    expect(workers).toHaveLength(1);
  });

  test('answers every call alike, and is no promise to whoever awaits the client', async () => {
    const { client, workers } = clientOver({
      datasets: never,
      cacheState: never,
      findLine: never,
      pauseFetch: never,
    });
    const asked = [client.datasets(), client.cacheState(), client.findLine(0, 0), client.pauseFetch()];
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    workers[0]!.tell('messageerror');
    for (const answer of await Promise.all<unknown>(asked))
      expect(answer).toMatchObject({ ok: false, trouble: { code: 'engine-message-lost' } });
    expect(await client).toBe(client);
  });

  test('a message that cannot be read ends it, with a sentence', async () => {
    const { client, workers } = clientOver({ datasets: never });
    const asked = client.datasets();
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    workers[0]!.tell('messageerror');
    expect(await asked).toMatchObject({ trouble: { code: 'engine-message-lost' } });
  });
});

describe('cancel', () => {
  test('is the engine’s own where it answers', async () => {
    let answer: (outcome: typeof CANCELLED) => void = silent;
    const { client, workers } = clientOver({
      importSources: () => new Promise((resolve) => (answer = resolve)),
      cancel: async () => {
        answer(CANCELLED);
        return success(undefined);
      },
    });
    const running = client.importSources([], { origin: 'files', add: false }, silent);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.cancel();
    expect(await running).toEqual(CANCELLED);
    expect(workers[0]!.terminated()).toBe(false);
  });

  /** Opens "a", which is cached or not, then starts an import that never ends. */
  async function importOverOpen(cached: boolean) {
    const all = clientOver(
      { openDataset: async (id) => success(resultOf(id)), importSources: never, cancel: never },
      { openDataset: async (id) => success(resultOf(id)), lastCrash: async () => success(null) },
    );
    await all.client.openDataset('a', silent);
    all.workers[0]!.notice({ kind: 'cached', id: cached ? 'a' : null });
    const running = all.client.importSources([], { origin: 'files', add: false }, silent);
    await vi.waitFor(() => expect(all.events).toHaveLength(1));
    return { ...all, running };
  }

  test('ends a worker that does not answer, and opens again what was open', async () => {
    const { client, running, events } = await importOverOpen(true);
    await client.cancel();
    expect(await running).toEqual(CANCELLED);
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events[1]).toMatchObject({ kind: 'restarted', trouble: null, result: { header: { id: 'a' } } });
  });

  test('rather waits than lose a dataset that is only in memory', async () => {
    const { client, events, workers } = await importOverOpen(false);
    void client.cancel();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(workers[0]!.terminated()).toBe(false);
    expect(events).toHaveLength(1);
  });

  test('returns within half a second where nothing can be lost', async () => {
    const { client, events, workers } = clientOver({ importSources: never, cancel: never });
    const running = client.importSources([], { origin: 'files', add: false }, silent);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.cancel();
    expect(await running).toEqual(CANCELLED);
    expect(workers[0]!.terminated()).toBe(true);
    expect(events).toEqual([{ kind: 'restarted', trouble: null, result: null }]);
  });
});
