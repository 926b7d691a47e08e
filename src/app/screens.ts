import type { Component } from 'solid-js';
import { Datasets } from '../features/datasets/page/datasets';
import { Clusters } from '../features/duplicates/page/clusters/clusters';
import { Duplicates } from '../features/duplicates/page/duplicates/duplicates';
import { Overview } from '../features/duplicates/page/overview/overview';
import { Gateway } from '../features/gateway/page/gateway';
import { Help } from '../features/help/page/help';
import { SensorCheck } from '../features/sensor/page/sensor-check';
import { pageKind } from '../ui/browser/page-kind';
import type { ScreenId } from '../ui/state/view';

/** One screen of the work: a line here puts it into the navigation, the palette and the address. */
export interface Screen {
  readonly id: ScreenId;
  readonly label: string;
  /** Whether it shows an open dataset; without one, the landing shows in its place. */
  readonly needsDataset: boolean;
  readonly component: Component;
}

export const SCREENS: readonly Screen[] = [
  { id: 'overview', label: 'Overview', needsDataset: true, component: Overview },
  { id: 'duplicates', label: 'Duplicates', needsDataset: true, component: Duplicates },
  { id: 'clusters', label: 'Clusters', needsDataset: true, component: Clusters },
  { id: 'sensor', label: 'Sensor check', needsDataset: false, component: SensorCheck },
  ...(pageKind() === 'gateway'
    ? [{ id: 'gateway', label: 'Gateway', needsDataset: false, component: Gateway } as const]
    : []),
  { id: 'datasets', label: 'Datasets', needsDataset: false, component: Datasets },
  { id: 'help', label: 'Help', needsDataset: false, component: Help },
];
