import { createFeatureContext } from '../../../ui/feature-context';
import type { Sensor } from './state/sensor';

export const SensorContext = createFeatureContext<Sensor>('the sensor check');

/** The sensor check of the open dataset, for its own screen. */
export const useSensor = SensorContext.use;
