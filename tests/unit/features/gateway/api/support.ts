import type { GatewayPorts } from '../../../../../src/features/gateway/api/call';
import { fetchPages } from '../../../../../src/features/gateway/api/pages';
import { PauseAndAbort } from '../../../../../src/features/gateway/api/pause-and-abort';
import type {
  FetchEnding,
  FetchState,
  GatewayEvent,
  GatewayQuery,
} from '../../../../../src/features/gateway/types';

export const CREDENTIALS = { userName: 'reader', password: 'correct horse' };

export function queryTo(proxy: string): GatewayQuery {
  return {
    platform: { code: 'EU2', region: 'Europe', host: 'gateway.qg2.apps.qualys.eu' },
    proxy,
    filter: { updatedSince: null, tag: '', nameContains: '' },
    pageSize: 300,
  };
}

export function freshState(query: GatewayQuery): FetchState {
  return {
    id: 'f',
    query,
    startedAt: 0,
    savedAt: 0,
    pages: 0,
    assets: 0,
    expected: null,
    cursor: null,
    complete: false,
  };
}

/** Real HTTP, but waits pass at once and are written down. */
export function portsFor(events: GatewayEvent[], waits: number[] = []): GatewayPorts {
  let now = Date.now();
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    now: () => now,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
    onEvent: (event) => events.push(event),
  };
}

export interface Fetched {
  readonly pages: string[];
  readonly kept: FetchState[];
  readonly ending: FetchEnding;
  readonly events: GatewayEvent[];
  readonly waits: number[];
}

/** Runs a whole fetch and collects everything. */
export async function fetchAll(
  state: FetchState,
  options: { control?: PauseAndAbort; credentials?: typeof CREDENTIALS } = {},
): Promise<Fetched> {
  const events: GatewayEvent[] = [];
  const waits: number[] = [];
  const pages: string[] = [];
  const kept: FetchState[] = [];
  const keep = async (_bytes: Uint8Array, next: FetchState) => void kept.push(next);
  const run = fetchPages(
    state,
    options.credentials ?? CREDENTIALS,
    portsFor(events, waits),
    options.control ?? new PauseAndAbort(),
    keep,
  );
  for (;;) {
    const step = await run.next();
    if (step.done) return { pages, kept, ending: step.value, events, waits };
    pages.push(new TextDecoder().decode(step.value));
  }
}
