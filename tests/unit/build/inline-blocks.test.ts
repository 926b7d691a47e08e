import { describe, expect, test } from 'vitest';
import { findInlineBlocks, inlineScript, inlineStyle } from '../../../src/build/inline-blocks';

describe('a script that goes inside a page', () => {
  test('cannot end its element or open a comment, and means the same', () => {
    const code = `globalThis.answer = ['</script>', \`</SCRIPT\`, "<!--", /<\\/script/.source]`;
    const safe = inlineScript(code);
    expect(safe).not.toMatch(/<\/script|<!--/i);
    const scope: { answer?: unknown } = {};
    new Function('globalThis', safe)(scope);
    expect(scope.answer).toEqual(['</script>', '</SCRIPT', '<!--', '<\\/script']);
  });

  test.each([
    ['a carriage return', 'a\rb'],
    ['a NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800b'],
  ])('is refused with %s, which a browser would read as something else', (_, code) => {
    expect(() => inlineScript(code)).toThrow(/carriage return|lone surrogate/);
  });

  test('a style that ends its element is refused', () => {
    expect(() => inlineStyle('a::after { content: "</style>" }')).toThrow('</style');
  });
});

describe('the blocks of a page', () => {
  test('are found with their exact text', () => {
    const page = '<head><style> a{} </style></head><body><script>1<2</script>\n<script>\n2</script></body>';
    expect(findInlineBlocks(page)).toEqual({ scripts: ['1<2', '\n2'], styles: [' a{} '] });
  });

  test.each([
    ['a script by address', '<script src="a.js"></script>', 'attributes'],
    ['a style in an attribute', '<p style="color:red">', 'style attribute'],
    ['a handler in an attribute', '<p class="x" onclick="go()">', 'onclick attribute'],
    ['a linked style sheet', '<link rel="stylesheet" href="a.css">', 'links to a style sheet'],
    ['a preloaded module', '<link rel="modulepreload" href="a.js">', 'links to a style sheet or script'],
  ])('%s fails the build', (_, page, sentence) => {
    expect(() => findInlineBlocks(page)).toThrow(sentence);
  });
});
