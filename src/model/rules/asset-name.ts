import type { RuleDefinition } from './rule';

/** Two assets of one name, without regard to case, may be one machine. */
export const assetName = {
  label: 'Asset name',
  noun: 'asset name',
  verb: 'have',
  field: 'assetName',
  form: 'name',
  ignored: 'name',
  sensitivity: 'name',
} as const satisfies RuleDefinition;
