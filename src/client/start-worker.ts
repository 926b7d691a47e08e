import EngineWorker from '../worker/worker?worker&inline';

/** As much of a `Worker` as the client uses, so that a test can stand one in with a message channel. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  terminate(): void;
}

/**
 * Starts the engine's worker from the script inside the page: a classic worker from a `blob:` address. Only
 * that runs on `file://`, and only a `blob:` worker is bound by the page's CSP. Throws where the browser
 * refuses workers.
 */
export function startWorker(): WorkerLike {
  return new EngineWorker({ name: 'Doublet engine' }) as WorkerLike;
}
