import type { RuleDefinition } from './rule';

/** Two assets of one NetBIOS name, without regard to case, may be one machine. */
export const netbiosName = {
  label: 'NetBIOS name',
  noun: 'NetBIOS name',
  verb: 'have',
  field: 'netbiosName',
  form: 'name',
  ignored: 'name',
  sensitivity: 'name',
} as const satisfies RuleDefinition;
