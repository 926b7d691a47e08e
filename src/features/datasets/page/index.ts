import type { FeaturePage } from '../../../ui/feature-page';
import { Datasets } from './datasets';

/** What is cached in this browser. */
export const DATASETS_PAGE: FeaturePage = {
  screens: [{ id: 'datasets', label: 'Datasets', needsDataset: false, component: Datasets }],
};
