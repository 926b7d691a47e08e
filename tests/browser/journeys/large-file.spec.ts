import { createReadStream, createWriteStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { TestInfo } from '@playwright/test';
import { writeExport } from '../../fixtures/generate.mjs';
import { Bed, expect, test } from '../test-bed';

// Files from 32 MB on are read by several threads at once, packed ones by the engine alone.

/** A file of some 56 MB, made anew for the test. */
async function largeFile(info: TestInfo): Promise<string> {
  const path = info.outputPath('large.json');
  await writeExport('light', 120_000, path);
  return path;
}

/** Chooses the file as a person does, and waits for the end. Answers how many threads there were at most. */
async function choose(bed: Bed, path: string): Promise<number> {
  let threads = 0;
  bed.page.on('worker', () => {
    threads++;
  });
  const [chooser] = await Promise.all([
    bed.page.waitForEvent('filechooser'),
    bed.page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(path);
  await bed.state('busy');
  await bed.state('ready', 'error');
  return threads;
}

test('a large file comes to the same by several threads as by one', async ({ bed, delivery }, info) => {
  const path = await largeFile(info);
  await pipeline(createReadStream(path), createGzip({ level: 1 }), createWriteStream(`${path}.gz`));
  await bed.open();
  expect(await choose(bed, path)).toBeGreaterThanOrEqual(2);
  const figures = await bed.figures();
  expect(figures.get('Host assets')).toBe('120,000');
  const alone = new Bed(await bed.page.context().newPage(), delivery, bed.address);
  await alone.open();
  await choose(alone, `${path}.gz`);
  expect(await alone.figures()).toEqual(figures);
});

test('a large file that is cut off keeps what was read and says so', async ({ bed }, info) => {
  const path = await largeFile(info);
  await truncate(path, 45_000_000);
  await bed.open();
  await choose(bed, path);
  await expect(
    bed.page.getByText(/ends inside record 9\d,\d{3} \(byte 44,99\d,\d{3}\)/).first(),
  ).toBeVisible();
  const assets = Number((await bed.figures()).get('Host assets')?.replaceAll(',', ''));
  expect(assets).toBeGreaterThan(90_000);
  expect(assets).toBeLessThan(100_000);
});
