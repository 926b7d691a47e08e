import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NARROW_SCREEN, SMALL_SCREEN } from '../../../src/ui/state/small-screen';

const SRC = join(import.meta.dirname, '../../../src');
const TOKENS = 'style/tokens.css';

const ALL = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();
const PAGE = ALL.filter((file) => /^(ui|app|features\/[^/]+\/page)\/.*\.css$/.test(file));
/** The HTML report's, which has the tokens in common with the page. */
const REPORT = 'report/html/viewer/viewer.css';
const STYLED = [...PAGE, REPORT];
const PROGRAMS = ALL.filter((file) => /^(ui|app|features\/[^/]+\/page)\/.*\.tsx?$/.test(file));

const read = (file: string) => readFileSync(join(SRC, file), 'utf8');
/** Without comments, so that a rule of this test can be named in one. */
const rulesOf = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\//g, '');

interface Declaration {
  readonly file: string;
  readonly property: string;
  readonly value: string;
}

const declarations: readonly Declaration[] = STYLED.flatMap((file) =>
  [...rulesOf(file).matchAll(/([a-z-]+):\s([^;{}]+);/g)].map(([, property, value]) => ({
    file,
    property: property!,
    value: value!.trim(),
  })),
);
const tokens = new Map(
  [TOKENS, 'style/group-colours.css'].flatMap((file) =>
    [...rulesOf(file).matchAll(/(--[\w-]+):\s([^;]+);/g)].map(([, name, value]): [string, string] => [
      name!,
      value!.trim(),
    ]),
  ),
);
const told = ({ file, property, value }: Declaration) => `${file}: ${property}: ${value}`;
const valuesOf = (family: string) =>
  new Set([...tokens].filter(([name]) => name.startsWith(`--${family}`)).map(([, value]) => value));

describe('the stylesheets of page and report', () => {
  it('take space from its tokens', () => {
    const steps = valuesOf('space-');
    const literal = declarations
      .filter(({ property }) => /^(margin|padding|gap|row-gap|column-gap)/.test(property))
      .filter(({ value }) => (value.match(/(?<![\w.])[\d.]+px/g) ?? []).some((step) => steps.has(step)));
    expect(literal.map(told)).toEqual([]);
  });

  it('take corners, layers, colours and type from their tokens', () => {
    const literal = declarations.filter(
      ({ property, value }) =>
        (property === 'border-radius' && /\dpx/.test(value)) ||
        (property === 'z-index' && /\d/.test(value)) ||
        (property === 'font-size' && /[\d.](px|rem)/.test(value)) ||
        (property !== 'mask-image' && !property.startsWith('--') && /#[0-9a-f]{3,8}\b|\brgb\(/i.test(value)),
    );
    expect(literal.map(told)).toEqual([]);
  });

  it('use only tokens that there are, and every token', () => {
    const used = new Set(
      [...STYLED, TOKENS].flatMap((file) =>
        [...rulesOf(file).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!),
      ),
    );
    const viewer = ALL.filter((file) => /^report\/html\/viewer\/.*\.ts$/.test(file));
    const setByPrograms = new Set(
      [...PROGRAMS, ...viewer].flatMap((file) => read(file).match(/--[a-z][\w-]+(?=')/g) ?? []),
    );
    const setByRules = new Set(declarations.map(({ property }) => property));
    const known = (name: string) => tokens.has(name) || setByPrograms.has(name) || setByRules.has(name);
    expect([...used].filter((name) => !known(name))).toEqual([]);
    expect([...tokens.keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  it('change at the two widths that the programs know', () => {
    const queries = PAGE.flatMap((file) => rulesOf(file).match(/\((?:max|min)-width[^)]*\)/g) ?? []);
    expect([...new Set(queries)].sort()).toEqual([NARROW_SCREEN, SMALL_SCREEN].sort());
    expect(PROGRAMS.filter((file) => /699\.98|max-width: \d/.test(read(file)))).toEqual([
      'ui/state/small-screen.ts',
    ]);
  });

  it('are each imported: the kit’s in its list, a feature’s by one of its components', () => {
    const listed = new Set(
      (read('ui/styles.css').match(/"\.\/([^"]+)"/g) ?? []).map((path) => path.slice(3, -1)),
    );
    const kit = PAGE.filter((file) => file.startsWith('ui/') && file !== 'ui/styles.css');
    expect(kit.filter((file) => !listed.has(file.slice('ui/'.length)))).toEqual([]);
    const own = PAGE.filter((file) => !file.startsWith('ui/'));
    const imported = PROGRAMS.flatMap((file) =>
      (read(file).match(/import '\.\/([\w-]+\.css)'/g) ?? []).map(
        (text) => `${file.slice(0, file.lastIndexOf('/'))}/${text.slice(10, -1)}`,
      ),
    );
    expect([...imported].sort()).toEqual(own);
  });

  it('put no name into a feature that another feature’s stylesheet has', () => {
    const owners = new Map<string, Set<string>>();
    for (const file of PAGE.filter((path) => path.startsWith('features/'))) {
      for (const [, name] of rulesOf(file).matchAll(/(?:^|\n)\s*\.([a-z][\w-]*)\s*[{,]/g)) {
        owners.set(name!, (owners.get(name!) ?? new Set()).add(file.split('/')[1]!));
      }
    }
    expect([...owners].filter(([, features]) => features.size > 1).map(([name]) => name)).toEqual([]);
  });
});
