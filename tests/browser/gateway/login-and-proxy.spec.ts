import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Behaviour, startMockGateway } from '../../gateway/mock-gateway.mjs';
import { ASSETS, expect, PASSWORD, test } from './gateway-bed';

const LOGIN: readonly (readonly [what: string, behaviour: Behaviour, sentence: string])[] = [
  [
    'a wrong password',
    { on: 'auth', status: 401 },
    'The Gateway did not accept the user name and password (status 401).',
  ],
  ['no permission', { on: 'auth', status: 403 }, 'The account may not log in (status 403).'],
  ['a sign-in page', { on: 'auth', body: '<!doctype html><p>Sign in' }, 'The proxy answered with a web page'],
  [
    'an empty answer, again and again',
    { on: 'auth', times: 9, at: 1, body: '' },
    'The Gateway answered without a body.',
  ],
  ['no server', { on: 'auth', times: 99, at: 1, fault: 'close' }, 'No answer came through the CORS proxy.'],
];

test('each way in which a login fails has its sentence, and nothing is opened', async ({ gateway }) => {
  const mock = await gateway.open();
  for (const [what, behaviour, sentence] of LOGIN) {
    await test.step(what, async () => {
      mock.behave([behaviour]);
      await gateway.fetch();
      expect(await gateway.trouble()).toContain(sentence);
      await expect(gateway.page.getByLabel('Password')).toHaveValue(PASSWORD);
      await expect(gateway.page.getByText('Unfinished fetches')).toHaveCount(0);
    });
  }
});

test('empty fields are refused before anything is sent', async ({ gateway }) => {
  const mock = await gateway.open();
  await gateway.press('Fetch assets');
  await gateway.ended();
  expect(await gateway.trouble()).toContain('The user name or the password is empty.');
  expect(mock.state.log).toEqual([]);
});

test('an empty field of the login is marked, has the cursor and says what it wants', async ({ gateway }) => {
  const mock = await gateway.open();
  const userName = gateway.page.getByLabel('User name');
  const password = gateway.page.getByLabel('Password');
  for (const button of ['Count assets', 'Fetch assets']) {
    await gateway.logInAs('', '');
    await gateway.press(button);
    await gateway.ended();
    await expect(userName).toBeFocused();
    await expect(userName).toHaveAttribute('aria-invalid', 'true');
    await expect(password).toHaveAttribute('aria-invalid', 'true');
    await gateway.logInAs('reader', '');
    await expect(password).toHaveAttribute('aria-invalid', 'false');
    await gateway.press(button);
    await gateway.ended();
    await expect(password).toBeFocused();
    await expect(password).toHaveAttribute('aria-invalid', 'true');
    await expect(password).toHaveAccessibleDescription('Enter the password.');
    await expect(userName).toHaveAttribute('aria-invalid', 'false');
  }
  expect(mock.state.log).toEqual([]);
});

test('the test of a proxy follows no redirect to another host', async ({ gateway }) => {
  await gateway.open();
  const elsewhere = await startMockGateway({ assets: [] });
  const redirect = { fault: 'redirect', location: `${elsewhere.url}/trap` } as const;
  const cases: readonly (readonly [object, string])[] = [
    [{ behaviours: [{ on: 'count', ...redirect }] }, 'not-a-proxy'],
    [
      {
        behaviours: [
          { on: 'options', at: 1, times: 9, status: 401 },
          { on: 'other', ...redirect },
        ],
      },
      'not-a-proxy',
    ],
    [
      {
        cors: false,
        behaviours: [
          { on: 'options', at: 1, times: 9, ...redirect },
          { on: 'other', ...redirect },
        ],
      },
      'unreadable',
    ],
  ];
  for (const [options, verdict] of cases) {
    const mock = await startMockGateway({ assets: [], ...options });
    await gateway.useProxy(mock.url);
    await gateway.press('Test the proxy');
    const answer = gateway.page.locator('[data-verdict]');
    await expect(answer).toHaveAttribute('data-verdict', verdict);
    await expect(answer).toContainText(verdict === 'unreadable' ? 'redirect nowhere' : 'redirects the call');
    await mock.close();
  }
  expect(elsewhere.state.log).toEqual([]);
  await elsewhere.close();
});

test('an unencrypted proxy elsewhere is refused before anything is sent', async ({ gateway }) => {
  const mock = await gateway.open();
  await gateway.useProxy('http://proxy.example.com/qualys');
  await gateway.fetch();
  expect(await gateway.trouble()).toContain('Credentials are not sent through an unencrypted proxy.');
  expect(mock.state.log).toEqual([]);
});

const VERDICTS: readonly (readonly [what: string, options: object, verdict: string, words: string])[] = [
  [
    'works',
    { behaviours: [{ on: 'count', status: 401, headers: { 'X-RateLimit-Limit': '300' } }] },
    'ready',
    'The proxy works',
  ],
  [
    'does not expose headers',
    {
      exposeHeaders: false,
      behaviours: [{ on: 'count', status: 401, headers: { 'X-RateLimit-Limit': '300' } }],
    },
    'no-exposed-headers',
    'Its answer shows no rate limit.',
  ],
  [
    'does not reach the Gateway',
    { behaviours: [{ on: 'count', status: 502 }] },
    'gateway-unreachable',
    'The proxy answers, but cannot reach gateway.qg1.apps.qualys.com',
  ],
  [
    'is something else',
    { behaviours: [{ on: 'count', status: 404 }] },
    'not-a-proxy',
    'A server answers at this address, but not as the Gateway would',
  ],
  [
    'does not allow this page',
    { cors: false },
    'unreadable',
    'No answer that this page may read came from the proxy’s address.',
  ],
  [
    'wants a login for the preflight',
    { behaviours: [{ on: 'options', times: 9, at: 1, status: 401 }] },
    'refused',
    'A server is there, but this page gets no answer to the call itself (CORS).',
  ],
];

test('the test of a proxy tells apart what a browser can', async ({ gateway }) => {
  await gateway.open();
  for (const [what, options, verdict, words] of VERDICTS) {
    await test.step(`a proxy that ${what}`, async () => {
      const mock = await startMockGateway({ assets: [], ...options });
      await gateway.useProxy(mock.url);
      await gateway.press('Test the proxy');
      const answer = gateway.page.locator('[data-verdict]');
      await expect(answer).toHaveAttribute('data-verdict', verdict);
      await expect(answer).toContainText(words);
      expect(mock.state.counts.auth).toBe(0);
      await mock.close();
    });
  }
});

test('the test of a proxy that does not answer in time says so', async ({ gateway }) => {
  await gateway.open({ behaviours: [{ on: 'count', fault: 'hang' }] }, true);
  await gateway.press('Test the proxy');
  const answer = gateway.page.locator('[data-verdict]');
  await expect(answer).toHaveAttribute('data-verdict', 'gateway-unreachable');
  await expect(answer).toContainText('No answer came within 20 seconds.');
});

test('the test of a proxy that is not there says so', async ({ gateway }) => {
  await gateway.open();
  const gone = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => gone.once('listening', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  await gateway.useProxy(`http://127.0.0.1:${port}`);
  await gateway.press('Test the proxy');
  await expect(gateway.page.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'unreadable');
});

test('counting tells calls and time, and the fields are empty after the login', async ({ gateway }) => {
  const mock = await gateway.open({ rate: { limit: 1, windowSeconds: 60 } });
  await gateway.page.getByLabel('Page size').fill('100');
  await gateway.page.getByLabel('Page size').blur();
  await gateway.logInAs();
  await gateway.press('Count assets');
  await expect(gateway.page.getByText(`${ASSETS.length} assets, fetched with 4 calls.`)).toBeVisible();
  await expect(gateway.page.getByText('The Gateway allows 1 call in 1 min 0 s.')).toBeVisible();
  await expect(gateway.page.getByText('That takes at least 3 min 0 s')).toBeVisible();
  await expect(gateway.page.getByLabel('User name')).toHaveValue('');
  await expect(gateway.page.getByLabel('Password')).toHaveValue('');
  expect(mock.state.counts).toMatchObject({ auth: 1, count: 1, logout: 1 });
});

test('the address may take the whole call as {url}, and filters go with it', async ({ gateway }) => {
  const asked: string[] = [];
  const through = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
    response.writeHead(request.method === 'OPTIONS' ? 204 : 401).end();
  });
  await gateway.open();
  await new Promise<void>((resolve) => through.listen(0, '127.0.0.1', resolve));
  const { port } = through.address() as AddressInfo;
  await gateway.useProxy(`http://127.0.0.1:${port}/?to={url}`);
  await gateway.page.getByLabel('Platform').selectOption('EU2');
  await gateway.press('Test the proxy');
  await expect(gateway.page.locator('[data-verdict]')).toBeVisible();
  through.closeAllConnections();
  through.close();
  expect(asked[0]).toBe('/?to=https://gateway.qg2.apps.qualys.eu/rest/2.0/count/am/asset');
});
