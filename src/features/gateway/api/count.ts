import type { GatewayCredentials, GatewayEstimate, GatewayQuery } from '../types';
import type { GatewayAnswer, GatewayPorts } from './call';
import { CALL_ERRORS, CallError } from './call-error';
import { COMMON_LIMIT, type LimitHeaders } from './limits';
import type { PauseAndAbort } from './pause-and-abort';
import { countQuery, filterBody, filterLabels, pageSize } from './query';
import { refusalOf } from './refusal';
import { RetryingClient } from './retrying-client';

/** A count is a few dozen bytes; more is no count. */
const MOST_COUNT_BYTES = 64 * 1024;

/**
 * Logs in, counts the assets that the filter takes, logs out, and estimates what fetching them costs.
 * @throws CallError, CancelledError
 */
export async function countAssets(
  query: GatewayQuery,
  credentials: GatewayCredentials,
  ports: GatewayPorts,
  pausing: PauseAndAbort,
): Promise<GatewayEstimate> {
  const client = new RetryingClient(
    { proxy: query.proxy, host: query.platform.host },
    credentials,
    ports,
    pausing,
  );
  try {
    return await countBy(client, query);
  } finally {
    await client.end();
  }
}

/** Counts in a session that is there, or is begun for it; leaves it open. @throws CallError, CancelledError */
export async function countBy(client: RetryingClient, query: GatewayQuery): Promise<GatewayEstimate> {
  let assets = 0;
  const accept = (answer: GatewayAnswer) => {
    assets = answer.status === 204 ? 0 : readCount(new TextDecoder().decode(answer.body));
  };
  const request = { path: '/rest/2.0/count/am/asset', query: countQuery(query), json: filterBody(query) };
  try {
    await client.ask({ ...request, mostBytes: MOST_COUNT_BYTES }, 'count the assets', accept);
  } catch (error) {
    const labels = filterLabels(query);
    const refused = error instanceof CallError && error.trouble.code === 'gateway-request';
    throw refused && labels.length > 0 ? CALL_ERRORS.filter(labels) : error;
  }
  return estimate(assets, pageSize(query), client.limit);
}

/** How many calls a fetch takes and how long at the least, when calls are spent as fast as the limit allows. */
export function estimate(assets: number, pageSize: number, limit: LimitHeaders | null): GatewayEstimate {
  const callsPerWindow = limit?.limit || COMMON_LIMIT.calls;
  const windowMilliseconds = limit?.windowMilliseconds ?? COMMON_LIMIT.windowMilliseconds;
  const calls = Math.max(1, Math.ceil(assets / pageSize));
  const windowsBefore = Math.ceil(calls / callsPerWindow) - 1;
  return {
    assets,
    calls,
    milliseconds: windowsBefore * windowMilliseconds,
    callsPerWindow,
    windowMilliseconds,
    limitKnown: Boolean(limit?.limit),
  };
}

/** @throws CallError where the answer is no count. A `responseCode` is not always there, so a count proves it. */
function readCount(text: string): number {
  const said = parseObject(text);
  const count = typeof said['count'] === 'number' || typeof said['count'] === 'string' ? +said['count'] : NaN;
  const responseCode = textOrNull(said['responseCode']);
  if (Number.isSafeInteger(count) && count >= 0 && (responseCode ?? 'SUCCESS') === 'SUCCESS') return count;
  const responseMessage = textOrNull(said['responseMessage']) ?? textOrNull(said['message']);
  throw refusalOf({ responseCode, responseMessage }) ?? CALL_ERRORS.notJson();
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    throw CALL_ERRORS.notJson();
  }
  throw CALL_ERRORS.notJson();
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
