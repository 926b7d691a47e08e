import { createServer, request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { proxyCalls, type Send } from '../../../src/build/gateway-proxy';
import { startMockGateway } from '../../gateway/mock-gateway.mjs';

const HOST = 'gateway.qg2.apps.qualys.eu';
const closing: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

/** The proxy over real HTTP, its calls led to the mock Gateway instead of the internet. */
async function proxyToMock(): Promise<string> {
  const mock = await startMockGateway({
    assets: ['{"assetId":1}'],
    rate: { limit: 300, windowSeconds: 3600 },
  });
  closing.push(() => mock.close());
  const { port } = new URL(mock.url);
  const send: Send = (options, answer) =>
    httpRequest(
      { ...options, host: '127.0.0.1', port: Number(port), path: `/${options.host}${options.path}` },
      answer,
    );
  const handle = proxyCalls(new Set([HOST]), send);
  const server = createServer((request, response) => handle(request, response, () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const form = (token: string) => ({
  method: 'POST',
  body: new URLSearchParams({ username: 'reader', password: 'correct horse', token }),
});

describe('the built-in proxy', () => {
  it('passes a login and a page on and the limit headers back', async () => {
    const proxy = await proxyToMock();
    const login = await fetch(`${proxy}/${HOST}/auth`, form('true'));
    expect(login.status).toBe(201);
    const headers = { Authorization: `Bearer ${await login.text()}`, 'Content-Type': 'application/json' };
    const page = await fetch(`${proxy}/${HOST}/rest/2.0/search/am/asset?pageSize=300`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect(page.status).toBe(200);
    expect(page.headers.get('X-RateLimit-Limit')).toBe('300');
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    expect(await page.json()).toMatchObject({ hasMore: 0 });
  });

  it.each([
    ['another host', 'POST', '/evil.example/auth', {}, 403],
    ['a host that only starts like one', 'POST', `/${HOST}.evil.example/auth`, {}, 403],
    ['another path', 'POST', `/${HOST}/api/2.0/fo/asset/host/`, {}, 403],
    ['a path that climbs', 'POST', `/${HOST}/auth/../api`, {}, 403],
    ['reading by GET', 'GET', `/${HOST}/auth`, {}, 405],
    ['another site’s page', 'POST', `/${HOST}/auth`, { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['another origin’s page', 'POST', `/${HOST}/auth`, { Origin: 'http://evil.example' }, 403],
    ['a page of another port', 'POST', `/${HOST}/auth`, { Origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin of its own', 'POST', `/${HOST}/auth`, { Origin: 'null' }, 403],
    ['an origin that is none', 'POST', `/${HOST}/auth`, { Origin: 'nonsense' }, 403],
    [
      'another site’s page that names this origin',
      'POST',
      `/${HOST}/auth`,
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://own.example', Host: 'own.example' },
      403,
    ],
  ])('refuses %s', async (_, method, path, headers, status) => {
    const proxy = await proxyToMock();
    const { hostname, port } = new URL(proxy);
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest({ hostname, port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(answer).toBe(status);
  });

  it.each([
    ['by its origin alone, as on plain http', (own: string) => ({ Origin: own })],
    ['by what the browser says', () => ({ 'Sec-Fetch-Site': 'same-origin' })],
    ['as no page at all', () => ({})],
  ])('takes its own page %s', async (_, headers) => {
    const proxy = await proxyToMock();
    const { hostname, port } = new URL(proxy);
    const own = `http://${hostname}:${port}`;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = httpRequest(
        { hostname, port, path: `/${HOST}/auth`, method: 'POST', headers: headers(own) },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      outgoing.on('error', reject).end('username=reader&password=correct+horse&token=true');
    });
    expect(status).toBe(201);
  });

  it('answers 502 with a sentence when the host cannot be reached', async () => {
    const send: Send = (options, answer) => httpRequest({ ...options, host: '127.0.0.1', port: 1 }, answer);
    const handle = proxyCalls(new Set([HOST]), send);
    const server = createServer((request, response) => handle(request, response, () => undefined));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    const answer = await fetch(
      `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/${HOST}/auth`,
      form('true'),
    );
    expect(answer.status).toBe(502);
    expect(await answer.text()).toBe(`${HOST} cannot be reached from this machine.`);
  });
});
