import type { ReportContribution } from '../../../report/section';
import type { SensorCheck } from '../engine/check-of-open';
import { sensorSections } from './sections';

/** The sensor check's part in the reports; none for a dataset that no sensor reported. */
export function createSensorContribution(sensors: Pick<SensorCheck, 'forReport'>): ReportContribution {
  return async (_, watch) => {
    const result = await sensors.forReport(watch);
    return result === null ? [] : sensorSections(result);
  };
}
