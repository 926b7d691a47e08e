import { DATABASE_NAME } from './schema';

/** Tells other tabs that the list of datasets changed, and hears it from them. */
export function createChangeChannel(onChange: () => void): { tell(): void; close(): void } {
  // Absent only in browsers that are too old for the rest as well; the list is read anew on each visit anyway.
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${DATABASE_NAME}-datasets`);
  channel?.addEventListener('message', onChange);
  return {
    tell: () => channel?.postMessage('changed'),
    close: () => channel?.close(),
  };
}
