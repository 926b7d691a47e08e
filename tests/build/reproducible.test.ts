import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = [
  'index.html',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'public',
  'src',
  'vite.config.ts',
];
const SETTINGS = [
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.page.json',
  'tsconfig.engine.json',
  'tsconfig.node.json',
];

test('another folder makes the same bytes of the same source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'a folder of another name '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of [...SOURCE, ...SETTINGS])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const page = readFileSync(join(ROOT, 'dist/index.html'), 'utf8');
  const commit = /<meta name="doublet-commit" content="([^"]*)"/.exec(page)![1]!;
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  // Another place on earth as well: nothing of the machine's time and language may get into the files.
  // Without what the test runner sets for its own programs.
  const { NODE_ENV: _mode, VITEST: _runner, ...own } = process.env;
  const env = { ...own, DOUBLET_COMMIT: commit, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' };
  const built = spawnSync(process.execPath, [vite, 'build'], { cwd: folder, env, encoding: 'utf8' });
  expect(built.status, built.stderr).toBe(0);
  expect(readFileSync(join(folder, 'dist/SHA256SUMS'), 'utf8')).toBe(
    readFileSync(join(ROOT, 'dist/SHA256SUMS'), 'utf8'),
  );
});
