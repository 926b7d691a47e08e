import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { DecisionSource } from '../../../model/decision';
import type { JudgementSource } from '../../../model/judgement-source';
import { CancelledError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { AssetIndex } from '../../../model/units';
import { reportFileName } from '../../../report/file-name';
import type { CollisionLog, FoundCollision } from '../../../worker/collision-log';
import type { HandOverLog } from '../../../worker/hand-over-log';
import type { EngineKit } from '../../../worker/kit';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { RecipePart } from '../../../worker/recipe-part';
import type { HandOverCalls } from '../calls';
import { type Plan, planHandOver } from '../kit/plan';
import { writeKit } from '../kit/write-kit';
import { checkHandOverSettings, readHandOverSettings } from '../settings';
import type { HandOverSettings } from '../types';
import { rememberedOf } from './remembered';
import { createStoredSettings } from './stored-settings';
import { viewOf } from './view';

/** What `app/` hands in from other features. */
export interface HandOverPorts {
  readonly judgement: JudgementSource;
  readonly decisions: DecisionSource;
  readonly log: HandOverLog;
  readonly collisions: CollisionLog;
}

/** Parts of so many bytes become blobs while the kit is written: those the browser may put on the disk. */
const PART_BYTES = 8 * 1024 * 1024;

/** The hand-over's part of the engine. */
export function createHandOver(
  kit: EngineKit,
  { judgement, decisions, log, collisions }: HandOverPorts,
): { readonly calls: HandOverCalls; readonly recipe: RecipePart<HandOverSettings> } {
  const { session, jobs } = kit;
  const stored = createStoredSettings(kit.cache);
  const views = createLatestView<true>(session);

  const plan = async ({ proposals }: HandOverSettings, watch: Watch): Promise<Plan> => {
    const { dataset, revision } = session.requireOpen();
    const judged = await judgement.judgement(watch);
    const machines = await decisions.settled(watch);
    const found = await collisions.of(dataset.header.id);
    if (session.opened()?.revision !== revision) throw new CancelledError();
    return planHandOver({
      dataset,
      judgement: judged,
      machines,
      gate: judgement,
      proposals,
      collisions: placesOf(dataset, found),
    });
  };
  const calls: HandOverCalls = {
    handOver: (given) =>
      outcomeOf('Preparing the hand-over', async () => {
        if (given !== null) await stored.write(readHandOverSettings(given));
        const settings = await stored.read();
        let made: Plan | null = null;
        let asked = 0;
        await views.open(async (watch) => {
          made = await plan(settings, watch);
          asked = (await decisions.decisions(watch)).asked.length;
          return true;
        });
        return viewOf(made!, settings, asked, judgement);
      }),
    saveHandOverKit: (onProgress) =>
      jobs.run('report', 'Writing the hand-over kit', onProgress, async (watch) => {
        const settings = await stored.read();
        const made = await plan(settings, watch);
        const blob = await blobOf(writeKit(made, settings, judgement, watch), watch);
        const at = Date.now();
        const fileName = reportFileName({}, at, 'zip', 'hand_over_kit');
        const remembered =
          made.redundant.length > 0 &&
          (await log.add(await rememberedOf(made, at, fileName, new Slices(watch))));
        return { blob, fileName, shownName: fileName, rows: made.redundant.length, remembered };
      }),
    handOvers: () => outcomeOf('Listing the hand-overs', () => log.list()),
    forgetHandOver: (id) => outcomeOf('Forgetting the hand-over', () => log.remove(id)),
  };
  const recipe: RecipePart<HandOverSettings> = {
    member: 'handOver',
    title: 'Hand-over',
    read: stored.read,
    check: checkHandOverSettings,
    apply: async (settings) => {
      await stored.write(settings);
      return null;
    },
  };
  return { calls, recipe };
}

/** Where the records stand that a comparison found; one that is not in the dataset is left out. */
function placesOf(dataset: Dataset, found: readonly FoundCollision[]): { asset: AssetIndex; why: string }[] {
  if (found.length === 0) return [];
  const whyOf = new Map(found.map(({ assetId, why }) => [assetId, why]));
  const places: { asset: AssetIndex; why: string }[] = [];
  for (let asset = 0; asset < dataset.size; asset++) {
    const why = whyOf.get(textAt(dataset.columns.assetId, asset));
    if (why !== undefined) places.push({ asset, why });
  }
  return places;
}

async function blobOf(chunks: AsyncIterable<Uint8Array>, watch: Watch): Promise<Blob> {
  const parts: Blob[] = [];
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    gathered.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    parts.push(new Blob(gathered as BlobPart[]));
    gathered = [];
    bytes = 0;
    await watch.pause();
  }
  await watch.pause();
  return new Blob([...parts, ...(gathered as BlobPart[])], { type: 'application/zip' });
}
