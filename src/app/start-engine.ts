import { createEngineClient, type EngineClient } from '../client/engine-client';
import type { WorkerLike } from '../client/worker-like';
import { threadAddress } from '../model/thread-address';
import type { EngineApi } from './engine-api';
import * as worker from './engine-worker?worker&inline';

/**
 * The engine in its worker, whose script is inside the page: a classic worker from a `blob:` address. Only that runs
 * on `file://`, and only a `blob:` worker is bound by the page's CSP.
 */
export function startEngine(): EngineClient<EngineApi> {
  // Absent in the development server; the build adds it to what Vite exports (src/build/worker-script.ts).
  const script = (worker as { readonly script?: Blob }).script ?? null;
  const name = 'Doublet engine';
  return createEngineClient<EngineApi>({
    start: () =>
      (script === null
        ? new worker.default({ name })
        : new Worker(threadAddress(script), { name })) as WorkerLike,
    script,
  });
}
