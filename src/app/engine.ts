import { createDatasets } from '../features/datasets/engine/datasets';
import { createResults } from '../features/duplicates/engine/import-and-detect';
import { createRecordView } from '../features/duplicates/engine/record-view';
import { REPORT_FORMATS, writeReport } from '../features/duplicates/engine/reports';
import { createTableView } from '../features/duplicates/engine/table-view';
import { createGateway } from '../features/gateway/engine/engine';
import { createSensorCheck } from '../features/sensor/engine/check-of-open';
import { createSensorView } from '../features/sensor/engine/engine';
import { createSensorSettings } from '../features/sensor/engine/stored-settings';
import { createSensorContribution } from '../features/sensor/report/contribution';
import { preparePartThreads, readPartsBy } from '../import/parts/part-threads';
import { openStore } from '../store/store';
import type { EngineApi } from '../worker/api';
import { createBackground } from '../worker/background';
import { createKeeper } from '../worker/dataset-cache';
import { createJobs } from '../worker/jobs';
import { createSession } from '../worker/session';

/** The engine, and what only tests ask of it. */
export interface Engine extends EngineApi {
  /** Answers once nothing is being done in the background. */
  idle(): Promise<void>;
}

/**
 * What the page talks to, over all other parts. Runs in a worker, and in Node for tests. One for each worker;
 * a test gives it another way to open the store.
 */
export function createEngine(open: typeof openStore = openStore): Engine {
  const session = createSession();
  const jobs = createJobs();
  const keeper = createKeeper(open);
  const background = createBackground(session, keeper);
  const sensorSettings = createSensorSettings(keeper);
  const sensors = createSensorCheck(session, sensorSettings);
  const contributions = [createSensorContribution(sensors)];
  const { userNameOf, ...gateway } = createGateway(session, jobs, keeper, background);
  return {
    attach: (place, tab, onNotice, script) => {
      readPartsBy(script ?? null);
      return keeper.attach(place, tab, onNotice);
    },
    ping: () => Promise.resolve(),
    cancel: async () => jobs.cancel(),
    prepareImport: async () => preparePartThreads(),
    ...createResults(session, jobs, keeper, background),
    ...createTableView(session),
    ...createRecordView(session),
    saveReport: (kind, { query }, onProgress) =>
      jobs.run('report', REPORT_FORMATS[kind].doing, onProgress, (watch) =>
        writeReport(session.must(), kind, query, contributions, watch, userNameOf),
      ),
    ...createSensorView(session, jobs, background, sensors, sensorSettings),
    ...createDatasets(session, jobs, keeper, background),
    ...gateway,
    idle: () => background.idle(),
  };
}
