import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const MODULE = 'virtual:report-viewer';
const RESOLVED = `\0${MODULE}`;
const FOLDER = fileURLToPath(new URL('../report/html/viewer/', import.meta.url));

/** The viewer as it is written into every HTML report. */
interface Viewer {
  readonly script: string;
  readonly style: string;
}

let latest: { readonly files: string; readonly viewer: Promise<Viewer> } | null = null;

/**
 * Builds the viewer of the HTML report, a program of its own, and offers it as strings with their CSP hashes:
 * `import { script, style, scriptHash, styleHash } from 'virtual:report-viewer'`. It belongs into the plugins
 * of the page, of the worker and of the tests; the three share one build.
 */
export function reportViewer(): Plugin {
  return {
    name: 'report-viewer',
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const files = await readdir(FOLDER);
      for (const file of files) this.addWatchFile(FOLDER + file);
      const { script, style } = await latestViewer(files);
      const constants = { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
      return Object.entries(constants)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** The viewer as its files are now: built again only when one of them has changed. */
async function latestViewer(names: readonly string[]): Promise<Viewer> {
  const changed = await Promise.all(names.map(async (name) => (await stat(FOLDER + name)).mtimeMs));
  const files = names.map((name, at) => `${name} ${changed[at]}`).join('\n');
  if (latest?.files !== files) latest = { files, viewer: buildViewer() };
  return latest.viewer;
}

async function buildViewer(): Promise<Viewer> {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'error',
    root: FOLDER,
    build: {
      write: false,
      // Reports are opened years later and on other machines than the page: as old as the page's own target.
      target: ['chrome111', 'edge111', 'firefox128', 'safari17'],
      lib: { entry: `${FOLDER}main.ts`, formats: ['iife'], name: 'DoubletReport', cssFileName: 'viewer' },
    },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
    'output' in bundle ? bundle.output : [],
  );
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code.trim()] : []));
  const style = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source).trim()] : [],
  );
  if (script.length !== 1 || style.length !== 1 || files.length !== 2) {
    const names = files.map((file) => file.fileName).join(', ');
    throw new Error(`The report viewer must become one script and one style sheet, not: ${names}`);
  }
  return { script: endingNothing(script[0]!), style: endingNothing(style[0]!) };
}

/** A report holds both as inline blocks: nothing in them may look like a block's end. */
function endingNothing(text: string): string {
  if (/<\/(script|style)|<!--/i.test(text))
    throw new Error('The report viewer would end its own block early');
  return text;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
