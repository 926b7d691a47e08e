import { type Remote, wrap } from 'comlink';
import type { EngineApi } from '../worker/api';
import { createSilenceWatch } from './heartbeat';
import type { WorkerLike } from './start-worker';
import { couldNotStart, sentUnreadable, wentSilent } from './troubles';
import type { EndReason } from './when-gone';

/** One life of the worker, from start to end. */
export interface WorkerLink {
  readonly remote: Remote<EngineApi>;
  /** Opens a call: until `close` the worker is asked for signs of life, and `onGone` hears of its end. */
  openCall(onGone: (reason: EndReason) => void): { close(): void };
  /** The worker has answered once: from now on a stray error in it does not count as a failed start. */
  started(): void;
  /** Ends the worker. Open calls hear of it first, then `onEnd`. */
  end(reason: EndReason): void;
}

/** Starts a worker and watches over it. Throws whatever the browser throws where it refuses workers. */
export function linkWorker(start: () => WorkerLike, onEnd: (reason: EndReason) => void): WorkerLink {
  const worker = start();
  const remote = wrap<EngineApi>(worker as Parameters<typeof wrap>[0]);
  const calls = new Set<(reason: EndReason) => void>();
  let hasStarted = false;
  let ended: { readonly reason: EndReason } | null = null;

  const end = (reason: EndReason) => {
    if (ended !== null) return;
    ended = { reason };
    silence.stop();
    worker.terminate();
    for (const onGone of calls) onGone(reason);
    onEnd(reason);
  };
  const silence = createSilenceWatch(
    () => remote.ping(),
    () => end(hasStarted ? wentSilent() : couldNotStart('')),
  );
  worker.addEventListener('error', (event) => {
    // After the start an uncaught error need not be the end; the silence watch finds out while a call is open.
    if (!hasStarted) end(couldNotStart('message' in event ? String(event.message) : ''));
  });
  worker.addEventListener('messageerror', () => end(sentUnreadable()));

  return {
    remote,
    end,
    started: () => {
      hasStarted = true;
    },
    openCall: (onGone) => {
      if (ended !== null) onGone(ended.reason);
      calls.add(onGone);
      if (ended === null) silence.start();
      const close = () => {
        calls.delete(onGone);
        if (calls.size === 0) silence.stop();
      };
      return { close };
    },
  };
}
