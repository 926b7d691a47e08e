import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { assetsOf } from '../gateway/mock-gateway.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const FIRST_ID = 10_000_000_000;
/** Every so many assets one is a machine that was there before. */
const AGAIN = 8;

const hex = (n, digits) => n.toString(16).padStart(digits, '0');
const macOf = (n) => `00:50:56:${hex((n >> 16) & 255, 2)}:${hex((n >> 8) & 255, 2)}:${hex(n & 255, 2)}`;
const ipOf = (n) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/**
 * The Gateway page and, behind `/proxy` on the same origin, a Gateway with as many pages as wanted, whose assets are
 * made when they are asked for. Only what a fetch without faults needs; the tests have the whole protocol.
 */
export async function startLongGateway(pages, pageSize) {
  const templates = assetsOf(await readFile(new URL('sample-assets.json', DIST), 'utf8')).map(templateOf);
  const count = pages * pageSize;
  const state = { pages: 0, bytes: 0 };
  const pageAfter = (cursor) => {
    const from = cursor === null ? 0 : Number(cursor) - FIRST_ID + 1;
    const to = Math.min(count, from + pageSize);
    const assets = [];
    for (let i = from; i < to; i++) assets.push(filledIn(templates[i % templates.length], i));
    const more = to < count ? 1 : 0;
    return `{"responseCode":"SUCCESS","count":${assets.length},"lastSeenAssetId":${FIRST_ID + to - 1},"hasMore":${more},"assetListData":{"asset":[${assets.join(',')}]}}`;
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://bench');
    let sent = '';
    for await (const part of request) sent += part;
    if (pathname === '/') {
      const page = await readFile(fileURLToPath(new URL('gateway.html', DIST)));
      return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    }
    if (pathname.endsWith('/auth'))
      return response.writeHead(201).end(sent.includes('token=true') ? 'bench-token' : '');
    if (pathname.endsWith('/count/am/asset'))
      return response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ responseCode: 'SUCCESS', count }));
    if (!pathname.endsWith('/search/am/asset')) return response.writeHead(404).end();
    const body = pageAfter(searchParams.get('lastSeenAssetId'));
    state.pages++;
    state.bytes += body.length;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address, proxy: `${address}/proxy`, state, close };
}

/** An asset of the sample with marks in the place of all that identifies it. */
function templateOf(text) {
  const asset = JSON.parse(text);
  // One interface is an object, several are a list: both are seen.
  const list = [asset.networkInterfaceListData?.networkInterface ?? []].flat();
  return JSON.stringify({
    ...asset,
    assetId: '@id',
    assetUUID: '7d1e4c52-0000-4b1f-9c3d-@uuid',
    assetName: 'host-@name',
    dnsName: 'host-@name.example.com',
    netbiosName: 'HOST-@name',
    address: '@address',
    biosSerialNumber: 'SN@name',
    agentId: '5767f41e-0000-4d2a-8f00-@uuid',
    networkInterfaceListData: {
      networkInterface: list.map((one) => ({
        ...one,
        hostname: 'host-@name',
        addressIpV4: '@address',
        macAddress: '@mac',
      })),
    },
  });
}

function filledIn(template, i) {
  const machine = i % AGAIN === AGAIN - 1 ? i - AGAIN + 1 : i;
  return template
    .replace('"@id"', FIRST_ID + i)
    .replaceAll('@uuid', hex(i, 12))
    .replaceAll('@name', machine.toString(36).padStart(6, '0'))
    .replaceAll('@address', ipOf(machine))
    .replaceAll('@mac', macOf(machine));
}
