import { gzipSync } from 'node:zlib';

/** Most bytes a delivery may take after gzip; raise it only with a line in the change that needs it. */
const BUDGET: ReadonlyMap<string, number> = new Map([
  ['index.html', 640_000],
  ['gateway.html', 640_000],
  ['doublet.html', 640_000],
  ['sw.js', 2_000],
]);

/**
 * A line for each file that has a budget: its size, and its size after gzip, in bytes.
 * @throws if one is over its budget.
 */
export function sizeReport(files: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [name, text] of files) {
    const budget = BUDGET.get(name);
    if (budget === undefined) continue;
    const bytes = Buffer.byteLength(text);
    const zipped = gzipSync(text, { level: 9 }).length;
    const figures = [bytes, zipped, budget].map((figure) => figure.toLocaleString('en').padStart(10));
    lines.push(
      `  ${name.padEnd(14)}${figures[0]} bytes ${figures[1]} gz   (budget ${figures[2]!.trim()} gz)`,
    );
    if (zipped > budget) throw new Error(`${name} takes ${zipped} bytes after gzip; its budget is ${budget}`);
  }
  return lines.join('\n');
}
