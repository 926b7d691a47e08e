import type { Plugin } from 'vite';

/** Where Solid makes the elements of a component from its markup, a constant of the compiled program. */
const SINK = 't.innerHTML = html;';
const SOLID = /\/node_modules\/solid-js\/web\/dist\/\w+\.js$/;

/**
 * Lets Solid's templates pass under `require-trusted-types-for 'script'`, and nothing else: they go through a policy
 * that only this module can reach. Fails where Solid no longer writes what this relies on.
 */
export function trustedTemplates(): Plugin {
  return {
    name: 'doublet:trusted-templates',
    apply: 'build',
    transform(code, id) {
      if (!SOLID.test(id.replaceAll('\\', '/').replace(/\?.*$/, ''))) return null;
      return { code: throughPolicy(code), map: null };
    },
  };
}

/** Solid's module with its one sink behind a policy of its own. */
export function throughPolicy(code: string): string {
  if (code.split(SINK).length !== 2) throw new Error('Solid no longer makes its templates as it did');
  const policy = `const templates = globalThis.trustedTypes?.createPolicy('solid-templates', { createHTML: (html) => html });`;
  return `${code.replace(SINK, 't.innerHTML = templates ? templates.createHTML(html) : html;')}\n${policy}\n`;
}
