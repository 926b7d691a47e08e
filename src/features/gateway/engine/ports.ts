import type { GatewayPorts } from '../api/call';
import { sleepOnTimers } from '../api/pause-and-abort';
import type { GatewayEvent } from '../types';

/** The world as the Gateway's code sees it from the worker. */
export function gatewayPorts(onEvent: (event: GatewayEvent) => void): GatewayPorts {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    now: Date.now,
    sleep: sleepOnTimers,
    random: Math.random,
    onEvent,
  };
}
