import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { throughPolicy } from '../../../src/build/trusted-templates';

const solid = join(dirname(createRequire(import.meta.url).resolve('solid-js/package.json')), 'web');

describe("Solid's templates", () => {
  test('go through a policy, in the version that is installed', () => {
    const code = throughPolicy(readFileSync(join(solid, 'dist/web.js'), 'utf8'));
    expect(code).not.toContain('t.innerHTML = html;');
    expect(code).toContain("createPolicy('solid-templates'");
  });

  test('are not passed on where Solid writes them in another way', () => {
    for (const code of ['', 'x.innerHTML = y;', 't.innerHTML = html; t.innerHTML = html;'])
      expect(() => throughPolicy(code)).toThrow('Solid no longer makes its templates');
  });
});
