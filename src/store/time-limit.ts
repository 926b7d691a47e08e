/** Time limits in milliseconds; a test has shorter ones. */
export interface Limits {
  readonly open?: number;
  readonly step?: number;
}

/**
 * The answer of `step`, or what `onLate` makes of it if there is none after `limit` milliseconds. In two halves: when a
 * machine wakes up, the first is over at once, and the answer that waits still has the second.
 */
export function within<T>(step: Promise<T>, limit: number, onLate: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => {
      timer = setTimeout(() => reject(onLate()), limit / 2);
    }, limit / 2);
    step.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
