import type { RuleDefinition } from './rule';

/** Two assets of one DNS name may be one machine; a trailing dot makes no difference. */
export const dnsName = {
  label: 'DNS name',
  noun: 'DNS name',
  verb: 'have',
  field: 'dnsName',
  form: 'dnsName',
  ignored: 'name',
  sensitivity: 'name',
} as const satisfies RuleDefinition;
