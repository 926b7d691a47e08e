import * as engine from '../app/engine-worker?worker&inline';

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
  return new engine.default({ name: 'Doublet engine' }) as WorkerLike;
}

/**
 * The engine's script, of which it starts more threads to read large files; `null` in the development server,
 * which has no such script. The build adds it to what Vite exports (src/build/worker-script.ts).
 */
export const engineScript: Blob | null = (engine as { readonly script?: Blob }).script ?? null;
