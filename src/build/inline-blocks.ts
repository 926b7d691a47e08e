import type { InlineBlocks } from './content-security-policy.ts';

/** A JavaScript text that can stand between script tags without ending or hiding them. */
export function inlineScript(code: string): string {
  // In a string, a template or a regular expression `\x3C` means `<`; elsewhere neither sequence can stand.
  const safe = code
    .trim()
    .replace(/<\/(?=script)/gi, '\\x3C/')
    .replace(/<!--/g, '\\x3C!--');
  return refuseRewritten(safe, 'script');
}

/** A style sheet that can stand between style tags. */
export function inlineStyle(css: string): string {
  if (/<\/style/i.test(css))
    throw new Error('The style sheet contains "</style", which would end its element');
  return refuseRewritten(css.trim(), 'style');
}

/** An HTML parser replaces these before the browser hashes the text, so the hash would never match. */
function refuseRewritten(text: string, what: string): string {
  if (/[\r\0]/.test(text)) throw new Error(`The ${what} contains a carriage return or a NUL character`);
  if (!text.isWellFormed()) throw new Error(`The ${what} contains a lone surrogate`);
  return text;
}

/**
 * The inline scripts and styles that stand in a page.
 * @throws if a script or style is loaded by address, or a style or handler stands in an attribute.
 */
export function findInlineBlocks(html: string): InlineBlocks {
  const scripts: string[] = [];
  const styles: string[] = [];
  const frame = html.replace(
    /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g,
    (_, tag: string, rest: string, text: string) => {
      if (rest.trim() !== '')
        throw new Error(`A <${tag}${rest}> has attributes; the page must have plain inline blocks`);
      (tag === 'script' ? scripts : styles).push(text);
      return '';
    },
  );
  const attribute = /<[a-z][^>]*\s(style|on[a-z]+)\s*=/i.exec(frame);
  if (attribute) throw new Error(`The page has a ${attribute[1]} attribute, which its policy would block`);
  if (/<link[^>]*rel="?(stylesheet|modulepreload|preload)/i.test(frame)) {
    throw new Error('The page links to a style sheet or script instead of having it inside');
  }
  return { scripts, styles };
}
