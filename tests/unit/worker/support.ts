import { onTestFinished } from 'vitest';
import { createEngine, type Engine } from '../../../src/app/engine';
import type { Outcome } from '../../../src/model/outcome';
import { openStore, type StoreOptions } from '../../../src/store/store';
import type { EngineNotice, ImportAnswer, OpenResult, Place } from '../../../src/worker/api';
import { locksOf } from '../store/support';

export const silent = () => undefined;

/** An engine that is attached, as in one page; `notices` are what its page hears. */
export async function engineIn(
  place: Place = 'web',
  tab = 'tab',
  options: StoreOptions = {},
): Promise<{ engine: Engine; notices: EngineNotice[] }> {
  const notices: EngineNotice[] = [];
  const engine = createEngine(async (page, events) => {
    const store = await openStore(page, events, { locks: locksOf(new Set()), ...options });
    // What is left in the background would write into the storage of the next test.
    onTestFinished(async () => {
      await Promise.race([engine.idle(), new Promise((resolve) => setTimeout(resolve, 3000))]);
      store.close();
    });
    return store;
  });
  await engine.attach(place, tab, (notice) => notices.push(notice));
  return { engine, notices };
}

/** Assets as a bare JSON list, all with one host name unless they say otherwise. */
export function jsonFile(assets: readonly object[], name = 'assets.json'): { name: string; blob: Blob } {
  return { name, blob: new Blob([JSON.stringify(assets)]) };
}

/** Two that share a name, two that share a MAC, one alone. */
export const FIVE = [
  { assetId: 1, assetName: 'web01', address: '10.0.0.1' },
  { assetId: 2, assetName: 'WEB01', address: '10.0.0.2' },
  {
    assetId: 3,
    assetName: 'db01',
    networkInterfaceListData: { networkInterface: [{ macAddress: '00:11:22:33:44:55' }] },
  },
  {
    assetId: 4,
    assetName: 'db02',
    networkInterfaceListData: { networkInterface: [{ macAddress: '00-11-22-33-44-55' }] },
  },
  { assetId: '9007199254740993', assetName: 'alone' },
];

/** The value of a success; fails the test otherwise. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Not a success: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

export function opened(answer: Outcome<ImportAnswer>): OpenResult {
  const value = must(answer);
  if (value.kind !== 'opened') throw new Error('A mapping was asked for.');
  return value.result;
}

/** A file that never answers, as on a network drive that is gone. */
export function stuckFile(): { name: string; blob: Blob } {
  const blob = Object.assign(new Blob(['[']), {
    stream: () => new ReadableStream({ pull: () => new Promise(() => undefined) }),
    slice: () => stuckFile().blob,
    arrayBuffer: () => new Promise(() => undefined),
  });
  return { name: 'stuck.json', blob };
}
