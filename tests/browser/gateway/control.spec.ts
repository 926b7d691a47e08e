import { ASSETS, expect, GatewayBed, hastenWorkers, test } from './gateway-bed';

const ALL = ASSETS.length.toLocaleString('en');
const SLOW = { on: 'page' as const, at: 1, times: 99, delay: 150 };

test('the limit shows as a countdown that can be cancelled, and what was fetched is kept', async ({
  gateway,
}) => {
  const wait = { on: 'page' as const, at: 3, times: 9, status: 429, headers: { 'Retry-After': '3600' } };
  const mock = await gateway.open({ behaviours: [wait] });
  await gateway.logInAs();
  await gateway.press('Fetch assets');
  const countdown = gateway.page.getByRole('status').filter({ hasText: 'Next call in' });
  await expect(countdown).toContainText('The Gateway allows no more calls for now (status 429).');
  await expect(countdown).toContainText(/(59:\d\d|1:00:00)/);
  await gateway.press('Cancel');
  await gateway.ended();
  await expect(gateway.page.getByText(`2 pages with 100 of ${ALL} assets`)).toBeVisible();
  await expect.poll(() => mock.state.counts.logout).toBe(1);
  await gateway.press('Open as it is');
  await gateway.ended();
  expect(await gateway.hostAssets()).toBe('100');
});

test('a remaining-calls header of 0 is waited for before the next call', async ({ gateway }) => {
  const mock = await gateway.open({ rate: { limit: 3, windowSeconds: 40 } });
  await gateway.fetch();
  expect(await gateway.hostAssets()).toBe(ALL);
  // The mock counts on after its window; a page that did not wait would meet 429 far oftener.
  expect(mock.state.log.filter((line) => line.endsWith(' 429')).length).toBeLessThanOrEqual(2);
});

test('pause stops the calls, continue goes on', async ({ gateway }) => {
  const mock = await gateway.open({ behaviours: [SLOW] });
  await gateway.logInAs();
  await gateway.press('Fetch assets');
  await expect.poll(() => mock.state.counts.page).toBeGreaterThan(1);
  await gateway.press('Pause');
  await expect(gateway.page.getByText('Paused: no further call is made')).toBeVisible();
  await gateway.page.waitForTimeout(400);
  const { page } = mock.state.counts;
  await gateway.page.waitForTimeout(500);
  expect(mock.state.counts.page).toBe(page);
  await gateway.press('Continue');
  await gateway.ended();
  expect(await gateway.hostAssets()).toBe(ALL);
});

test('a tab closed in the middle logs out; coming back offers to continue from there', async ({
  gateway,
  bed,
}) => {
  const mock = await gateway.open({ behaviours: [SLOW] });
  const second = await bed.page.context().newPage();
  bed.listenTo(second);
  await hastenWorkers(second);
  await second.goto(bed.page.url());
  const there = new GatewayBed(bed, second);
  await there.useProxy(mock.url);
  await there.logInAs();
  await there.press('Fetch assets');
  // Looked at in every frame: the two pages are over within a second.
  await second.waitForFunction(() => /[45] pages with/.test(document.body.innerText));
  await second.close();
  await expect.poll(() => mock.state.counts.logout).toBe(1);
  const asked = mock.state.counts.page;
  await bed.page.reload();
  await expect(bed.page.getByText(/[456] pages with (200|250|300) of 395 assets/)).toBeVisible();
  await gateway.logInAs();
  await gateway.press(/^Continue from page [567]$/);
  await gateway.ended();
  expect(await gateway.hostAssets()).toBe(ALL);
  // At most the page that was under way is asked for twice.
  expect(mock.state.counts.page).toBeLessThanOrEqual(Math.ceil(ASSETS.length / 50) + 1);
  expect(mock.state.counts.page).toBeGreaterThan(asked);
  await bed.page.getByRole('link', { name: 'Gateway', exact: true }).click();
  await expect(bed.page.getByText('Unfinished fetches')).toHaveCount(0);
});

test('a fetch that runs in one tab is not offered in another', async ({ gateway, bed }) => {
  await gateway.open({ behaviours: [{ ...SLOW, delay: 300 }] });
  await gateway.logInAs();
  await gateway.press('Fetch assets');
  await expect(gateway.page.getByText(/[23] pages with/)).toBeVisible();
  const second = await bed.page.context().newPage();
  bed.listenTo(second);
  await second.goto(bed.page.url());
  await second.getByRole('button', { name: 'Fetch assets' }).waitFor();
  await second.waitForTimeout(300);
  await expect(second.getByText('Unfinished fetches')).toHaveCount(0);
  await second.close();
  await gateway.ended();
});

test('the main page names the Gateway page and opens what it fetched', async ({ gateway, bed }) => {
  await gateway.open();
  await gateway.fetch();
  const name = /Gateway US1/;
  // Only what is whole in the store is there for the other page.
  await bed.page.getByRole('link', { name: 'Datasets' }).click();
  await expect(bed.page.getByRole('row', { name })).toBeVisible();
  await bed.page.goto(bed.address);
  const link = bed.page.getByRole('link', { name: 'Gateway page' });
  await expect(link).toHaveAttribute('href', './gateway.html');
  await bed.page.getByRole('button', { name }).click();
  await bed.state('ready');
  expect(await gateway.hostAssets()).toBe(ALL);
  await expect(bed.page.getByRole('link', { name: 'Gateway', exact: true })).toHaveCount(0);
});

test('every call is listed with its status while it runs', async ({ gateway }) => {
  await gateway.open({ behaviours: [{ on: 'page', at: 2, status: 503 }] });
  await gateway.fetch();
  await gateway.page.getByRole('link', { name: 'Gateway', exact: true }).click();
  const calls = gateway.page.getByRole('region', { name: 'Calls to the Gateway' });
  await expect(calls.getByRole('row').filter({ hasText: '/auth' })).toHaveCount(2);
  await expect(calls.getByRole('row').filter({ hasText: '503' })).toHaveCount(1);
});

test('the page has no faults of access', async ({ gateway, bed }) => {
  await gateway.open();
  expect(await bed.accessibilityFaults()).toEqual([]);
});
