import { contentSecurityPolicy, hashSource } from './content-security-policy.ts';
import { findInlineBlocks, inlineScript, inlineStyle } from './inline-blocks.ts';
import type { PageVariant } from './page-variant.ts';

/** What every page is made of. */
export interface PageParts {
  /** `index.html` with the build's own tags for script and style taken out. */
  readonly template: string;
  readonly script: string;
  readonly style: string;
  /** Registers the service worker. */
  readonly registration: string;
  /** `icon.svg`, for the page that has no file beside it. */
  readonly icon: string;
  /** Licence texts of what is inside, shown by the Help screen. */
  readonly licences: string;
  /** The commit that was built; "" where it is not known. */
  readonly revision: string;
}

/**
 * One page, complete, with its policy.
 * @throws if the page has not exactly the inline blocks it should have, each allowed by its hash.
 */
export function assemblePage(parts: PageParts, variant: PageVariant): string {
  const scripts = [inlineScript(parts.script)];
  if (variant.offline) scripts.push(inlineScript(parts.registration));
  const styles = [inlineStyle(parts.style)];
  const policy = contentSecurityPolicy(variant, { scripts, styles });
  const head = variant.hosted ? parts.template : withoutFiles(parts.template, parts.icon);
  // Functions, because `$&` in a replacement text would be taken for a pattern.
  const html = replaceOnce(head, '<meta charset="utf-8" />', (found) =>
    [
      found,
      `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
      `<meta name="doublet-page" content="${variant.page}" />`,
      `<meta name="doublet-commit" content="${parts.revision}" />`,
    ].join('\n    '),
  );
  const styled = replaceOnce(html, '</head>', (found) => `  <style>${styles[0]}</style>\n  ${found}`);
  const licences = `<pre id="licences" hidden>${escapeText(parts.licences)}</pre>\n`;
  const tail = scripts.map((script) => `<script>${script}</script>\n`).join('');
  const page = replaceOnce(styled, '</body>', (found) => `  ${licences}${tail}  ${found}`);
  verifyBlocks(page, policy, scripts.length);
  return page;
}

function verifyBlocks(page: string, policy: string, scripts: number): void {
  const found = findInlineBlocks(page);
  if (found.scripts.length !== scripts || found.styles.length !== 1) {
    throw new Error(
      `Expected ${scripts} inline scripts and 1 style, found ${found.scripts.length} and ${found.styles.length}`,
    );
  }
  for (const text of [...found.scripts, ...found.styles]) {
    const hash = hashSource(text);
    if (!policy.includes(hash)) throw new Error(`An inline block is not in the page's policy: ${hash}`);
  }
}

function withoutFiles(template: string, icon: string): string {
  const icons = /[ \t]*<link rel="(?:icon|apple-touch-icon|manifest)"[^>]*>\n?/g;
  const href = `data:image/svg+xml;base64,${Buffer.from(icon, 'utf8').toString('base64')}`;
  return replaceOnce(
    template.replace(icons, ''),
    '</head>',
    (end) => `  <link rel="icon" href="${href}" />\n  ${end}`,
  );
}

function replaceOnce(text: string, mark: string, replacement: (found: string) => string): string {
  if (text.split(mark).length !== 2) throw new Error(`index.html must have exactly one ${mark}`);
  return text.replace(mark, replacement);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
