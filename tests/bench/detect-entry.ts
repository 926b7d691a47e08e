export { findDuplicates } from '../../src/detect/pipeline';
export { DEFAULT_SETTINGS } from '../../src/detect/settings';
export { inventory, SHAPES } from './detect-datasets';
