import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportAnswer, OpenResult } from '../../../src/client/api';
import type { Outcome, Trouble } from '../../../src/model/outcome';
import { createSession, type SessionEngine } from '../../../src/ui/state/session';
import { fakeStorage } from './fake-storage';

const TROUBLE: Trouble = { code: 'not-json', what: 'It is no JSON.', remedy: 'Export it again.' };
const opened = (id: string) => ({ header: { id, name: `${id}.json` }, revision: 1 }) as unknown as OpenResult;
const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
const source = { name: 'a.json', blob: new Blob(['[]']) };

/** An engine that answers at once; what a test needs otherwise it puts in. */
function sessionWith(own: Partial<SessionEngine> = {}) {
  const listed: string[] = [];
  const engine = {
    datasets: async () => ok(listed.map((id) => ({ header: { id } }))),
    cacheState: async () => ok({ mode: 'on', reason: null }),
    importSources: async () => ok({ kind: 'opened', result: opened('a') } as ImportAnswer),
    openDataset: async (id: string) => ok(opened(id)),
    closeDataset: async () => ok(undefined),
    detect: async () => ok(opened('a')),
    deleteDataset: async (id: string) => {
      listed.splice(listed.indexOf(id), 1);
      return ok(undefined);
    },
    deleteAllData: async () => {
      listed.length = 0;
      return ok(undefined);
    },
    renameDataset: async () => ok(undefined),
    cancel: async () => undefined,
    ...own,
  } as unknown as SessionEngine;
  return { listed, session: createRoot(() => createSession(engine)) };
}

beforeEach(() => {
  fakeStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the session', () => {
  it('opens what was imported, and is busy meanwhile', async () => {
    const { session } = sessionWith();
    const done = session.importSources([source], 'files', false);
    expect([session.state(), session.job()?.title]).toEqual(['busy', 'Reading a.json']);
    expect(await done).toBe(true);
    expect([session.state(), session.result()?.header.id]).toEqual(['ready', 'a']);
    expect([session.hasSources('a'), session.hasSources('b')]).toEqual([true, false]);
  });

  it('refuses a second step while one runs, and says so', async () => {
    const { session } = sessionWith();
    const first = session.open('a');
    expect(await session.open('b')).toBe(false);
    expect(session.troubles().map(({ code }) => code)).toEqual(['busy']);
    expect(await first).toBe(true);
    expect(session.result()?.header.id).toBe('a');
  });

  it('keeps what is open when an import fails, and shows the trouble until it is dismissed', async () => {
    const { session } = sessionWith({ importSources: async () => ({ ok: false, trouble: TROUBLE }) });
    await session.open('a');
    expect(await session.importSources([source], 'files', false)).toBe(false);
    expect([session.state(), session.result()?.header.id, session.troubles()]).toEqual([
      'error',
      'a',
      [TROUBLE],
    ]);
    session.dismiss(session.troubles()[0]!);
    expect(session.state()).toBe('ready');
  });

  it('shows nothing for what the person cancelled', async () => {
    const { session } = sessionWith({
      importSources: async () => ({ ok: false, trouble: null, cancelled: true }),
    });
    const done = session.importSources([source], 'files', false);
    session.cancel();
    expect(session.cancelling()).toBe(true);
    expect(await done).toBe(false);
    expect([session.state(), session.troubles(), session.cancelling()]).toEqual(['idle', [], true]);
    await session.open('a');
    expect(session.cancelling()).toBe(false);
  });

  it('lists the last five troubles, the newest first', () => {
    const { session } = sessionWith();
    for (let number = 1; number <= 7; number++) session.report({ ...TROUBLE, what: `Trouble ${number}.` });
    expect(session.troubles().map(({ what }) => what.slice(8, 9))).toEqual(['7', '6', '5', '4', '3']);
  });

  it('waits for a look at the columns, and reads them as they were confirmed', async () => {
    const asked: unknown[] = [];
    const request = { file: 'a.csv', signature: 's', headers: ['Name'], suggested: [null], preview: [] };
    const { session } = sessionWith({
      importSources: async (_sources, options) => {
        asked.push(options.mappings);
        const answer =
          asked.length === 1 ? { kind: 'mapping', request } : { kind: 'opened', result: opened('a') };
        return ok(answer as ImportAnswer);
      },
    });
    expect(await session.importSources([source], 'files', false)).toBe(false);
    expect(session.mapping()?.request.file).toBe('a.csv');
    expect(await session.confirmMapping(['assetName'])).toBe(true);
    expect([session.mapping(), asked]).toEqual([null, [{}, { s: ['assetName'] }]]);
  });

  it('knows that what is open is in memory only once its stored copy was deleted', async () => {
    const { session, listed } = sessionWith();
    listed.push('a', 'b');
    await session.open('a');
    await session.refreshDatasets();
    await session.remove('b');
    expect(session.memoryOnly()).toBeNull();
    await session.remove('a');
    expect([session.memoryOnly(), session.result()?.header.id]).toEqual(['a', 'a']);
    listed.push('a');
    await session.refreshDatasets();
    expect(session.memoryOnly()).toBeNull();
  });

  it('is idle again once it was closed', async () => {
    const { session } = sessionWith();
    await session.open('a');
    await session.close();
    expect([session.state(), session.result()]).toEqual(['idle', null]);
  });
});
