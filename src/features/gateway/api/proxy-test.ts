import { CancelledError } from '../../../model/outcome';
import type { GatewayQuery, ProxyTest } from '../types';
import { GatewayClient, type GatewayPorts, looksLikeHtml } from './call';
import { CALL_ERRORS, CallError } from './call-error';

const TEST_TIMEOUT = 20_000;
const MOST_TEST_BYTES = 64 * 1024;

/**
 * Finds out what stands behind the proxy's address, without credentials and without following a redirect. First a
 * call to count assets with a made-up token: a Gateway refuses it with 401. If nothing readable comes back, a second
 * call without a preflight tells a server that refuses only the preflight.
 */
export async function testProxy(
  query: GatewayQuery,
  ports: GatewayPorts,
  signal: AbortSignal,
): Promise<ProxyTest> {
  const client = new GatewayClient({ proxy: query.proxy, host: query.platform.host }, ports);
  try {
    const answer = await client.call(
      {
        path: '/rest/2.0/count/am/asset',
        json: '{}',
        token: 'doublet-proxy-test',
        timeoutMilliseconds: TEST_TIMEOUT,
        mostBytes: MOST_TEST_BYTES,
      },
      signal,
    );
    if (answer.status === 502 || answer.status === 503 || answer.status === 504) {
      return found(
        'gateway-unreachable',
        `The proxy answers, but cannot reach ${query.platform.host} (status ${answer.status}).`,
        'Let the proxy’s machine resolve and reach that host on port 443.',
      );
    }
    if (looksLikeHtml(answer) || answer.status === 404 || answer.status === 405) {
      return found(
        'not-a-proxy',
        `A server answers at this address, but not as the Gateway would (status ${answer.status}).`,
        'Check the path: the proxy must pass PROXY/HOST/PATH on to /PATH at HOST, over https.',
      );
    }
    if (answer.status === 403) {
      return found(
        'refused',
        `The proxy or the Gateway refuses the call (status 403).`,
        `Add ${query.platform.host} to the hosts that the proxy allows.`,
      );
    }
    if (
      !isSameOrigin(query.proxy) &&
      answer.headers.get('X-RateLimit-Limit') === null &&
      answer.headers.get('X-RateLimit-Remaining') === null
    ) {
      return found(
        'no-exposed-headers',
        `The proxy works: ${query.platform.host} answers through it. Its answer shows no rate limit.`,
        'You can fetch assets now. “Count assets” tells whether the limit can be read after a login; if not, let the proxy expose the X-RateLimit headers and Retry-After (Access-Control-Expose-Headers), else waits are guessed.',
      );
    }
    return found(
      'ready',
      `The proxy works: ${query.platform.host} answers through it.`,
      'You can fetch assets now.',
    );
  } catch (error) {
    if (error instanceof CancelledError || !(error instanceof CallError)) throw error;
    return withoutAnswer(query, ports, signal, error);
  }
}

async function withoutAnswer(
  query: GatewayQuery,
  ports: GatewayPorts,
  signal: AbortSignal,
  { trouble }: CallError,
): Promise<ProxyTest> {
  if (trouble.code === 'gateway-redirect' || trouble.code === 'gateway-too-large') {
    return found('not-a-proxy', trouble.what, trouble.remedy);
  }
  if (trouble.code === 'gateway-timeout') {
    return found(
      'gateway-unreachable',
      `No answer came within ${TEST_TIMEOUT / 1000} seconds.`,
      'The proxy may wait for a Gateway that it cannot reach: try the host from the proxy’s machine.',
    );
  }
  try {
    const response = await askPlainly(query, ports, signal);
    void response.body?.cancel().catch(() => undefined);
    if (response.type !== 'opaqueredirect') {
      return found(
        'refused',
        'A server is there, but this page gets no answer to the call itself (CORS).',
        'Let the proxy answer OPTIONS by itself, without a login, with Access-Control-Allow-Origin for this page, and name POST and the headers authorization, content-type and accept there.',
      );
    }
    const redirect = CALL_ERRORS.redirect().trouble;
    return found('not-a-proxy', redirect.what, redirect.remedy);
  } catch {
    if (signal.aborted) throw new CancelledError();
    return found(
      'unreadable',
      'No answer that this page may read came from the proxy’s address.',
      'Open the address in a tab of its own. Does a server answer there? Then let it allow this page (Access-Control-Allow-Origin, also with OPTIONS), and redirect nowhere. Does none? Check the address and the port, that the proxy runs, and that this browser trusts its certificate.',
    );
  }
}

/**
 * A call that needs no preflight, to the proxy itself. It follows no redirect, so that nothing but the address entered
 * is called; a `no-cors` call, which would also tell a server that allows no page from none, can only follow them.
 */
function askPlainly(query: GatewayQuery, ports: GatewayPorts, signal: AbortSignal): Promise<Response> {
  const base = query.proxy.includes('{url}')
    ? new URL(query.proxy.replaceAll('{url}', '')).origin
    : query.proxy;
  return ports.fetch(base, {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TEST_TIMEOUT)]),
  });
}

/** On the page's own origin every header can be read. */
function isSameOrigin(proxy: string): boolean {
  return new URL(proxy).origin === (globalThis as { origin?: string }).origin;
}

function found(verdict: ProxyTest['verdict'], what: string, remedy: string): ProxyTest {
  return { verdict, what, remedy };
}
