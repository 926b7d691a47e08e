import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sizeReport } from '../../../src/build/size-report';

test('gives the size of each delivery as it is and after gzip', () => {
  const report = sizeReport(
    new Map([
      ['index.html', 'a'.repeat(100_000)],
      ['LICENSES.txt', 'no budget'],
    ]),
  );
  expect(report).toMatch(/^ {2}index\.html +100,000 bytes +\d{3} gz {3}\(budget [\d,]+ gz\)$/);
});

test('a delivery over its budget fails the build', () => {
  const large = new Map([['sw.js', randomBytes(3_000).toString('hex')]]);
  expect(() => sizeReport(large)).toThrow(/^sw\.js takes \d+ bytes after gzip; its budget is 2000$/);
});
