import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { SensorCalls } from '../calls';
import { SensorContext } from './context';
import { SensorCheck } from './sensor-check';
import { SENSOR_ADDRESS } from './state/place';
import { createSensor } from './state/sensor';

/** The check of passively sensed assets by the published criteria. */
export const SENSOR_PAGE: FeaturePage = {
  screens: [{ id: 'sensor', label: 'Sensor check', needsDataset: false, component: SensorCheck }],
  address: [SENSOR_ADDRESS],
  start: (app) => ({
    provider: SensorContext.provider(createSensor(engineOf<SensorCalls>(app), app.session)),
  }),
};
