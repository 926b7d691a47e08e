import { ASSETS, expect, test } from './gateway-bed';

const ALL = ASSETS.length.toLocaleString('en');

test('calls and time are said before the first page of a fetch', async ({ gateway }) => {
  await gateway.open({
    rate: { limit: 4, windowSeconds: 600 },
    behaviours: [{ on: 'page', at: 1, delay: 2_000 }],
  });
  await gateway.page.getByLabel('Page size').fill('50');
  await gateway.page.getByLabel('Page size').blur();
  await gateway.logInAs();
  await gateway.press('Fetch assets');
  await expect(gateway.page.getByRole('note')).toHaveText(
    `${ALL} assets will be fetched with 8 calls. With the limit of 4 calls in 10 minutes that takes at least 10 minutes.`,
  );
  await expect(gateway.page.getByText('0 pages with 0 assets fetched')).toBeVisible();
  await gateway.press('Cancel');
  await gateway.ended();
});

test('where the list of fields brings no names, all fields are asked for, and the page says so', async ({
  gateway,
}) => {
  await gateway.open({ withholds: true });
  await gateway.fetch();
  expect(await gateway.hostAssets()).toBe(ALL);
  await gateway.show();
  await expect(gateway.page.getByRole('note').filter({ hasText: 'asked for all fields' })).toBeVisible();
});

test('a filter that the Gateway does not know is named, and the fetch without it is offered', async ({
  gateway,
}) => {
  await gateway.open({ filterFields: ['asset.name'] });
  await gateway.page.getByLabel('Operating system').fill('Debian');
  await gateway.page.getByLabel('Tracking method').selectOption('QAGENT');
  await gateway.fetch();
  expect(await gateway.trouble()).toContain(
    'The Gateway does not take this filter (status 400): Operating system, Tracking method.',
  );
  await gateway.logInAs();
  await gateway.press('Fetch without the filter');
  await gateway.ended();
  expect(await gateway.hostAssets()).toBe(ALL);
  await gateway.show();
  await expect(gateway.page.getByLabel('Operating system')).toHaveValue('');
});
