import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const RULE = join(import.meta.dirname, '../../lint/html-sinks.grit');
const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Lines of a program against which the rule of the linter speaks. */
function refused(lines: readonly string[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'doublet-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = { root: true, plugins: [RULE], linter: { rules: { preset: 'none' } } };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'sample.tsx'), `${lines.join('\n')}\n`);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [BIOME, 'lint', '--max-diagnostics=100', 'sample.tsx'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return [...`${stdout}${stderr}`.matchAll(/sample\.tsx:(\d+):\d+ plugin/g)].map((match) => Number(match[1]));
}

test('the linter refuses every way of making markup or script of a text, and nothing else', () => {
  const bad = [
    'one.innerHTML = text;',
    'one.two.innerHTML += text;',
    'one.outerHTML = text;',
    'frame.srcdoc = text;',
    'one.insertAdjacentHTML("beforeend", text);',
    'one.setHTMLUnsafe(text);',
    'range.createContextualFragment(text);',
    'document.write(text);',
    'document.writeln(text, text);',
    'const parser = new DOMParser();',
    'const made = new Function("a", text);',
    'eval(text);',
    'const part = <div innerHTML={text} />;',
    'const other = <iframe srcdoc={text} />;',
  ];
  expect(refused(bad)).toEqual(bad.map((_, at) => at + 1));
  expect(
    refused(['one.textContent = text;', 'one.append(text);', 'const part = <div>{text}</div>;']),
  ).toEqual([]);
});
