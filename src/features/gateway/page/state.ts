import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { KitCalls, OnProgress } from '../../../client/api';
import type { Outcome } from '../../../model/outcome';
import type { EpochMilliseconds } from '../../../model/units';
import type { Session } from '../../../ui/state/session';
import type { FetchAnswer, GatewayCalls } from '../calls';
import type {
  FetchState,
  GatewayCall,
  GatewayCredentials,
  GatewayEstimate,
  GatewayEvent,
  GatewayQuery,
  ProxyTest,
} from '../types';
import { createCallList } from './call-list';
import { logOutOnLeaving } from './log-out';

/** A wait that the limit or a failed call asks for. */
export interface Waiting {
  readonly until: EpochMilliseconds;
  readonly why: string;
}

export type GatewayStep = 'test' | 'count' | 'fetch';

/** What the page knows of the Gateway. Credentials are in memory only, and never in a signal that is rendered. */
export interface Gateway {
  /** What runs now. */
  readonly step: Accessor<GatewayStep | null>;
  readonly paused: Accessor<boolean>;
  /** The last calls, newest first. */
  readonly calls: Accessor<readonly GatewayCall[]>;
  readonly waiting: Accessor<Waiting | null>;
  readonly notices: Accessor<readonly string[]>;
  readonly fetched: Accessor<{ readonly pages: number; readonly assets: number } | null>;
  readonly verdict: Accessor<ProxyTest | null>;
  readonly estimate: Accessor<GatewayEstimate | null>;
  readonly unfinished: Accessor<readonly FetchState[]>;
  /** Whether this page still holds the user name and password of the last login. */
  readonly holds: Accessor<boolean>;
  /** Grows each time a login succeeded, so that the form can empty its fields. */
  readonly logins: Accessor<number>;
  /** Forgets what an earlier query came to. */
  clearAnswers(): void;
  forget(): void;
  test(query: GatewayQuery): Promise<void>;
  /** Without credentials of their own these use those of the last login. */
  count(query: GatewayQuery, typed: GatewayCredentials | null): Promise<void>;
  fetch(query: GatewayQuery, typed: GatewayCredentials | null): Promise<void>;
  continueFetch(id: string, typed: GatewayCredentials | null): Promise<void>;
  /** Opens what was fetched so far, without any call. */
  openFetched(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  pause(): void;
  resume(): void;
  refresh(): Promise<void>;
}

const LOGIN = 'POST /auth';
const EMPTY: GatewayCredentials = { userName: '', password: '' };

/** The Gateway's state over the engine; `onOpened` is called once a fetch has opened a dataset. */
export function createGateway(
  engine: GatewayCalls & KitCalls,
  session: Session,
  onOpened: () => void,
): Gateway {
  const [step, setStep] = createSignal<GatewayStep | null>(null);
  const [paused, setPaused] = createSignal(false);
  const calls = createCallList();
  const [waiting, setWaiting] = createSignal<Waiting | null>(null);
  const [notices, setNotices] = createSignal<readonly string[]>([]);
  const [fetched, setFetched] = createSignal<{ pages: number; assets: number } | null>(null);
  const [verdict, setVerdict] = createSignal<ProxyTest | null>(null);
  const [estimate, setEstimate] = createSignal<GatewayEstimate | null>(null);
  const [unfinished, setUnfinished] = createSignal<readonly FetchState[]>([]);
  const [holds, setHolds] = createSignal(false);
  const [logins, setLogins] = createSignal(0);
  let held: GatewayCredentials | null = null;
  let using: GatewayCredentials | null = null;
  let sessionAt: string | null = null;

  const onEvent = (event: GatewayEvent) => {
    if (event.kind === 'call') {
      calls.note(event.call);
      if (event.call.status === null) setWaiting(null);
      if (using !== null && event.call.what !== LOGIN) loggedIn();
    } else if (event.kind === 'wait') setWaiting({ until: event.until, why: event.why });
    else if (event.kind === 'progress') setFetched({ pages: event.pages, assets: event.assets });
    else if (event.kind === 'session') sessionAt = event.address;
    else if (event.kind === 'notice') setNotices((before) => [...new Set([...before, event.text])]);
  };
  /** The first call behind the login: it was successful, and the fields may be emptied. */
  const loggedIn = () => {
    held = using;
    using = null;
    setHolds(true);
    setLogins((count) => count + 1);
  };
  const forget = () => {
    held = null;
    using = null;
    setHolds(false);
  };
  const refresh = async () => {
    const listed = await engine.unfinishedFetches();
    if (listed.ok) setUnfinished(listed.value);
  };
  const run = async <T>(
    next: GatewayStep,
    title: string,
    work: (onProgress: OnProgress) => Promise<Outcome<T>>,
  ): Promise<T | null> => {
    if (session.job() !== null) return session.run('gateway', title, work);
    batch(() => {
      setStep(next);
      setPaused(false);
      calls.clear();
      setNotices([]);
      setFetched(null);
    });
    const value = await session.run('gateway', title, work);
    // The answer may come before the event of the call that told of the login.
    if (value !== null && using !== null) loggedIn();
    batch(() => {
      calls.show();
      setStep(null);
      setPaused(false);
      setWaiting(null);
    });
    using = null;
    await refresh();
    return value;
  };
  const credentials = (typed: GatewayCredentials | null) => {
    using = typed;
    return typed ?? held ?? EMPTY;
  };
  const opened = (answer: FetchAnswer | null) => {
    if (answer === null) return;
    session.replace(answer.result);
    void session.refreshDatasets();
    if (answer.trouble === null) forget();
    else session.report(answer.trouble);
    onOpened();
  };
  const leave = () => {
    const own = held ?? using;
    if (sessionAt !== null && own !== null) logOutOnLeaving(sessionAt, own);
  };
  addEventListener('pagehide', leave);
  onCleanup(() => removeEventListener('pagehide', leave));

  return {
    step,
    paused,
    calls: calls.calls,
    waiting,
    notices,
    fetched,
    verdict,
    estimate,
    unfinished,
    holds,
    logins,
    clearAnswers: () => {
      setVerdict(null);
      setEstimate(null);
    },
    forget,
    test: async (query) => {
      setVerdict(null);
      setVerdict(await run('test', 'Testing the proxy', (on) => engine.testProxy(query, on, onEvent)));
    },
    count: async (query, typed) => {
      setEstimate(null);
      const own = credentials(typed);
      setEstimate(await run('count', 'Counting assets', (on) => engine.countAssets(query, own, on, onEvent)));
    },
    fetch: async (query, typed) => {
      const own = credentials(typed);
      const expected = estimate()?.assets ?? null;
      opened(
        await run('fetch', 'Fetching assets', (on) => engine.fetchAssets(query, expected, own, on, onEvent)),
      );
    },
    continueFetch: async (id, typed) => {
      const own = credentials(typed);
      opened(await run('fetch', 'Fetching assets', (on) => engine.continueFetch(id, own, on, onEvent)));
    },
    openFetched: async (id) =>
      opened(await run('fetch', 'Reading the pages', (on) => engine.continueFetch(id, null, on, onEvent))),
    discard: async (id) => {
      const done = await engine.discardFetch(id);
      if (!done.ok && done.trouble !== null) session.report(done.trouble);
      await refresh();
    },
    pause: () => {
      setPaused(true);
      void engine.pauseFetch();
    },
    resume: () => {
      setPaused(false);
      void engine.resumeFetch();
    },
    refresh,
  };
}
