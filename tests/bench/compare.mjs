// How long two exports take to compare, without a browser: node --expose-gc tests/bench/compare.mjs [assets]
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { createInterface } from 'node:readline';
import { benchFile } from './bench-files.mjs';
import { bundled } from './bundled.mjs';

const assets = Number(process.argv[2] ?? 1_000_000);
const path = await benchFile('light', assets);
const changed = `/tmp/doublet-compare-${assets}.json`;
await writeChanged(path, changed);
const { compare, datasetOf } = await bundled('compare-entry.ts');
const later = await datasetOf(await openAsBlob(changed));
for (const [what, earlier] of [
  [
    'a month later: 5 % with another ID, 2 % renamed, 1 % on other hardware',
    await datasetOf(await openAsBlob(path)),
  ],
  ['the same export twice', later],
]) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  let most = 0;
  const sampling = setInterval(() => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    most = Math.max(most, heapUsed + arrayBuffers);
  }, 20);
  const { ms, longest, counts, gone } = await compare(earlier, later);
  clearInterval(sampling);
  const peak = (most - before.heapUsed - before.arrayBuffers) / 1e6;
  console.log(
    `${what}: ${(ms / 1000).toFixed(1)} s, longest without a pause ${longest.toFixed(0)} ms, ${peak.toFixed(0)} MB besides the two datasets`,
  );
  const [still, differing, back, fresh] = counts;
  console.log(`  still ${still}, changed ${differing}, came back ${back}, new ${fresh}, gone ${gone}`);
}

/** The same export after a month, line by line. */
async function writeChanged(from, to) {
  const out = createWriteStream(to);
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(from) })) {
    let text = line;
    if (line.startsWith('{"assetId"')) {
      at++;
      if (at % 20 === 0) text = text.replace('"assetId":1', '"assetId":7');
      else if (at % 50 === 1) text = text.replaceAll('host-', 'node-');
      else if (at % 100 === 3)
        text = text
          .replaceAll('host-', 'box-')
          .replace('0f9d3c52', '11111111')
          .replaceAll('00:50:56', '00:51:57');
    }
    if (!out.write(`${text}\n`)) await new Promise((resolve) => out.once('drain', resolve));
  }
  await new Promise((resolve) => out.end(resolve));
}
