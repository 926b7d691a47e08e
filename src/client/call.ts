import { proxy } from 'comlink';
import type { EngineApi } from '../worker/api';
import { unexpected } from './troubles';
import { type EndReason, WHEN_GONE } from './when-gone';
import type { WorkerLink } from './worker-link';

type Method = keyof EngineApi;

/** The worker went while a call was open that has no answer for that. */
export class WorkerGoneError extends Error {
  override readonly name = 'WorkerGoneError';
}

/**
 * Calls the engine. Where its worker goes meanwhile, or an exception comes back, the answer says so. Rejects
 * with `WorkerGoneError` only for a method that has no such answer.
 */
export async function callEngine<M extends Method>(
  link: WorkerLink,
  method: M,
  args: Parameters<EngineApi[M]>,
): Promise<Awaited<ReturnType<EngineApi[M]>>> {
  const callbacks = wrapCallbacks(args, method === 'attach');
  let close: () => void = () => undefined;
  const gone = new Promise<unknown>((resolve, reject) => {
    close = link.openCall((reason) => answerGone(method, reason, resolve, reject)).close;
  });
  try {
    const remote = link.remote[method] as unknown as (...args: unknown[]) => Promise<unknown>;
    return (await Promise.race([remote(...callbacks.args), gone])) as Awaited<ReturnType<EngineApi[M]>>;
  } catch (error) {
    if (error instanceof WorkerGoneError) throw error;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return answerOrThrow(method, unexpected(detail)) as Awaited<ReturnType<EngineApi[M]>>;
  } finally {
    close();
    callbacks.close();
  }
}

/** What the method answers when there is no worker, or no good answer. */
export function answerOrThrow(method: Method, reason: EndReason): unknown {
  const answer = WHEN_GONE[method];
  if (answer === null) throw new WorkerGoneError(reason?.what ?? 'The engine was started again.');
  return answer(reason);
}

function answerGone(
  method: Method,
  reason: EndReason,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): void {
  try {
    resolve(answerOrThrow(method, reason));
  } catch (error) {
    reject(error);
  }
}

/**
 * Comlink cannot clone a function: each becomes a proxy, which the engine releases when its step is over. One
 * that comes late, after the answer, is dropped, so that no progress appears beside a finished result.
 */
function wrapCallbacks(args: readonly unknown[], keep: boolean): { args: unknown[]; close: () => void } {
  let closed = false;
  const wrap = (callback: (...values: unknown[]) => void) =>
    proxy((...values: unknown[]) => {
      if (!closed || keep) callback(...values);
    });
  return {
    args: args.map((arg) => (typeof arg === 'function' ? wrap(arg as (...values: unknown[]) => void) : arg)),
    close: () => {
      closed = true;
    },
  };
}
