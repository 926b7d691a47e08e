// Prints what finding duplicates takes, for sizes and shapes of inventory: node tests/bench/detect.mjs [shape|all] [size …]
import { bundled } from './bundled.mjs';

const only = process.argv[2] ?? 'all';
const sizes = process.argv.slice(3).map(Number);
const { findDuplicates, DEFAULT_SETTINGS, inventory, SHAPES } = await bundled('./detect-entry.ts');

console.log('shape            assets        ms   µs/asset  longest slice ms    groups           pairs');
for (const [shape, most] of SHAPES) {
  for (const size of sizes.length > 0 ? sizes : [100, 1_000, 10_000, 100_000, 1_000_000]) {
    if (size > most || (only !== 'all' && only !== shape)) continue;
    const dataset = inventory(size, shape);
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await measure(findDuplicates, dataset, DEFAULT_SETTINGS));
    runs.sort((a, b) => a.ms - b.ms);
    const { ms, longest, summary } = runs[1];
    console.log(
      [
        shape.padEnd(15),
        String(size).padStart(9),
        ms.toFixed(1).padStart(9),
        ((ms / size) * 1000).toFixed(2).padStart(10),
        longest.toFixed(0).padStart(17),
        String(summary.groups).padStart(9),
        `${summary.pairsAtLeast ? '≥ ' : ''}${summary.pairs}`.padStart(15),
      ].join(' '),
    );
  }
}

/** One run, with the longest time that other work had to wait. */
async function measure(findDuplicates, dataset, settings) {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
  };
  const pause = async () => {
    look();
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
  const start = last;
  const { summary } = await findDuplicates(dataset, settings, { report: () => undefined, pause });
  look();
  return { ms: performance.now() - start, longest, summary };
}
