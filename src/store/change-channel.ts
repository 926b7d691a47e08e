import { DATABASE_NAME } from './schema';

/** Tells other tabs that something changed, and hears it from them. */
export interface ChangeChannel {
  tell(): void;
  close(): void;
}

/** A channel for changes of one thing: `datasets` is the list of datasets. */
export function createChangeChannel(onChange: () => void, of = 'datasets'): ChangeChannel {
  // Absent only in browsers that are too old for the rest as well; the list is read anew on each visit anyway.
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${DATABASE_NAME}-${of}`);
  channel?.addEventListener('message', onChange);
  let closed = false;
  return {
    // What was written is written, also where the store was closed before others could be told.
    tell: () => {
      if (!closed) channel?.postMessage('changed');
    },
    close: () => {
      closed = true;
      channel?.close();
    },
  };
}
