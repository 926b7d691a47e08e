import { createChanges } from '../features/changes/engine/engine';
import { createDatasets } from '../features/datasets/engine/engine';
import { createDuplicates } from '../features/duplicates/engine/engine';
import { createGateway } from '../features/gateway/engine/engine';
import { createHandOver } from '../features/hand-over/engine/engine';
import { createMachines } from '../features/machines/engine/engine';
import { createRecipe } from '../features/recipe/engine/engine';
import { createReview } from '../features/review/engine/engine';
import { createSensor } from '../features/sensor/engine/engine';
import { openStore } from '../store/store';
import { createCollisionLog } from '../worker/collision-log';
import { detectionRecipe } from '../worker/detection-recipe';
import { createHandOverLog } from '../worker/hand-over-log';
import { joinCalls } from '../worker/join-calls';
import { createKit, createKitCalls } from '../worker/kit';
import type { EngineApi } from './engine-api';

/** The engine, and what only tests ask of it. */
export interface Engine extends EngineApi {
  /** Answers once nothing is being done in the background. */
  idle(): Promise<void>;
}

/**
 * What the page talks to: the calls of the kit and of each feature. Runs in a worker, and in Node for tests. One for
 * each worker; a test gives it another way to open the store.
 */
export function createEngine(open: typeof openStore = openStore): Engine {
  const kit = createKit(open);
  const gateway = createGateway(kit);
  const machines = createMachines(kit);
  const sensor = createSensor(kit, { judgement: machines.source });
  const review = createReview(kit, { judgement: machines.source });
  const log = createHandOverLog(kit.cache);
  const collisions = createCollisionLog(kit.cache);
  const ports = { judgement: machines.source, decisions: review.source, log, collisions };
  const handOver = createHandOver(kit, ports);
  const changes = createChanges(kit, ports);
  const recipe = createRecipe(kit, [machines.recipe, sensor.recipe, handOver.recipe, detectionRecipe(kit)]);
  return joinCalls(
    createKitCalls(kit),
    createDatasets(kit),
    createDuplicates(kit, {
      contributions: [machines.contribution, review.contribution, sensor.contribution],
      columns: [machines.columnsAfter(review.source)],
      userNameOf: gateway.userNameOf,
    }),
    sensor.calls,
    machines.calls,
    review.calls,
    recipe,
    gateway.calls,
    handOver.calls,
    changes.calls,
    { idle: () => kit.background.idle() },
  );
}
