export { judge } from '../../src/features/machines/judge/judge';
export { DEFAULT_JUDGEMENT_SETTINGS } from '../../src/features/machines/settings';
export { importSources } from '../../src/import/import';
export { makeInventory } from '../fixtures/machines/inventory';
export { rightnessOf } from '../fixtures/machines/rightness';
