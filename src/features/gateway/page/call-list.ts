import { type Accessor, createSignal } from 'solid-js';
import type { GatewayCall } from '../types';

/** Calls that the page lists; all are counted. */
const MOST_CALLS = 100;
/** How long what was told may wait to be shown. Laid out with each of fifty calls a second, the list left 70 MB of garbage. */
const SHOWN_WITHIN_MS = 500;

/** The calls to the Gateway as the page lists them: the last ones, newest first. */
export interface CallList {
  readonly calls: Accessor<readonly GatewayCall[]>;
  /** Takes a call in: it is told of when it starts and when it ends. Shown a little later, several at a time. */
  note(call: GatewayCall): void;
  /** Shows what waits to be shown. */
  show(): void;
  clear(): void;
}

/** See `CallList`. */
export function createCallList(): CallList {
  const [calls, setCalls] = createSignal<readonly GatewayCall[]>([]);
  let latest: readonly GatewayCall[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const show = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    setCalls(latest);
  };
  return {
    calls,
    note: (call) => {
      latest = [call, ...latest.filter(({ number }) => number !== call.number)].slice(0, MOST_CALLS);
      timer ??= setTimeout(show, SHOWN_WITHIN_MS);
    },
    show,
    clear: () => {
      latest = [];
      show();
    },
  };
}
