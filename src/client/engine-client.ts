import type { Trouble } from '../model/outcome';
import type { EngineApi, EngineNotice, OpenResult, Place } from '../worker/api';
import { answerOrThrow, callEngine, WorkerGoneError } from './call';
import { openedResult, trackOpenDataset } from './open-dataset';
import { engineScript, startWorker, type WorkerLike } from './start-worker';
import { couldNotStart } from './troubles';
import { ENGINE_METHODS, type EndReason } from './when-gone';
import { linkWorker, type WorkerLink } from './worker-link';

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

/**
 * The engine as the page sees it: every method of `EngineApi` with plain callbacks. No call stays without an
 * answer and none rejects, except `defaultSettings` where no worker can be started at all (with a sentence).
 * The worker starts with the first call.
 */
export interface EngineClient extends EngineApi {
  /** Names this page in what the engine notes of its steps. */
  readonly tab: string;
  /** Adds a listener; the answer takes it away. */
  listen(listener: (event: ClientEvent) => void): () => void;
}

/** What a test replaces. */
export interface ClientOptions {
  readonly start?: () => WorkerLike;
  readonly place?: Place;
}

/** See `EngineClient`. One for each page. */
export function createEngineClient(options: ClientOptions = {}): EngineClient {
  const keeper = keepWorker(options.start ?? startWorker, options.place ?? placeOfPage());
  const client: Record<string, unknown> = {};
  for (const method of ENGINE_METHODS)
    client[method] = (...args: unknown[]) => keeper.call(method, args as never);
  return Object.assign(client, {
    tab: keeper.tab,
    cancel: keeper.cancel,
    listen: keeper.listen,
  }) as unknown as EngineClient;
}

function placeOfPage(): Place {
  return globalThis.location?.protocol === 'file:' ? 'disk' : 'web';
}

function keepWorker(start: () => WorkerLike, place: Place) {
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
    void callEngine(fresh, 'attach', [place, tab, tell, engineScript]).then(fresh.started);
    return fresh;
  };
  /** After the end of a worker: open again in a new one what was open, and tell the page. */
  const recover = async (reason: EndReason) => {
    const id = dataset.survivor();
    dataset.forget();
    tell({ kind: 'restarted', trouble: reason, result: id === null ? null : await reopen(id) });
  };
  const reopen = async (id: string): Promise<OpenResult | null> => {
    try {
      const fresh = connect();
      // The page hears of this end as a restart; what the engine noted of it must not come back as a crash.
      await callEngine(fresh, 'lastCrash', []);
      const answer = await callEngine(fresh, 'openDataset', [id, () => undefined]);
      dataset.answered('openDataset', answer);
      return openedResult(answer);
    } catch {
      return null;
    }
  };
  const callOnce = async <M extends keyof EngineApi>(method: M, args: Parameters<EngineApi[M]>) => {
    let current: WorkerLink;
    try {
      current = connect();
    } catch (error) {
      return answerOrThrow(method, couldNotStart(String(error)));
    }
    const answer = await callEngine(current, method, args);
    dataset.answered(method, answer);
    return answer;
  };
  const call = async <M extends keyof EngineApi>(method: M, args: Parameters<EngineApi[M]>) => {
    await reopening;
    try {
      return await callOnce(method, args);
    } catch (error) {
      if (!(error instanceof WorkerGoneError)) throw error;
      return callOnce(method, args);
    }
  };
  const cancel = async (): Promise<void> => {
    const current = link;
    if (current === null) return;
    const answered = callEngine(current, 'cancel', []).then(() => true);
    if (await Promise.race([answered, afterCancelTime()])) return;
    // Ending the worker would lose a dataset that is only in memory: rather wait for the engine then.
    if (dataset.survives()) current.end(null);
    await answered;
  };
  const listen = (listener: (event: ClientEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { tab, call, cancel, listen };
}

function afterCancelTime(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), CANCEL_MS));
}
