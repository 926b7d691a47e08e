import { proxy } from 'comlink';
import { CANCELLED, failure, type Outcome } from '../model/outcome';
import { unexpected } from './troubles';
import type { EndReason, WorkerLink } from './worker-link';

/** How a call differs from others. */
export interface CallOptions {
  /** Its callbacks are called as long as the worker lives, not only until the answer. */
  readonly lasting?: boolean;
}

/**
 * Calls the engine by the name of the call. Never rejects: where the worker goes meanwhile, or an exception comes
 * back, the outcome says so.
 */
export async function callEngine(
  link: WorkerLink,
  name: string,
  args: readonly unknown[],
  { lasting = false }: CallOptions = {},
): Promise<Outcome<unknown>> {
  const callbacks = wrapCallbacks(args, lasting);
  let close: () => void = () => undefined;
  const gone = new Promise<Outcome<never>>((resolve) => {
    close = link.openCall((reason) => resolve(lost(reason))).close;
  });
  try {
    return await Promise.race([link.send(name, callbacks.args), gone]);
  } catch (error) {
    return failure(unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  } finally {
    close();
    callbacks.close();
  }
}

/** The answer of every call whose worker is gone. */
export function lost(reason: EndReason): Outcome<never> {
  return reason === null ? CANCELLED : failure(reason);
}

/**
 * Comlink cannot clone a function: each becomes a proxy, which the engine releases when its step is over. One
 * that comes late, after the answer, is dropped, so that no progress appears beside a finished result.
 */
function wrapCallbacks(args: readonly unknown[], lasting: boolean): { args: unknown[]; close: () => void } {
  let closed = false;
  const wrap = (callback: (...values: unknown[]) => void) =>
    proxy((...values: unknown[]) => {
      if (!closed || lasting) callback(...values);
    });
  return {
    args: args.map((arg) => (typeof arg === 'function' ? wrap(arg as (...values: unknown[]) => void) : arg)),
    close: () => {
      closed = true;
    },
  };
}
