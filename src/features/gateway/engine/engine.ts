import { type Outcome, TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import type { OnProgress } from '../../../worker/api';
import type { Background } from '../../../worker/background';
import type { Keeper } from '../../../worker/dataset-cache';
import type { Jobs } from '../../../worker/jobs';
import { outcomeOf } from '../../../worker/outcomes';
import { released } from '../../../worker/release-callback';
import type { Session } from '../../../worker/session';
import { CallError } from '../api/call-error';
import { countAssets } from '../api/count';
import { PauseAndAbort } from '../api/pause-and-abort';
import { PLATFORMS } from '../api/platforms';
import { testProxy } from '../api/proxy-test';
import { pageSize } from '../api/query';
import type { FetchState, GatewayCredentials, GatewayQuery } from '../types';
import type { FetchAnswer, GatewayApi, OnGatewayEvent } from './calls';
import { runFetch } from './fetch';
import { createKeptPages } from './kept-pages';
import { gatewayPorts } from './ports';
import { checkCredentials, checkQuery } from './query';

/** The Gateway's part of the engine, and the user name for the file names of reports. */
export interface GatewayEngine extends GatewayApi {
  /**
   * Who fetched the dataset, "" once the page was reloaded: the name is never stored, yet belongs into the
   * names of report files (contract).
   */
  userNameOf(dataset: string): string;
}

/** See `GatewayEngine`. */
export function createGateway(
  session: Session,
  jobs: Jobs,
  keeper: Keeper,
  background: Background,
): GatewayEngine {
  const kept = createKeptPages(keeper);
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
        released(onEvent);
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
      background.begin(session.must(), 'nothing');
      if (complete) void forgetOnceKept(state.id);
      return answer;
    });

  /** The pages go only when the dataset made of them is whole in IndexedDB, or when nothing is kept at all. */
  const forgetOnceKept = async (id: string) => {
    await background.idle();
    const store = await keeper.store();
    const there = (await store?.header(id).catch(() => null)) ?? null;
    if (there !== null || !(await keeper.isOn())) await kept.remove(id).catch(() => undefined);
  };

  return {
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
    resumeFetch: () => outcomeOf('Continuing the fetch', () => running?.continue()),
    unfinishedFetches: () =>
      outcomeOf('Listing the fetches', async () => {
        // What is open and whole is about to be kept, and its pages to go.
        const openId = session.opened()?.dataset.header.id;
        return (await kept.list()).filter(({ id, complete }) => !complete || id !== openId);
      }),
    continueFetch: (id, credentials, onProgress, onEvent) =>
      fetchFrom(() => kept.find(id), credentials, onProgress, onEvent),
    discardFetch: (id) => outcomeOf('Discarding the fetch', () => kept.remove(id)),
    userNameOf: (dataset) => userNames.get(dataset) ?? '',
  };
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
