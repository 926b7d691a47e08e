import { type Outcome, TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import type { OnProgress } from '../../../worker/api';
import type { EngineKit } from '../../../worker/kit';
import { outcomeOf } from '../../../worker/outcomes';
import { releaseCallback } from '../../../worker/release-callback';
import { CallError } from '../api/call-error';
import { countAssets } from '../api/count';
import { PauseAndAbort } from '../api/pause-and-abort';
import { PLATFORMS } from '../api/platforms';
import { testProxy } from '../api/proxy-test';
import { pageSize } from '../api/query';
import type { FetchAnswer, GatewayCalls, OnGatewayEvent } from '../calls';
import type { FetchState, GatewayCredentials, GatewayQuery } from '../types';
import { runFetch } from './fetch';
import { createKeptPages } from './kept-pages';
import { gatewayPorts } from './ports';
import { checkCredentials, checkQuery } from './query';

/** The Gateway's part of the engine, and the user name for the file names of reports. */
export interface GatewayEngine {
  readonly calls: GatewayCalls;
  /**
   * Who fetched the dataset, "" once the page was reloaded: the name is never stored, yet belongs into the
   * names of report files (contract).
   */
  userNameOf(dataset: string): string;
}

/** See `GatewayEngine`. */
export function createGateway({ session, jobs, cache, background }: EngineKit): GatewayEngine {
  const kept = createKeptPages(cache);
  const userNames = new Map<string, string>();
  let running: PauseAndAbort | null = null;

  /** A step that calls the Gateway; cancelling it aborts the call under way, and logs out. */
  const step = async <T>(
    doing: string,
    onProgress: OnProgress,
    onEvent: OnGatewayEvent,
    work: (watch: Watch, own: PauseAndAbort) => Promise<T>,
  ): Promise<Outcome<T>> => {
    const own = new PauseAndAbort();
    const run = async (watch: Watch) => {
      running = own;
      try {
        return await work(watch, own);
      } catch (error) {
        throw error instanceof CallError ? new TroubleError(error.trouble) : error;
      } finally {
        if (running === own) running = null;
        releaseCallback(onEvent);
      }
    };
    return jobs.run('result', doing, onProgress, run, () => own.cancel());
  };

  const fetchFrom = (
    find: () => Promise<FetchState>,
    credentials: GatewayCredentials | null,
    onProgress: OnProgress,
    onEvent: OnGatewayEvent,
  ): Promise<Outcome<FetchAnswer>> =>
    step('Fetching assets', onProgress, onEvent, async (watch, own) => {
      if (credentials !== null) checkCredentials(credentials);
      const state = await find();
      const { complete, ...answer } = await runFetch(
        { state, credentials, pausing: own, onEvent },
        kept,
        session,
        watch,
      );
      if (credentials !== null) userNames.set(state.id, credentials.userName);
      if (complete) void forgetOnceKept(state.id);
      return answer;
    });

  /** The pages go only when the dataset made of them is whole in IndexedDB, or when nothing is kept at all. */
  const forgetOnceKept = async (id: string) => {
    await background.idle();
    const store = await cache.store();
    const there = (await store?.header(id).catch(() => null)) ?? null;
    if (there !== null || !(await cache.isOn())) await kept.remove(id).catch(() => undefined);
  };

  const calls: GatewayCalls = {
    gatewayPlatforms: () => outcomeOf('Listing the platforms', () => PLATFORMS),
    testProxy: (query, onProgress, onEvent) =>
      step('Testing the proxy', onProgress, onEvent, (_watch, own) =>
        testProxy(checkQuery(query), gatewayPorts(onEvent), own.signal),
      ),
    countAssets: (query, credentials, onProgress, onEvent) =>
      step('Counting assets', onProgress, onEvent, (_watch, own) =>
        countAssets(checkQuery(query), checkCredentials(credentials), gatewayPorts(onEvent), own),
      ),
    fetchAssets: (query, expected, credentials, onProgress, onEvent) =>
      fetchFrom(async () => freshState(checkQuery(query), expected), credentials, onProgress, onEvent),
    pauseFetch: () => outcomeOf('Pausing the fetch', () => running?.pause()),
    resumeFetch: () => outcomeOf('Going on with the fetch', () => running?.continue()),
    unfinishedFetches: () =>
      outcomeOf('Listing the fetches', async () => {
        // What is open and whole is about to be kept, and its pages to go.
        const openId = session.opened()?.dataset.header.id;
        return (await kept.list()).filter(({ id, complete }) => !complete || id !== openId);
      }),
    continueFetch: (id, credentials, onProgress, onEvent) =>
      fetchFrom(() => kept.find(id), credentials, onProgress, onEvent),
    discardFetch: (id) => outcomeOf('Discarding the fetch', () => kept.remove(id)),
  };
  return { calls, userNameOf: (dataset) => userNames.get(dataset) ?? '' };
}

function freshState(query: GatewayQuery, expected: number | null): FetchState {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  return {
    id: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    query: { ...query, pageSize: pageSize(query) },
    startedAt: now,
    savedAt: now,
    pages: 0,
    assets: 0,
    expected,
    cursor: null,
    complete: false,
    countFirst: true,
  };
}
