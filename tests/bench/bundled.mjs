import { fileURLToPath } from 'node:url';
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
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
