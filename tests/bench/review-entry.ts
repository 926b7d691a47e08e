import { createMachines } from '../../src/features/machines/engine/engine';
import { createReview } from '../../src/features/review/engine/engine';
import { importSources } from '../../src/import/import';
import { UNWATCHED } from '../../src/model/progress';
import { createKit } from '../../src/worker/kit';

/** Judgement and review alone, of one file; nothing is kept. */
export async function openReview(blob: Blob) {
  const kit = createKit(() => Promise.reject(new Error('no store')));
  const machines = createMachines(kit);
  const review = createReview(kit, { judgement: machines.source });
  const answer = await importSources([{ name: 'assets.json', blob }], { origin: 'files' }, null, UNWATCHED);
  if (answer.kind !== 'dataset') throw new Error('A mapping was asked for.');
  await kit.session.open({ dataset: answer.dataset, sources: [], stored: 'nothing' }, UNWATCHED);
  return { ...machines.calls, ...review.calls };
}
