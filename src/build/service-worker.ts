import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';

const SOURCE = new URL('../offline/service-worker.ts', import.meta.url);

/**
 * `sw.js`: the service worker with the list of files it keeps and their version, which is a hash of their
 * contents: the browser takes the worker for a new one exactly when a file has changed.
 */
export async function serviceWorker(files: ReadonlyMap<string, string | Uint8Array>): Promise<string> {
  const names = [...files.keys()].sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(files.get(name)!);
  const constants = { VERSION: hash.digest('hex').slice(0, 16), FILES: names };
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), 'service-worker.ts', {
    sourcemap: false,
  });
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  return `${lines.join('\n')}\n${code}`;
}
