import type { ShippedPackage } from './shipped-packages.ts';

/**
 * The text of `LICENSES.txt`: Doublet's own licence, then those of the packages inside it. Packages with the
 * same text share it.
 */
export function licencesText(own: string, packages: readonly ShippedPackage[]): string {
  const sharing = new Map<string, ShippedPackage[]>();
  for (const one of packages) {
    const text = unindented(one.text);
    sharing.set(text, [...(sharing.get(text) ?? []), one]);
  }
  const sections = [...sharing].map(([text, owners]) => {
    const names = owners.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${names.join('\n')}\n\n${text}`;
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${[`Doublet\n\n${own.trim()}`, ...sections].join(rule)}\n`;
}

/** Line ends and trailing spaces differ between packages; the words do not. */
function unindented(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
