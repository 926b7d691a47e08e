import type { ChangesCalls } from '../features/changes/calls';
import type { DatasetsCalls } from '../features/datasets/calls';
import type { DuplicatesCalls } from '../features/duplicates/calls';
import type { GatewayCalls } from '../features/gateway/calls';
import type { HandOverCalls } from '../features/hand-over/calls';
import type { MachinesCalls } from '../features/machines/calls';
import type { RecipeCalls } from '../features/recipe/calls';
import type { ReviewCalls } from '../features/review/calls';
import type { SensorCalls } from '../features/sensor/calls';
import type { KitCalls } from '../worker/api';

/** All that the page can ask of the worker. None of these rejects; where the worker is lost, the outcome says so. */
export interface EngineApi
  extends KitCalls,
    DuplicatesCalls,
    MachinesCalls,
    RecipeCalls,
    ReviewCalls,
    SensorCalls,
    DatasetsCalls,
    GatewayCalls,
    HandOverCalls,
    ChangesCalls {}
