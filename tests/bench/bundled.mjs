import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** An entry bundled as it ships: run module by module through Vite, every import is a property access, and slow. */
export async function bundled(entry) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL(entry, import.meta.url)),
      write: false,
      target: 'node20',
    },
    ssr: { noExternal: true },
  });
  // A file and no `data:` address: packages that Node bundles ask for their own place.
  mkdirSync('.cache/bench', { recursive: true });
  const path = join(process.cwd(), '.cache/bench', `${entry.replace(/\W+/g, '-')}.mjs`);
  writeFileSync(path, output[0].code);
  return import(pathToFileURL(path).href);
}
