import { CancelledError } from '../../../model/outcome';
import type { GatewayQuery, ProxyTest } from '../types';
import { GatewayCaller, type GatewayPorts, looksLikeHtml } from './call';
import { GatewayFault } from './fault';

const TEST_TIMEOUT = 20_000;
const MOST_TEST_BYTES = 64 * 1024;

/**
 * Finds out what stands behind the proxy's address, without credentials. First a call to count assets with
 * a made-up token: a Gateway refuses it with 401. If nothing readable comes back, a second call that needs no
 * CORS permission (`no-cors`: the answer stays hidden) tells a server that is there from none at all.
 */
export async function testProxy(
  query: GatewayQuery,
  ports: GatewayPorts,
  signal: AbortSignal,
): Promise<ProxyTest> {
  const caller = new GatewayCaller({ proxy: query.proxy, host: query.platform.host }, ports);
  try {
    const answer = await caller.call(
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
    if (error instanceof CancelledError || !(error instanceof GatewayFault)) throw error;
    return withoutAnswer(query, ports, signal, error);
  }
}

async function withoutAnswer(
  query: GatewayQuery,
  ports: GatewayPorts,
  signal: AbortSignal,
  fault: GatewayFault,
): Promise<ProxyTest> {
  if (fault.trouble.code === 'gateway-redirect' || fault.trouble.code === 'gateway-too-large') {
    return found('not-a-proxy', fault.trouble.what, fault.trouble.remedy);
  }
  if (fault.trouble.code === 'gateway-timeout') {
    return found(
      'gateway-unreachable',
      `No answer came within ${TEST_TIMEOUT / 1000} seconds.`,
      'The proxy may wait for a Gateway that it cannot reach: try the host from the proxy’s machine.',
    );
  }
  const base = query.proxy.includes('{url}')
    ? new URL(query.proxy.replaceAll('{url}', '')).origin
    : query.proxy;
  try {
    await ports.fetch(base, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return found(
      'refused',
      'A server is there, but it does not let this page read its answers (CORS).',
      'Let the proxy answer with Access-Control-Allow-Origin for this page, also to OPTIONS, and without asking OPTIONS to log in.',
    );
  } catch {
    if (signal.aborted) throw new CancelledError();
    return found(
      'unreachable',
      'No server answers at the proxy’s address.',
      'Check the address and the port, that the proxy runs, and that its certificate is trusted by this browser.',
    );
  }
}

/** On the page's own origin every header can be read. */
function isSameOrigin(proxy: string): boolean {
  return new URL(proxy).origin === (globalThis as { origin?: string }).origin;
}

function found(verdict: ProxyTest['verdict'], what: string, remedy: string): ProxyTest {
  return { verdict, what, remedy };
}
