#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
// A Gateway to test against: speaks the documented protocol over real HTTP, behind a CORS proxy's paths
// (/HOST/auth, /HOST/rest/2.0/…), and misbehaves on request. Start it with: npm run gateway:mock
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const EXPOSED =
  'X-RateLimit-Limit, X-RateLimit-Window-Sec, X-RateLimit-Remaining, X-RateLimit-ToWait-Sec, Retry-After';

/**
 * @typedef {object} Behaviour One way to misbehave.
 * @property {'auth'|'logout'|'count'|'page'|'options'|'other'} on which kind of call
 * @property {number} [at] only the n-th such call, from 1; every one where absent
 * @property {number} [times] how many calls from `at` on; 1 where absent
 * @property {number} [status] answer with this status
 * @property {Record<string,string>} [headers] further headers
 * @property {string} [body] answer with this body
 * @property {number} [delay] milliseconds before the answer
 * @property {'cut'|'drip'|'hang'|'close'|'redirect'|'endless'|'bomb'} [fault]
 * @property {string} [location] where a redirect leads; a path of this server where absent
 * @property {Record<string, unknown>} [envelope] overrides members of a page: { hasMore: "0", lastSeenAssetId: null }
 * @property {'none'|'repeat'} [assets] a page without assets, or the assets of the page before
 */

/**
 * Starts the mock on a free port of this machine.
 * @param {{ assets: string[], behaviours?: Behaviour[], pageLimit?: number, userName?: string, password?: string,
 *   exposeHeaders?: boolean, cors?: boolean, rate?: { limit: number, windowSeconds: number } | null,
 *   tokenSeconds?: number, port?: number, filterFields?: string[], withholds?: boolean }} options `assets` are JSON texts, one each, in order of id
 */
export async function startMockGateway(options) {
  const state = {
    behaviours: options.behaviours ?? [],
    counts: { auth: 0, logout: 0, count: 0, page: 0, options: 0, other: 0 },
    tokens: new Set(),
    used: 0,
    /** Method, path and status of every call; never bodies or headers. @type {string[]} */
    log: [],
    sockets: new Set(),
  };
  const server = createServer((request, response) => answer(request, response, options, state));
  server.on('connection', (socket) => {
    state.sockets.add(socket);
    socket.on('close', () => state.sockets.delete(socket));
  });
  await new Promise((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    behave: (behaviours) => {
      state.behaviours = behaviours;
      for (const kind of Object.keys(state.counts)) state.counts[kind] = 0;
    },
    close: () => {
      for (const socket of state.sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request, response, options, state) {
  const url = new URL(request.url, 'http://mock');
  const path = url.pathname.replace(/^\/[^/]+/, '');
  const body = await read(request);
  const kind = kindOf(request, path, body);
  const n = ++state.counts[kind];
  const behaviour = state.behaviours.find(
    (b) => b.on === kind && (b.at === undefined || (n >= b.at && n < b.at + (b.times ?? 1))),
  );
  response.on('finish', () => state.log.push(`${request.method} ${path} ${response.statusCode}`));
  if (options.cors !== false) cors(request, response, options);
  if (behaviour?.delay) await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
  for (const [name, value] of Object.entries(behaviour?.headers ?? {})) response.setHeader(name, value);
  if (behaviour?.fault && misbehave(behaviour, response)) return;
  if (behaviour?.status || behaviour?.body !== undefined) {
    response.statusCode = behaviour.status ?? 200;
    return response.end(behaviour.body ?? '');
  }
  if (kind === 'options') return void response.writeHead(204).end();
  if (kind === 'other') return void response.writeHead(404).end('not found');
  const reply = { auth, logout, count, page }[kind];
  reply({ request, response, body, url, options, state, behaviour });
}

function kindOf(request, path, body) {
  if (request.method === 'OPTIONS') return 'options';
  if (request.method !== 'POST') return 'other';
  if (path === '/auth') return new URLSearchParams(body).get('token') === 'false' ? 'logout' : 'auth';
  if (path === '/rest/2.0/count/am/asset') return 'count';
  if (path === '/rest/2.0/search/am/asset') return 'page';
  return 'other';
}

function auth({ response, body, options, state }) {
  const form = new URLSearchParams(body);
  if (
    form.get('username') !== (options.userName ?? 'reader') ||
    form.get('password') !== (options.password ?? 'correct horse')
  ) {
    return void response.writeHead(401).end('{"message":"Unauthorized"}');
  }
  const claims = {
    sub: 'reader',
    exp: Math.floor(Date.now() / 1000) + (options.tokenSeconds ?? 4 * 3600),
    n: state.counts.auth,
  };
  const token = `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;
  state.tokens.add(token);
  response.writeHead(201, { 'Content-Type': 'text/plain' }).end(token);
}

function logout({ response, state }) {
  state.tokens.clear();
  response.writeHead(200).end();
}

function count({ request, response, body, options, state }) {
  if (!allowed(request, response, options, state)) return;
  if (!knowsFilters(body, options))
    return void response.writeHead(400).end('{"responseCode":"INVALID_REQUEST"}');
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ count: options.assets.length, responseCode: 'SUCCESS' }));
}

/** Filter fields that the mock knows; another one is answered with 400. */
const FILTER_FIELDS = [
  'tags.name',
  'asset.tags.name',
  'asset.name',
  'operatingSystem',
  'asset.trackingMethod',
  'inventory.source',
];

/** Members that a name in `includeFields` brings, where they are called otherwise. */
const MEMBERS_OF = {
  networkInterface: ['networkInterfaceListData'],
  inventory: ['inventoryListData'],
  tag: ['tagList'],
  sensor: ['sensor', 'sensorLastUpdatedDate'],
};

/** The asset with the members that were asked for, its id exact. */
function only(text, includeFields) {
  if (includeFields === null) return text;
  const names = new Set(includeFields.split(',').flatMap((name) => MEMBERS_OF[name] ?? [name]));
  const members = Object.entries(JSON.parse(text)).filter(([name]) => names.has(name));
  const rest = members.map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{"assetId":${idOf(text)}${rest.join('')}}`;
}

/** A Gateway that gives none of the plain fields once any list of fields is asked for. */
function keepsBack(url) {
  return url.searchParams.get('includeFields') === null ? null : 'networkInterface';
}

function knowsFilters(body, options) {
  const known = options.filterFields ?? FILTER_FIELDS;
  return (JSON.parse(body || '{}').filters ?? []).every(({ field }) => known.includes(field));
}

function page({ request, response, body, url, options, state, behaviour }) {
  if (!allowed(request, response, options, state)) return;
  if (!knowsFilters(body, options))
    return void response.writeHead(400).end('{"responseCode":"INVALID_REQUEST"}');
  const size = Math.min(Number(url.searchParams.get('pageSize') ?? 300), options.pageLimit ?? 300);
  const cursor = url.searchParams.get('lastSeenAssetId');
  const from = cursor === null ? 0 : options.assets.findIndex((text) => idOf(text) === cursor) + 1;
  let assets = options.assets.slice(from, from + size);
  if (assets.length === 0) return void response.writeHead(204).end();
  const last = idOf(assets.at(-1));
  if (behaviour?.assets === 'none') assets = [];
  if (behaviour?.assets === 'repeat') assets = options.assets.slice(Math.max(0, from - size), from);
  const envelope = {
    responseMessage: 'Valid API Access',
    count: assets.length,
    responseCode: 'SUCCESS',
    lastSeenAssetId: '@last@',
    hasMore: from + size < options.assets.length ? 1 : 0,
    ...behaviour?.envelope,
  };
  const head = JSON.stringify(envelope).replace('"@last@"', last).slice(0, -1);
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const fields = options.withholds ? keepsBack(url) : url.searchParams.get('includeFields');
  const given = assets.map((text) => only(text, fields));
  response.end(`${head},"assetListData":{"asset":[${given.join(',')}]}}`);
}

function allowed(request, response, options, state) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token || !state.tokens.has(token)) {
    response.writeHead(401).end('{"message":"Unauthorized"}');
    return false;
  }
  const rate = options.rate;
  if (!rate) return true;
  state.used++;
  response.setHeader('X-RateLimit-Limit', rate.limit);
  response.setHeader('X-RateLimit-Window-Sec', rate.windowSeconds);
  response.setHeader('X-RateLimit-Remaining', Math.max(0, rate.limit - state.used));
  if (state.used <= rate.limit) return true;
  state.used = 0;
  response.setHeader('X-RateLimit-ToWait-Sec', rate.windowSeconds);
  response.writeHead(429).end('{"message":"limit"}');
  return false;
}

function cors(request, response, options) {
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, accept');
  response.setHeader('Access-Control-Allow-Methods', 'POST, OPTIONS');
  response.setHeader('Access-Control-Allow-Private-Network', 'true');
  if (options.exposeHeaders !== false) response.setHeader('Access-Control-Expose-Headers', EXPOSED);
}

function misbehave({ fault, location = '/elsewhere' }, response) {
  if (fault === 'close') response.destroy();
  else if (fault === 'hang') return true;
  else if (fault === 'redirect') response.writeHead(302, { Location: location }).end();
  else if (fault === 'cut') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' });
    response.write('{"assetListData":{"asset":[');
    setTimeout(() => response.destroy(), 50);
  } else if (fault === 'endless' || fault === 'bomb') {
    sendWithoutEnd(response, fault === 'bomb');
  } else if (fault === 'drip') {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(timer));
  }
  return true;
}

/** Blanks without end, as they are or by gzip, where a megabyte takes a kilobyte, until the other side has enough. */
function sendWithoutEnd(response, zipped) {
  const blanks = Buffer.alloc(1 << 20, ' ');
  response.writeHead(200, {
    'Content-Type': 'application/json',
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
  });
  const out = zipped ? createGzip() : response;
  if (zipped) out.pipe(response);
  const more = () => {
    while (!response.destroyed && out.write(blanks)) {}
  };
  out.on('drain', more);
  response.on('close', () => zipped && out.destroy());
  more();
}

/** The asset's id as its exact decimal text. */
export function idOf(text) {
  return /"assetId"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? '';
}

/** The assets of an export made by tests/fixtures/generate.mjs (one a line), as JSON texts in order of id. */
export function assetsOf(exportText) {
  const lines = exportText
    .split('\n')
    .map((line) => line.replace(/,$/, ''))
    .filter((line) => line.startsWith('{"assetId"'));
  const byId = new Map(lines.map((line) => [idOf(line), line]));
  return [...byId.entries()]
    .filter(([id]) => id)
    .sort(([a], [b]) => (BigInt(a) < BigInt(b) ? -1 : 1))
    .map(([, line]) => line);
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sample = await readFile(new URL('../../public/sample-assets.json', import.meta.url), 'utf8');
  const mock = await startMockGateway({
    assets: assetsOf(sample),
    pageLimit: 50,
    rate: { limit: 300, windowSeconds: 3600 },
    port: Number(process.env['PORT'] ?? 8788),
  });
  console.log(`A Gateway to try Doublet with, holding the sample's assets, 50 a page:
  CORS proxy  ${mock.url}
  User name   reader
  Password    correct horse
Any platform will do: every host is answered here. Ctrl+C stops it.`);
}
