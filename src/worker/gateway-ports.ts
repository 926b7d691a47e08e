import type { GatewayPorts } from '../gateway/call';
import { sleepOnTimers } from '../gateway/control';
import type { GatewayEvent } from '../model/gateway';

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
