import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INCLUDED_FIELDS } from '../../../../src/features/gateway/api/query';
import { startMockGateway } from '../../../gateway/mock-gateway.mjs';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/getting-an-export.md'), 'utf8');
const script = /```sh\n([\s\S]*?)```/.exec(guide)![1]!;
const runs = spawnSync('sh', ['-c', 'command -v curl']).status === 0;

test('the guide asks for every field that a dataset keeps, in both scripts', () => {
  const lists = [...guide.matchAll(/^\$?fields ?= ?'?([A-Za-z,]+)'?$/gim)].map(([, list]) => list);
  expect(lists).toEqual([INCLUDED_FIELDS.join(','), INCLUDED_FIELDS.join(',')]);
});

test.runIf(runs)(
  'the guide’s script fetches every page once, and keeps the password out of the arguments',
  async () => {
    const assets = Array.from({ length: 700 }, (_, at) => JSON.stringify({ assetId: 1_000 + at }));
    const gateway = await startMockGateway({ assets, userName: 'me', password: 'p&w d' });
    const folder = mkdtempSync(join(tmpdir(), 'doublet-export-'));
    writeFileSync(join(folder, 'export.sh'), script);
    const shell = spawn('sh', ['export.sh'], {
      cwd: folder,
      env: { ...process.env, BASE: `${gateway.url}/gateway.example` },
    });
    shell.stdin.end('me\np&w d\n');
    const code = await new Promise((resolve) => shell.on('exit', resolve));
    await gateway.close();
    const pages = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const ids = pages.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/"assetId":(\d+)/g)].map(([, id]) => id),
    );
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
    expect(ids).toEqual(assets.map((_, at) => String(1_000 + at)));
    expect(script).not.toMatch(/\$PASSWORD"? *(\\\n|--data)/);
  },
);
