import { type Remote, wrap } from 'comlink';
import type { Outcome, Trouble } from '../model/outcome';
import { createHeartbeat } from './heartbeat';
import { couldNotStart, sentUnreadable, wentSilent } from './troubles';
import type { WorkerLike } from './worker-like';

/** Why a worker ended; `null` where the person cancelled and it had to be ended for that. */
export type EndReason = Trouble | null;

type AnyCall = (...args: readonly unknown[]) => Promise<Outcome<unknown>>;

/** One life of the worker, from start to end. */
export interface WorkerLink {
  /** Sends a call and answers with what comes back. Rejects where the worker throws, or an argument cannot be cloned. */
  send(name: string, args: readonly unknown[]): Promise<Outcome<unknown>>;
  /** Opens a call: until `close` the worker is asked for signs of life, and `onEnd` hears of its end. */
  openCall(onEnd: (reason: EndReason) => void): { close(): void };
  /** The worker has answered once: from now on a stray error in it does not count as a failed start. */
  started(): void;
  /** Ends the worker. Open calls hear of it first, then `onEnd`. */
  end(reason: EndReason): void;
}

/** Starts a worker and watches over it. Throws whatever the browser throws where it refuses workers. */
export function linkWorker(start: () => WorkerLike, onEnd: (reason: EndReason) => void): WorkerLink {
  const worker = start();
  const remote = wrap(worker as Parameters<typeof wrap>[0]) as Remote<Record<string, AnyCall>>;
  const calls = new Set<(reason: EndReason) => void>();
  let hasStarted = false;
  let ended: { readonly reason: EndReason } | null = null;

  const send = async (name: string, args: readonly unknown[]) => remote[name]!(...args);
  const end = (reason: EndReason) => {
    if (ended !== null) return;
    ended = { reason };
    heartbeat.stop();
    worker.terminate();
    for (const tell of calls) tell(reason);
    onEnd(reason);
  };
  const heartbeat = createHeartbeat(
    () => send('ping', []),
    () => end(hasStarted ? wentSilent() : couldNotStart('')),
  );
  worker.addEventListener('error', (event) => {
    // After the start an uncaught error need not be the end; the heartbeat finds out while a call is open.
    if (!hasStarted) end(couldNotStart('message' in event ? String(event.message) : ''));
  });
  worker.addEventListener('messageerror', () => end(sentUnreadable()));

  return {
    send,
    end,
    started: () => {
      hasStarted = true;
    },
    openCall: (tell) => {
      if (ended !== null) tell(ended.reason);
      calls.add(tell);
      // A worker that has not answered yet may still be reading its own script.
      if (ended === null) heartbeat.start(hasStarted && calls.size === 1);
      const close = () => {
        calls.delete(tell);
        if (calls.size === 0) heartbeat.stop();
      };
      return { close };
    },
  };
}
