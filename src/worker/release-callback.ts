import { releaseProxy } from 'comlink';

/**
 * Gives back a callback that came from the page, so that its message port can be collected. A plain function,
 * as in Node, has nothing to give back.
 */
export function releaseCallback(callback: unknown): void {
  const release = (callback as { [releaseProxy]?: () => void })[releaseProxy];
  release?.();
}
