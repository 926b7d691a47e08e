import { createMachines } from '../../../../src/features/machines/engine/engine';
import { createReview, type ReviewEngine } from '../../../../src/features/review/engine/engine';
import type { ReviewItem } from '../../../../src/features/review/types';
import type { Dataset } from '../../../../src/model/dataset';
import { ANSWERS } from '../../../../src/model/decision';
import type { JudgementSource } from '../../../../src/model/judgement-source';
import { UNWATCHED } from '../../../../src/model/progress';
import { createKit, type EngineKit } from '../../../../src/worker/kit';
import type { repeatable } from '../../../fixtures/generate.mjs';
import { must, silent } from '../../worker/support';
import { datasetOf } from '../machines/read-cases';
import { LEFT, type PlainRecord } from './support';

export type Random = ReturnType<typeof repeatable>;

/** An engine of judgement and review alone, which keeps nothing. */
export interface Reviewing {
  readonly kit: EngineKit;
  readonly source: JudgementSource;
  readonly review: ReviewEngine;
  open(records: readonly PlainRecord[], name?: string): Promise<Dataset>;
}

export function reviewing(): Reviewing {
  const kit = createKit(() => Promise.reject(new Error('no store')));
  const machines = createMachines(kit);
  const review = createReview(kit, { judgement: machines.source });
  return {
    kit,
    source: machines.source,
    review,
    open: async (records, name = 'test') => {
      const dataset = await datasetOf(records);
      const named = { ...dataset, header: { ...dataset.header, name } };
      await kit.session.open({ dataset: named, sources: [], stored: 'nothing' }, UNWATCHED);
      return named;
    },
  };
}

/** Answers questions at random, also wrongly: about some of the records, or others as well, with any record to keep. */
export async function decideAtRandom(
  { review, kit }: Reviewing,
  random: Random,
  count: number,
): Promise<number> {
  const { calls } = review;
  must(await calls.review(silent));
  const ids = idsOf(kit.session.requireOpen().dataset);
  let made = 0;
  for (let at = 0; at < count; at++) {
    if (random.below(4) === 0) must(await calls.setReviewer(['', 'ann', 'bob'][random.below(3)]!));
    const part = random.below(3) === 0 ? 'sample' : 'left';
    const length = must(await calls.openQueue({ ...LEFT, part }));
    if (length === 0) continue;
    const item = must(await calls.reviewItem(random.below(length)))!;
    const outcome = await calls.decide({
      item: item.id,
      answer: ANSWERS[random.below(10) < 6 ? 0 : random.below(3)]!,
      assetIds: recordsFor(item, ids, random),
      keep: random.below(3) === 0 ? item.assetIds[random.below(item.assetIds.length)]! : null,
      note: '',
    });
    if (outcome.ok) made++;
    if (random.below(8) === 0) await calls.undoDecision();
  }
  return made;
}

function recordsFor(item: ReviewItem, ids: readonly string[], random: Random): string[] {
  const some = item.assetIds.filter(() => random.below(6) > 0);
  if (random.below(4) === 0) some.push(ids[random.below(ids.length)]!);
  return [...new Set(some)];
}

export function idsOf({ columns, size }: Dataset): string[] {
  const text = new TextDecoder();
  const { bytes, ends } = columns.assetId;
  return Array.from({ length: size }, (_, at) =>
    text.decode(bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at])),
  );
}

/** What becomes of an inventory until the next import: records go, come back under other ids, change, or are new. */
export function successorOf(records: readonly PlainRecord[], random: Random): PlainRecord[] {
  const after: PlainRecord[] = [];
  for (const record of records) {
    switch (random.below(14)) {
      case 0:
        break;
      case 1:
      case 2:
        after.push({ ...record, assetId: 900_000_000 + Number(record['assetId']) });
        break;
      case 3:
        after.push({ ...record, biosSerialNumber: `NEW${random.below(1e9)}` });
        break;
      case 4:
        after.push({ ...record, assetName: `renamed-${random.below(1e6)}` });
        break;
      case 5:
        after.push(record, {
          ...record,
          assetId: 800_000_000 + Number(record['assetId']),
          agentId: null,
          agent: null,
        });
        break;
      default:
        after.push(record);
    }
  }
  return after;
}
