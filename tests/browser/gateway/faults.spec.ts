import type { Behaviour } from '../../gateway/mock-gateway.mjs';
import { ASSETS, expect, test } from './gateway-bed';

const ALL = ASSETS.length.toLocaleString('en');
const PAGES = Math.ceil(ASSETS.length / 50);

/** What goes wrong once, on the way to a whole dataset; `says` is read while it waits, where it waits long enough. */
const OVERCOME: readonly (readonly [what: string, behaviour: Behaviour, calls: number])[] = [
  [
    '429 with a wait in seconds',
    { on: 'page', at: 2, status: 429, headers: { 'X-RateLimit-ToWait-Sec': '25' } },
    1,
  ],
  [
    '429 with a date',
    {
      on: 'page',
      at: 2,
      status: 429,
      headers: { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() },
    },
    1,
  ],
  [
    '429 with a wait that is nonsense',
    { on: 'page', at: 2, status: 429, headers: { 'Retry-After': 'soon' } },
    1,
  ],
  ['429 without a wait', { on: 'page', at: 2, times: 3, status: 429 }, 3],
  ['409 without a wait', { on: 'page', at: 2, status: 409 }, 1],
  ['401 in the middle', { on: 'page', at: 3, status: 401 }, 1],
  ['503 twice', { on: 'page', at: 2, times: 2, status: 503 }, 2],
  ['a cut body', { on: 'page', at: 2, fault: 'cut' }, 1],
  ['a closed connection', { on: 'page', at: 2, fault: 'close' }, 1],
  ['a page that is not JSON', { on: 'page', at: 2, body: '{"assetListData":{"asset":[' }, 1],
  ['a rate limit told in words', { on: 'page', at: 2, body: '{"message":"API rate limit exceeded"}' }, 1],
  ['a failure told with status 200', { on: 'page', at: 2, body: '{"responseCode":"FAILURE"}' }, 1],
  [
    'an empty page that does not move',
    { on: 'page', at: 2, assets: 'none', envelope: { lastSeenAssetId: null } },
    1,
  ],
  ['204 after the last page', { on: 'page', at: PAGES, envelope: { hasMore: 1 } }, 1],
  ['no fault at all', { on: 'options', at: 99 }, 0],
];

for (const part of [0, 1]) {
  test(`a fetch goes on after each fault that passes (${part + 1} of 2)`, async ({ gateway }) => {
    const mock = await gateway.open();
    for (const [what, behaviour, extra] of OVERCOME.filter((_, at) => at % 2 === part)) {
      await test.step(what, async () => {
        mock.behave([behaviour]);
        await gateway.show();
        await gateway.useProxy(mock.url);
        await gateway.fetch();
        expect(await gateway.page.getByRole('alert').count()).toBe(0);
        expect(await gateway.hostAssets()).toBe(ALL);
        expect(mock.state.counts.page).toBe(PAGES + extra);
        expect(mock.state.log.at(-1)).toBe('POST /auth 200');
      });
    }
  });
}

type Ending = readonly [what: string, behaviour: Behaviour, sentence: string, assets: number, lost?: number];

/**
 * What ends a fetch on page 3 or leaves assets out there: the sentence, and how many assets are an unfinished dataset.
 * `lost` are left out by the Gateway for good: no continuing brings them, and the dataset stays unfinished.
 */
const ENDING: readonly Ending[] = [
  [
    '403',
    { on: 'page', at: 3, status: 403 },
    'The account may not fetch a page of assets (status 403).',
    100,
  ],
  [
    '401 again after logging in again',
    { on: 'page', at: 3, times: 9, status: 401 },
    'The Gateway no longer accepts the session (status 401).',
    100,
  ],
  [
    'a failing server',
    { on: 'page', at: 3, times: 9, status: 502 },
    'The Gateway or the proxy failed (status 502).',
    100,
  ],
  [
    'a dead server',
    { on: 'page', at: 3, times: 99, fault: 'close' },
    'No answer came through the CORS proxy.',
    100,
  ],
  [
    'a redirect',
    { on: 'page', at: 3, times: 9, fault: 'redirect' },
    'The proxy redirects the call to another address, which is not followed.',
    100,
  ],
  [
    'a web page from the proxy',
    { on: 'page', at: 3, body: '<!doctype html><title>Sign in</title>' },
    'The proxy answered with a web page instead of the Gateway’s answer.',
    100,
  ],
  [
    'text that is not JSON',
    { on: 'page', at: 3, times: 9, body: 'busy' },
    'A page of assets is not JSON.',
    100,
  ],
  [
    'no cursor',
    { on: 'page', at: 3, envelope: { lastSeenAssetId: null } },
    'Page 3 says that there are more assets but names no asset to go on from.',
    150,
  ],
  [
    'pages without assets',
    { on: 'page', at: 3, times: 9, assets: 'none' },
    '3 pages in a row up to page 5 hold no asset but say that there are more.',
    100,
    150,
  ],
  [
    'an empty page in between',
    { on: 'page', at: 3, assets: 'none' },
    `The Gateway ended the list after ${ASSETS.length - 50} assets, but had counted ${ASSETS.length}.`,
    ASSETS.length - 50,
    50,
  ],
  [
    'empty pages that never move',
    { on: 'page', at: 3, times: 99, assets: 'none', envelope: { lastSeenAssetId: null } },
    'The Gateway says that there are more assets, but gives none and does not move on.',
    100,
  ],
  [
    'a failure with status 200',
    { on: 'page', at: 3, times: 99, body: '{"responseCode":"FAILURE"}' },
    'The Gateway answered “FAILURE”.',
    100,
  ],
  [
    'an empty object',
    { on: 'page', at: 3, times: 99, body: '{}' },
    'The Gateway answered without a result.',
    100,
  ],
  [
    'an empty object with 201',
    { on: 'page', at: 3, times: 99, status: 201, body: '{}' },
    'The Gateway answered with status 201, which is no answer to this call.',
    100,
  ],
  [
    '204 too early',
    { on: 'page', at: 3, status: 204 },
    `The Gateway ended the list after 100 assets, but had counted ${ASSETS.length}.`,
    100,
  ],
  [
    'no word on whether there is more',
    { on: 'page', at: 3, envelope: { hasMore: null } },
    'Page 3 does not say whether there are more assets, so some may be missing.',
    150,
  ],
  [
    'an end too early',
    { on: 'page', at: 3, envelope: { hasMore: 0 } },
    `The Gateway ended the list after 150 assets, but had counted ${ASSETS.length}.`,
    150,
  ],
  [
    'another status',
    { on: 'page', at: 3, status: 418 },
    'The Gateway refused to fetch a page of assets (status 418).',
    100,
  ],
];

for (const part of [0, 1, 2, 3]) {
  test(`a fault that stays ends a fetch with what was fetched, marked as unfinished (${part + 1} of 4)`, async ({
    gateway,
  }) => {
    const mock = await gateway.open();
    for (const [what, behaviour, sentence, assets, lost = 0] of ENDING.filter((_, at) => at % 4 === part)) {
      await test.step(what, async () => {
        mock.behave([behaviour]);
        await gateway.show();
        await gateway.useProxy(mock.url);
        await gateway.fetch();
        expect(await gateway.trouble()).toContain(sentence);
        expect(await gateway.hostAssets()).toBe(String(assets));
        await expect(gateway.page.getByText(`${sentence} `).first()).toBeVisible();
        await expect(gateway.page.getByText('unfinished').first()).toBeVisible();
        const { bytes } = await gateway.bed.save('Save results as JSON');
        expect(JSON.parse(bytes.toString('utf8')).dataset.unfinished.reason).toContain(sentence);
        mock.behave([]);
        await gateway.show();
        await gateway.press(/^Continue from page/);
        await gateway.ended();
        await expect.poll(() => gateway.hostAssets()).toBe(String(ASSETS.length - lost));
        if (lost === 0) await expect(gateway.page.getByText('unfinished')).toHaveCount(0);
        else {
          await expect(gateway.page.getByText('unfinished').first()).toBeVisible();
          await gateway.show();
          await gateway.press('Discard');
          await expect(gateway.page.getByText('Unfinished fetches')).toHaveCount(0);
        }
      });
    }
  });
}

test('a call that takes too long is given up and made again, five times at most', async ({ gateway }) => {
  const mock = await gateway.open({}, true);
  for (const fault of ['hang', 'drip'] as const) {
    mock.behave([{ on: 'page', at: 2, fault }]);
    await gateway.show();
    await gateway.useProxy(mock.url);
    await gateway.fetch();
    expect(await gateway.hostAssets()).toBe(ALL);
  }
  mock.behave([{ on: 'page', at: 2, times: 9, fault: 'hang' }]);
  await gateway.show();
  await gateway.useProxy(mock.url);
  await gateway.fetch();
  expect(await gateway.trouble()).toContain('The Gateway did not finish an answer within 120 seconds.');
  expect(await gateway.hostAssets()).toBe('50');
  expect(mock.state.counts.page).toBe(6);
});

test('a cursor that repeats ends the fetch', async ({ gateway }) => {
  const first = /"assetId":"?(\d+)/.exec(ASSETS[49]!)![1]!;
  await gateway.open({ behaviours: [{ on: 'page', at: 3, envelope: { lastSeenAssetId: first } }] });
  await gateway.fetch();
  expect(await gateway.trouble()).toContain(`names asset ${first} again to go on from`);
  expect(await gateway.hostAssets()).toBe('150');
});

test('a failure on the first page is told as what it is, and opens nothing', async ({ gateway }) => {
  const body = '{"responseCode":"FAILURE","responseMessage":"Module not licensed"}';
  await gateway.open({ behaviours: [{ on: 'page', at: 1, times: 99, body }] });
  await gateway.fetch();
  expect(await gateway.trouble()).toContain('The Gateway answered “FAILURE”: “Module not licensed”.');
  expect(await gateway.trouble()).not.toContain('filter');
});

test('answers without end are given up at their limit', async ({ gateway }) => {
  const mock = await gateway.open();
  for (const [on, fault] of [
    ['auth', 'endless'],
    ['page', 'bomb'],
  ] as const) {
    mock.behave([{ on, at: 1, times: 99, fault }]);
    await gateway.show();
    await gateway.useProxy(mock.url);
    await gateway.fetch();
    expect(await gateway.trouble()).toContain(`larger than ${on === 'auth' ? '64 kB' : '64 MB'}`);
    expect(mock.state.counts[on]).toBe(1);
  }
});

test('assets that come on two pages are counted once, and those they hide are missed', async ({
  gateway,
}) => {
  await gateway.open({ behaviours: [{ on: 'page', at: 3, assets: 'repeat' }] });
  await gateway.fetch();
  await expect(
    gateway.page.getByText(`${ALL} records = ${ASSETS.length - 50} assets + 50 repeated`),
  ).toBeVisible();
  expect(await gateway.trouble()).toContain(
    `The Gateway had counted ${ASSETS.length} assets, but only ${ASSETS.length - 50} different ones came: 50 of ${ASSETS.length} records repeat an asset.`,
  );
  await expect(gateway.page.getByText('unfinished').first()).toBeVisible();
});

test('the same inventory gives the same results from the Gateway as from a file', async ({
  gateway,
  bed,
}) => {
  await gateway.open();
  await gateway.fetch();
  const fetched = await gateway.results();
  await bed.page.goto(bed.address);
  await bed.state('idle', 'ready');
  await bed.importFiles({ name: 'export.json', text: `[${ASSETS.join(',\n')}]` });
  expect(await gateway.results()).toEqual(fetched);
});

test('an account without assets says so and opens nothing', async ({ gateway }) => {
  const mock = await gateway.open({ assets: [] });
  await gateway.fetch();
  expect(await gateway.trouble()).toContain('The Gateway holds no asset that this filter takes.');
  expect(mock.state.log).toContain('POST /rest/2.0/search/am/asset 204');
});

test('a session that would end is renewed before it does', async ({ gateway }) => {
  const mock = await gateway.open({ tokenSeconds: 200 });
  await gateway.fetch();
  expect(await gateway.hostAssets()).toBe(ALL);
  // One more for the count.
  expect(mock.state.counts.auth).toBe(PAGES + 1);
});
