import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEPT_DATA } from '../../src/app/kept-data';
import { contentSecurityPolicy } from '../../src/build/content-security-policy';
import { PAGE_VARIANTS } from '../../src/build/page-variant';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENT = join(ROOT, 'docs/security.md');
const text = readFileSync(DOCUMENT, 'utf8');

test('every test that docs/security.md and SECURITY.md name is there', () => {
  const named = [text, readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')].flatMap((document) =>
    [...document.matchAll(/`(tests\/[\w./-]+)`/g)].map((match) => match[1]!),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every threat has a test', () => {
  const [, threats] = /## Threats\n([\s\S]*?)\n## /.exec(text)!;
  const rows = threats!.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| threat'));
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((row) => !/`tests\/[^`]+`[^|]*\|$/.test(row))).toEqual([]);
});

/** With `UPDATE_KEPT=1` in the environment the table is written first. */
test('what is kept stands in docs/security.md as the program lists it', () => {
  const [start, end] = [
    '<!-- kept data: made by tests/unit/security-document.test.ts -->\n',
    '<!-- end of kept data -->',
  ];
  const rows = KEPT_DATA.map(
    ({ where, name, what, assets }) => `| ${where} \`${name}\` | ${what} | ${assets ? '**yes**' : 'no'} |\n`,
  );
  const made = `\n| where | what | values of assets |\n|---|---|---|\n${rows.join('')}\n`;
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  expect(from).toBeGreaterThan(start.length);
  if (process.env['UPDATE_KEPT'] === '1')
    writeFileSync(DOCUMENT, text.slice(0, from) + made + text.slice(to));
  else expect(text.slice(from, to)).toBe(made);
});

test('the parts of the policy that docs/security.md quotes are in it', () => {
  const blocks = { scripts: ['a'], styles: ['b'] };
  const [hosted, gateway] = ['index.html', 'gateway.html'].map((file) =>
    contentSecurityPolicy(PAGE_VARIANTS.find((one) => one.file === file)!, blocks),
  );
  const quoted = ["default-src 'none'", "connect-src 'none'", "img-src 'self' data: blob:"];
  for (const part of quoted) {
    expect(text).toContain(`\`${part}\``);
    expect(hosted).toContain(part);
  }
  for (const part of ["base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"])
    expect(hosted).toContain(part);
  expect(gateway).toContain('https:');
});
