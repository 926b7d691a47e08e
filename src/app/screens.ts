import { CHANGES_PAGE } from '../features/changes/page';
import { DATASETS_PAGE } from '../features/datasets/page';
import { DUPLICATES_PAGE } from '../features/duplicates/page';
import { GATEWAY_PAGE } from '../features/gateway/page';
import { HAND_OVER_PAGE } from '../features/hand-over/page';
import { HELP_PAGE } from '../features/help/page';
import { MACHINES_PAGE } from '../features/machines/page';
import { RECIPE_PAGE } from '../features/recipe/page';
import { REVIEW_PAGE } from '../features/review/page';
import { SENSOR_PAGE } from '../features/sensor/page';
import type { FeaturePage } from '../ui/feature-page';

/** The features of the page, in the order of their screens. A line here is all that a feature needs. */
export const FEATURE_PAGES: readonly FeaturePage[] = [
  DUPLICATES_PAGE,
  MACHINES_PAGE,
  REVIEW_PAGE,
  HAND_OVER_PAGE,
  CHANGES_PAGE,
  SENSOR_PAGE,
  GATEWAY_PAGE,
  RECIPE_PAGE,
  DATASETS_PAGE,
  HELP_PAGE,
];
