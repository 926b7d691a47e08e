import { CancelledError } from '../model/outcome';
import type { Progress, Watch } from '../model/progress';

/** Progress goes to the page at most so often; a new phase always does. */
const REPORT_MS = 100;

/** A watch over one step: tells `onProgress` now and then, and stops the step once `isCancelled`. */
export function createWatch(isCancelled: () => boolean, onProgress?: (progress: Progress) => unknown): Watch {
  let phase = '';
  let told = Number.NEGATIVE_INFINITY;
  return {
    report: (progress) => {
      if (isCancelled()) return;
      const now = performance.now();
      const last = progress.total > 0 && progress.done >= progress.total;
      if (progress.phase === phase && now - told < REPORT_MS && !last) return;
      phase = progress.phase;
      told = now;
      onProgress?.(progress);
    },
    pause: async () => {
      if (isCancelled()) throw new CancelledError();
      await nextTask();
      if (isCancelled()) throw new CancelledError();
    },
  };
}

/**
 * Lets the messages that wait be read. A message to oneself, since `setTimeout` waits 4 ms once it is nested;
 * Node's `setImmediate`, since an open channel would keep Node running.
 */
const nextTask: () => Promise<void> = makeNextTask();

function makeNextTask(): () => Promise<void> {
  const immediate = (globalThis as { setImmediate?: (callback: () => void) => void }).setImmediate;
  if (immediate !== undefined) return () => new Promise((resolve) => immediate(resolve));
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
