import type { Outcome, Trouble } from '../model/outcome';
import type { Calls, EngineNotice, KitCalls, OpenResult, Place } from '../worker/api';
import { callEngine, lost } from './call';
import { openedResult, trackOpenDataset } from './open-dataset';
import { couldNotStart } from './troubles';
import type { WorkerLike } from './worker-like';
import { type EndReason, linkWorker, type WorkerLink } from './worker-link';

/** How long the engine may take over a cancel before its worker is ended instead. */
const CANCEL_MS = 400;

/** What the page hears without having asked. */
export type ClientEvent =
  | EngineNotice
  /**
   * The worker was ended and started again. `trouble` says why (`null`: it would not stop otherwise when the
   * person cancelled), `result` is the dataset that was open, if it could be opened again from the cache.
   */
  | { readonly kind: 'restarted'; readonly trouble: Trouble | null; readonly result: OpenResult | null };

/** What the client adds to the engine's calls. */
export interface ClientParts {
  /** Names this page in what the engine notes of its steps. */
  readonly tab: string;
  /** Adds a listener; the answer takes it away. */
  listen(listener: (event: ClientEvent) => void): () => void;
}

/**
 * The engine as the page sees it: every call of `Api`, with plain functions as callbacks. None stays without an
 * answer and none rejects: a worker that is lost, or cannot be started, is a failure with its sentence. The worker
 * starts with the first call.
 */
export type EngineClient<Api> = Api & ClientParts;

/** What the app gives the client; a test gives it a worker of its own. */
export interface ClientOptions {
  /** Starts the engine's worker. May throw where the browser refuses workers. */
  readonly start: () => WorkerLike;
  /** The worker's own script, of which it starts more threads; `null` where there is none. */
  readonly script?: Blob | null;
  readonly place?: Place;
}

/**
 * See `EngineClient`. One for each page. `Api` must hold nothing but calls that answer with an `Outcome`, so that
 * the client need not know their names: it passes on whatever is called.
 */
export function createEngineClient<Api extends KitCalls & Calls<Api>>(
  options: ClientOptions,
): EngineClient<Api> {
  const { tab, call, cancel, listen } = keepWorker(options);
  const own: Record<string, unknown> = { tab, cancel, listen };
  return new Proxy(own, {
    get: (known, name) => {
      // Whoever awaits the client asks whether it is a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      known[name] ??= (...args: unknown[]) => call(name, args);
      return known[name];
    },
  }) as EngineClient<Api>;
}

function placeOfPage(): Place {
  return globalThis.location?.protocol === 'file:' ? 'disk' : 'web';
}

function keepWorker({ start, script = null, place = placeOfPage() }: ClientOptions) {
  const tab = String(Math.random()).slice(2);
  const listeners = new Set<(event: ClientEvent) => void>();
  const dataset = trackOpenDataset();
  let link: WorkerLink | null = null;
  let reopening: Promise<unknown> = Promise.resolve();

  const tell = (event: ClientEvent) => {
    if (event.kind === 'cached') dataset.cached(event.id);
    for (const listener of listeners) listener(event);
  };
  const connect = (): WorkerLink => {
    if (link !== null) return link;
    const fresh = linkWorker(start, (reason) => {
      link = null;
      reopening = recover(reason);
    });
    link = fresh;
    void callEngine(fresh, 'attach', [place, tab, tell, script], { lasting: true }).then(fresh.started);
    return fresh;
  };
  const callNow = async (name: string, args: readonly unknown[]): Promise<Outcome<unknown>> => {
    let current: WorkerLink;
    try {
      current = connect();
    } catch (error) {
      return lost(couldNotStart(String(error)));
    }
    const answer = await callEngine(current, name, args);
    dataset.answered(name, answer);
    return answer;
  };
  /** After the end of a worker: open again in a new one what was open, and tell the page. */
  const recover = async (reason: EndReason) => {
    const id = dataset.survivor();
    dataset.forget();
    tell({ kind: 'restarted', trouble: reason, result: id === null ? null : await reopen(id) });
  };
  const reopen = async (id: string): Promise<OpenResult | null> => {
    // The page hears of this end as a restart; what the engine noted of it must not come back as a crash.
    await callNow('lastCrash', []);
    return openedResult(await callNow('openDataset', [id, () => undefined]));
  };
  const call = async (name: string, args: readonly unknown[]) => {
    await reopening;
    return callNow(name, args);
  };
  const cancel = async (): Promise<Outcome<void>> => {
    const current = link;
    if (current === null) return DONE;
    const answered = callEngine(current, 'cancel', []).then(() => true);
    if (await Promise.race([answered, afterCancelTime()])) return DONE;
    // Ending the worker would lose a dataset that is only in memory: rather wait for the engine then.
    if (dataset.survives()) current.end(null);
    await answered;
    return DONE;
  };
  const listen = (listener: (event: ClientEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { tab, call, cancel, listen };
}

const DONE: Outcome<void> = { ok: true, value: undefined };

function afterCancelTime(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), CANCEL_MS));
}
