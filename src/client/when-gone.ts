import { CANCELLED, failure, type Trouble } from '../model/outcome';
import type { EngineApi } from '../worker/api';

/** Why a worker is gone; `null` when the person cancelled and it had to be ended for that. */
export type EndReason = Trouble | null;

type Answer<M extends keyof EngineApi> = Awaited<ReturnType<EngineApi[M]>>;

const outcome = (reason: EndReason) => (reason === null ? CANCELLED : failure(reason));
const nothing = () => undefined;
const unavailable = (reason: EndReason) =>
  ({ mode: 'unavailable', reason: reason?.what ?? 'The engine is starting again.' }) as const;

/** Calls that have no good answer without a worker. */
type WithoutAnswer = 'defaultSettings' | 'defaultSensorSettings' | 'sensorSettingsFile';

/** What each open call answers when its worker goes: calls with an outcome say why, the others come back empty. */
export const WHEN_GONE: {
  readonly [M in keyof EngineApi]: M extends WithoutAnswer ? null : (reason: EndReason) => Answer<M>;
} = {
  attach: nothing,
  ping: nothing,
  prepareImport: nothing,
  importSources: outcome,
  cancel: nothing,
  defaultSettings: null,
  detect: outcome,
  readSettings: outcome,
  openTable: outcome,
  tableLines: () => [],
  findLine: () => -1,
  columnText: () => '',
  openClusters: outcome,
  clusterLines: () => [],
  compareGroup: outcome,
  compareCluster: outcome,
  originalRecord: outcome,
  saveReport: outcome,
  sensorCheck: outcome,
  changeSensorSettings: outcome,
  defaultSensorSettings: null,
  sensorSettingsFaults: () => [],
  sensorSettingsFile: null,
  sensorSuggestions: outcome,
  openVerdicts: outcome,
  verdictLines: () => [],
  findVerdict: () => -1,
  explainVerdict: outcome,
  sensorExamples: () => [],
  openSensorExample: outcome,
  datasets: outcome,
  openDataset: outcome,
  closeDataset: nothing,
  renameDataset: outcome,
  deleteDataset: outcome,
  deleteAllData: outcome,
  setCaching: unavailable,
  cacheState: unavailable,
  lastCrash: () => null,
  gatewayPlatforms: outcome,
  testProxy: outcome,
  countAssets: outcome,
  fetchAssets: outcome,
  pauseFetch: outcome,
  resumeFetch: outcome,
  unfinishedFetches: outcome,
  continueFetch: outcome,
  discardFetch: outcome,
};

export const ENGINE_METHODS = Object.keys(WHEN_GONE) as readonly (keyof EngineApi)[];
