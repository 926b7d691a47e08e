import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assemblePage, type PageParts } from '../../../src/build/assemble-page';
import { hashSource } from '../../../src/build/content-security-policy';
import { PAGE_VARIANTS, type PageVariant } from '../../../src/build/page-variant';

const index = readFileSync(new URL('../../../index.html', import.meta.url), 'utf8');

const parts: PageParts = {
  template: index.replace(/.*<script type="module".*\n/, ''),
  script: 'document.title = "$& </script> <!-- €"',
  style: 'p{color:red}',
  registration: 'register()',
  icon: '<svg/>',
  licences: 'MIT <someone@example.org> & others',
  revision: '0123456789abcdef0123456789abcdef01234567',
};

function variant(file: PageVariant['file']): PageVariant {
  return PAGE_VARIANTS.find((one) => one.file === file)!;
}

describe('a page', () => {
  test('allows its blocks as they stand in it, whatever is in them', () => {
    const page = assemblePage(parts, variant('doublet.html'));
    const script = 'document.title = "$& \\x3C/script> \\x3C!-- €"';
    expect(page).toContain(`<script>${script}</script>`);
    expect(page).toContain(`script-src ${hashSource(script)};`);
    expect(page).toContain(`style-src ${hashSource('p{color:red}')};`);
  });

  test('shows licences as text', () => {
    expect(assemblePage(parts, variant('index.html'))).toContain(
      'MIT &lt;someone@example.org&gt; &amp; others',
    );
  });

  test('says which one it is', () => {
    for (const one of PAGE_VARIANTS) {
      expect(assemblePage(parts, one)).toContain(`<meta name="doublet-page" content="${one.page}" />`);
      expect(assemblePage(parts, one)).toContain(
        `<meta name="doublet-commit" content="${parts.revision}" />`,
      );
    }
  });

  test('on a disk has no file beside it and registers nothing', () => {
    const page = assemblePage(parts, variant('doublet.html'));
    expect(page).toContain('<link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+" />');
    expect(page).not.toMatch(/register\(\)|manifest|\.png|'self'/);
  });

  test('on a server registers the service worker, but not for the Gateway', () => {
    expect(assemblePage(parts, variant('index.html'))).toContain('<script>register()</script>');
    expect(assemblePage(parts, variant('gateway.html'))).not.toContain('register()');
  });

  test('may connect only if it is the Gateway page', () => {
    const policies = PAGE_VARIANTS.map((one) => /connect-src ([^;]*)/.exec(assemblePage(parts, one))![1]);
    expect(policies).toEqual([`'none'`, `'self' https: http://localhost:* http://127.0.0.1:*`, `'none'`]);
  });

  test.each([
    [
      'a script in the template',
      parts.template.replace('</body>', '<script>more()</script></body>'),
      'Expected 1 inline',
    ],
    [
      'a style in the template',
      parts.template.replace('</body>', '<style>b{}</style></body>'),
      '1 style, found 1 and 2',
    ],
    [
      'no place for the policy',
      parts.template.replace('<meta charset="utf-8" />', ''),
      'exactly one <meta charset',
    ],
    ['a style attribute', parts.template.replace('<div', '<div style="color:red"'), 'style attribute'],
  ])('with %s fails the build', (_, template, sentence) => {
    expect(() => assemblePage({ ...parts, template }, variant('doublet.html'))).toThrow(sentence);
  });
});
