import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { Connect, Plugin } from 'vite';
import { PLATFORMS } from '../features/gateway/api/platforms.ts';

/** Where `npm start` and `npm run dev` offer the proxy, on the page's own origin. */
export const PROXY_PATH = '/gateway-proxy';

/** The only calls that Doublet makes; anything else is refused, so that this is no open proxy. */
const PATHS = new Set(['/auth', '/rest/2.0/count/am/asset', '/rest/2.0/search/am/asset']);
const PASSED_ON = ['authorization', 'content-type', 'accept'] as const;
const PASSED_BACK = /^(?:content-type|content-encoding|retry-after|x-ratelimit-.*)$/;
const TIMEOUT = 180_000;

/** How a call leaves this machine; tests give their own. */
export type Send = (
  options: RequestOptions,
  answer: (response: IncomingMessage) => void,
) => ReturnType<typeof httpsRequest>;

/**
 * A small proxy to the thirteen platforms, so that the page can fetch from the Gateway, which allows no browser
 * origins. Same origin as the page, hence no CORS. Writes no log at all: bodies and tokens pass through it.
 */
export function gatewayProxy(): Plugin {
  const hosts = new Set(PLATFORMS.map((platform) => platform.host));
  const handle = proxyCalls(hosts, httpsRequest);
  return {
    name: 'doublet:gateway-proxy',
    configureServer: (server) => void server.middlewares.use(PROXY_PATH, handle),
    configurePreviewServer: (server) => void server.middlewares.use(PROXY_PATH, handle),
  };
}

/** The proxy itself: passes `/HOST/PATH?QUERY` on to `https://HOST/PATH?QUERY`, for these hosts only. */
export function proxyCalls(hosts: ReadonlySet<string>, send: Send): Connect.NextHandleFunction {
  return (request, response) => {
    const refusal = refuse(request, hosts);
    if (refusal) return end(response, refusal.status, refusal.text);
    const { host, path } = target(request.url ?? '');
    const outgoing = send(
      { host, path, method: 'POST', headers: { ...pick(request.headers), host }, timeout: TIMEOUT },
      (incoming) => {
        const headers = Object.entries(incoming.headers).filter(([name]) => PASSED_BACK.test(name));
        response.writeHead(incoming.statusCode ?? 502, {
          ...Object.fromEntries(headers),
          'Cache-Control': 'no-store',
        });
        incoming.on('error', () => response.destroy());
        incoming.pipe(response);
      },
    );
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () =>
      response.headersSent
        ? response.destroy()
        : end(response, 502, `${host} cannot be reached from this machine.`),
    );
    response.on('close', () => outgoing.destroy());
    request.pipe(outgoing);
  };
}

function refuse(
  request: IncomingMessage,
  hosts: ReadonlySet<string>,
): { status: number; text: string } | null {
  if (request.method !== 'POST') return { status: 405, text: 'This proxy passes on POST only.' };
  if (!isFromOwnPage(request.headers)) return { status: 403, text: 'This proxy serves its own pages only.' };
  const { host, path } = target(request.url ?? '');
  if (!hosts.has(host))
    return { status: 403, text: 'This host is not one of the thirteen Qualys platforms.' };
  if (!PATHS.has(path.split('?')[0] ?? ''))
    return { status: 403, text: 'This path is not one that Doublet calls.' };
  return null;
}

/**
 * Whether a page of this server, or no page at all, makes the call: a form on another site may post here without
 * asking. Browsers leave out `Sec-Fetch-Site` on plain `http:` elsewhere than on localhost; `Origin` always comes.
 */
function isFromOwnPage({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined) return true;
  try {
    return host !== undefined && new URL(origin).host === new URL(`http://${host}`).host;
  } catch {
    return false;
  }
}

function target(url: string): { host: string; path: string } {
  const match = /^\/([^/?#]+)(\/[^#]*)?/.exec(url);
  return { host: match?.[1] ?? '', path: match?.[2] ?? '/' };
}

function pick(headers: IncomingHttpHeaders): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = headers[name];
    if (value !== undefined) picked[name] = value;
  }
  const length = headers['content-length'];
  if (length !== undefined) picked['content-length'] = length;
  return picked;
}

function end(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(text);
}
