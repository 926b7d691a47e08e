import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
const ENGINE = ['import', 'gateway', 'detect', 'sensor', 'review', 'report', 'store'];

/** What each part may import besides itself: other parts, or single files of them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  identifiers: ['model'],
  import: ['model', 'identifiers'],
  // A page of the Gateway is read by the format that also reads it from a file.
  gateway: ['model', 'identifiers', 'import/formats'],
  detect: ['model', 'identifiers'],
  sensor: ['model', 'identifiers'],
  review: ['model', 'identifiers'],
  report: ['model', 'identifiers'],
  // A program of its own, which stands in the HTML report; nothing of the engine imports it.
  'report/html/viewer': ['model', 'identifiers', 'report/html', 'report/rows'],
  store: ['model', 'identifiers'],
  worker: ['model', 'identifiers', ...ENGINE],
  client: ['model', 'worker/api', 'worker/worker'],
  ui: ['model', 'client'],
  main: ['ui', 'client'],
  // The development proxy lets calls through to the known platforms only.
  build: ['gateway/platforms'],
  // The service worker and its registration.
  offline: [],
};

const FORBIDDEN_NAMES =
  /^(utils?|helpers?|common|misc|info|data|lib|shared|manager|handlers?|process)(\.|$)/i;
const MOST_LINES = 350;

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();
const programs = files.filter((file) => /\.(ts|tsx|js)$/.test(file));

describe('the parts of the house', () => {
  test('are all in the table', () => {
    expect(programs.filter((file) => !(partOf(file) in MAY_IMPORT))).toEqual([]);
  });

  test('import only what the table allows', () => {
    const offending = programs.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => !allowed(file, target))
        .map(({ line, text }) => `src/${file}:${line} ${text}`),
    );
    expect(offending).toEqual([]);
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

  test('do not import in a circle', () => {
    expect(circles()).toEqual([]);
  });
});

interface Import {
  readonly line: number;
  readonly text: string;
  /** Path below `src`, without the ending; only imports of own files are looked at. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function read(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const text = read(file);
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b([^;'"]*?)from\s*['"](\.[^'"]+)['"]|import\(?\s*['"](\.[^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => {
    const path = (match[2] ?? match[3])!;
    const target = posix.join(dirname(file), path.replace(/\?.*$/, '')).replace(/\.(ts|tsx|js)$/, '');
    const line = text.slice(0, match.index + match[0].length).split('\n').length;
    return { line, text: `imports ${path}`, target, typeOnly: /^\s*type\b/.test(match[1] ?? '') };
  });
}

/** The most specific part of the table that a file or a target belongs to. */
function partOf(path: string): string {
  const plain = path.replace(/\.(ts|tsx|js)$/, '');
  const parts = Object.keys(MAY_IMPORT).filter((part) => plain === part || plain.startsWith(`${part}/`));
  return parts.sort((a, b) => b.length - a.length)[0] ?? plain;
}

function allowed(file: string, target: string): boolean {
  if (target.startsWith('../')) return /^\.\.\/(public\/[^/]+|package\.json)$/.test(target);
  const part = partOf(file);
  if (partOf(target) === part) return true;
  return (MAY_IMPORT[part] ?? []).some((other) => target === other || target.startsWith(`${other}/`));
}

/** Circles of imports that exist at run time; types are gone by then. */
function circles(): string[] {
  const byTarget = new Map(programs.map((file) => [file.replace(/\.(ts|tsx|js)$/, ''), file]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { target, typeOnly } of importsOf(file)) {
      const next = byTarget.get(target) ?? byTarget.get(`${target}/index`);
      if (next !== undefined && !typeOnly) visit(next, [...path, file]);
    }
    done.add(file);
  };
  for (const file of programs) visit(file, []);
  return found;
}
