import { compareDatasets } from '../../src/features/changes/compare/compare';
import { importSources } from '../../src/import/import';
import type { Dataset } from '../../src/model/dataset';
import { UNWATCHED } from '../../src/model/progress';

/** An export as a dataset. */
export async function datasetOf(blob: Blob): Promise<Dataset> {
  const answer = await importSources([{ name: 'assets.json', blob }], { origin: 'files' }, null, UNWATCHED);
  if (answer.kind !== 'dataset') throw new Error('A mapping was asked for.');
  return answer.dataset;
}

/** Compares two; the longest time between two pauses, and what came of it. */
export async function compare(earlier: Dataset, later: Dataset) {
  let longest = 0;
  let last = performance.now();
  const began = last;
  const pause = () => {
    longest = Math.max(longest, performance.now() - last);
    return new Promise<void>((resolve) => {
      setImmediate(() => {
        last = performance.now();
        resolve();
      });
    });
  };
  const { matches } = await compareDatasets(
    () => Promise.resolve(earlier),
    later,
    () => Promise.resolve(earlier),
    { ...UNWATCHED, pause },
  );
  await pause();
  const counts = [0, 0, 0, 0];
  for (const kind of matches.kinds) counts[kind]!++;
  return { ms: performance.now() - began, longest, counts, gone: matches.gone.length };
}
