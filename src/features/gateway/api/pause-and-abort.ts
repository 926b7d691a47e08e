import { CancelledError } from '../../../model/outcome';

/** What the person can do to a running fetch: pause it, let it continue, cancel it. */
export class PauseAndAbort {
  readonly #cancel = new AbortController();
  #resume: (() => void) | null = null;
  #paused: Promise<void> | null = null;

  get signal(): AbortSignal {
    return this.#cancel.signal;
  }

  get paused(): boolean {
    return this.#paused !== null;
  }

  /** No new call is made until `continue`; the one under way is let finish. */
  pause(): void {
    if (this.#paused) return;
    this.#paused = new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  continue(): void {
    this.#resume?.();
    this.#resume = null;
    this.#paused = null;
  }

  cancel(): void {
    this.#cancel.abort();
    this.continue();
  }

  /** Waits while paused. @throws CancelledError once cancelled */
  async gate(): Promise<void> {
    while (this.#paused) await this.#paused;
    if (this.signal.aborted) throw new CancelledError();
  }
}

/** A `sleep` on timers, for everything but tests. */
export function sleepOnTimers(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new CancelledError());
    const stop = () => {
      clearTimeout(timer);
      reject(new CancelledError());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
