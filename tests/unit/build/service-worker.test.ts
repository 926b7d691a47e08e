import { expect, test } from 'vitest';
import { serviceWorker } from '../../../src/build/service-worker';

test('is another one exactly when a file has changed', async () => {
  const one = await serviceWorker(
    new Map([
      ['b', '1'],
      ['a', '2'],
    ]),
  );
  expect(
    await serviceWorker(
      new Map([
        ['a', '2'],
        ['b', '1'],
      ]),
    ),
  ).toBe(one);
  expect(
    await serviceWorker(
      new Map([
        ['a', '2'],
        ['b', '1!'],
      ]),
    ),
  ).not.toBe(one);
  expect(
    await serviceWorker(
      new Map([
        ['a', '2'],
        ['c', '1'],
      ]),
    ),
  ).not.toBe(one);
});

test('is plain JavaScript that names its files', async () => {
  const text = await serviceWorker(new Map([['index.html', 'x']]));
  expect(text).toMatch(/^const VERSION = "[0-9a-f]{16}";\nconst FILES = \["index\.html"\];\n/);
  expect(() => new Function(text)).not.toThrow();
  expect(text).not.toMatch(/declare|: string/);
});
