import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
const KITS = ['model', 'arrays', 'wording', 'identifiers', 'import', 'detect', 'tables', 'report', 'store'];

/** What each kit may import besides itself: other kits, or single files of them. */
const KIT_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  arrays: ['model'],
  wording: ['model'],
  identifiers: ['model', 'arrays', 'wording'],
  import: ['model', 'arrays', 'wording', 'identifiers'],
  detect: ['model', 'arrays', 'wording', 'identifiers'],
  tables: ['model', 'arrays', 'wording', 'identifiers'],
  // Tokens of colour, type and space: stylesheets that page and HTML report share, and the group colours for Excel.
  style: [],
  report: ['model', 'arrays', 'wording', 'identifiers', 'style', 'tables'],
  // A program of its own, which stands in the HTML report; nothing of the engine imports it.
  'report/html/viewer': ['model', 'arrays', 'wording', 'identifiers', 'style', 'report/html', 'tables'],
  store: ['model', 'arrays', 'wording', 'identifiers'],
  worker: KITS,
  client: ['model', 'worker/api'],
  ui: ['model', 'arrays', 'wording', 'identifiers', 'style', 'client'],
  // The service worker and its registration.
  offline: [],
  // The development proxy lets calls through to the known platforms only.
  build: ['features/gateway/api/platforms'],
  main: ['app'],
};

const ENGINE_SIDE = [...KITS, 'worker'];
const PAGE_SIDE = ['model', 'arrays', 'wording', 'identifiers', 'client', 'ui'];

/** Rooms of a feature that both its sides may use: what it is about, without worker and page. */
const ROOMS_OF_PAGE = ['page', 'types', 'types.ts', 'calls.ts'];

const FORBIDDEN_NAMES =
  /^(utils?|helpers?|common|misc|info|data|lib|shared|manager|handlers?|process)(\.|$)/i;
const MOST_LINES = 350;

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();
const programs = files.filter((file) => /\.(ts|tsx|js)$/.test(file));
const features = [...new Set(files.filter((file) => file.startsWith('features/')).map(featureOf))];

describe('the parts of the house', () => {
  test('are all in the table', () => {
    const known = (file: string) =>
      partOf(file) in KIT_MAY_IMPORT || file.startsWith('features/') || file.startsWith('app/');
    expect(programs.filter((file) => !known(file))).toEqual([]);
  });

  test('import only what the table allows', () => {
    const offending = programs.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => !allowed(file, target))
        .map(({ text }) => `src/${file} ${text}`),
    );
    expect(offending).toEqual([]);
  });

  test('name each feature once for the engine and once for the page', () => {
    const namedIn = (program: string) =>
      importsOf(`app/${program}`)
        .map(({ target }) => target)
        .filter((target) => target.startsWith('features/'))
        .map(featureOf)
        .sort();
    const hasCalls = (feature: string) => files.includes(`features/${feature}/calls.ts`);
    const having = (room: string) =>
      features.filter((feature) => files.some((file) => file.startsWith(`features/${feature}/${room}/`)));
    expect(namedIn('engine.ts')).toEqual(having('engine'));
    expect(namedIn('engine-api.ts')).toEqual(features.filter(hasCalls));
    // A feature's page is one import of its index, and no other file of the app names it.
    const pagesOf = (file: string) =>
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => /^features\/[^/]+\/page(\/|$)/.test(target));
    expect(pagesOf('app/screens.ts')).toEqual(having('page').map((feature) => `features/${feature}/page`));
    const others = programs.filter((file) => file.startsWith('app/') && file !== 'app/screens.ts');
    expect(others.flatMap(pagesOf)).toEqual([]);
  });

  test('give each file and folder a name of the field', () => {
    const named = files.flatMap((file) => file.split('/').map((name) => ({ file, name })));
    expect(named.filter(({ name }) => FORBIDDEN_NAMES.test(name)).map(({ file }) => file)).toEqual([]);
  });

  test(`keep each file under ${MOST_LINES} lines`, () => {
    const long = programs
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ file, lines }) => `src/${file} has ${lines} lines`);
    expect(long).toEqual([]);
  });

  test('put no style attribute into markup, which the policy of the page would block', () => {
    const markup = programs.filter((file) => file.endsWith('.tsx') && /\sstyle=["`{]*["`]/.test(read(file)));
    expect(markup).toEqual([]);
  });

  test('do not import in a circle, not even types', () => {
    expect(circles()).toEqual([]);
  });
});

interface Import {
  readonly text: string;
  /** Path below `src`, without the ending; only imports of own files are looked at. */
  readonly target: string;
}

function read(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const text = read(file);
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"](\.[^'"]+)['"]|import\(?\s*['"](\.[^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => {
    const path = (match[1] ?? match[2])!;
    const target = posix.join(dirname(file), path.replace(/\?.*$/, '')).replace(/\.(ts|tsx|js)$/, '');
    return { text: `imports ${path}`, target };
  });
}

/** The most specific kit of the table that a file or a target belongs to. */
function partOf(path: string): string {
  const plain = path.replace(/\.(ts|tsx|js)$/, '');
  const parts = Object.keys(KIT_MAY_IMPORT).filter((part) => within(plain, part));
  return parts.sort((a, b) => b.length - a.length)[0] ?? plain;
}

function within(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

function featureOf(path: string): string {
  return path.split('/')[1]!;
}

function onPage(path: string): boolean {
  return ROOMS_OF_PAGE.slice(0, 1).some((room) => path.split('/')[2] === room);
}

function allowed(file: string, target: string): boolean {
  if (target.startsWith('../')) return /^\.\.\/(public\/[^/]+|package\.json)$/.test(target);
  if (file.startsWith('app/')) return true;
  if (file.startsWith('features/')) return allowedForFeature(file, target);
  const part = partOf(file);
  if (partOf(target) === part) return true;
  return (KIT_MAY_IMPORT[part] ?? []).some((other) => within(target, other));
}

function allowedForFeature(file: string, target: string): boolean {
  const kits = onPage(file) ? PAGE_SIDE : ENGINE_SIDE;
  if (!target.startsWith('features/')) return kits.some((kit) => within(target, kit));
  if (featureOf(target) !== featureOf(file)) return false;
  const room = target.split('/')[2]!;
  return onPage(file) ? ROOMS_OF_PAGE.some((known) => known.replace('.ts', '') === room) : !onPage(target);
}

/** Circles of imports, types counted. */
function circles(): string[] {
  const byTarget = new Map(programs.map((file) => [file.replace(/\.(ts|tsx|js)$/, ''), file]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { target } of importsOf(file)) {
      const next = byTarget.get(target) ?? byTarget.get(`${target}/index`);
      if (next !== undefined) visit(next, [...path, file]);
    }
    done.add(file);
  };
  for (const file of programs) visit(file, []);
  return found;
}
