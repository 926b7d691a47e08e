import type { RuleDefinition } from './rule';

/** Two assets with one network adapter may be one machine. Reads every interface: the Gateway has no MAC elsewhere. */
export const macAddress = {
  label: 'MAC address',
  noun: 'MAC address',
  verb: 'share',
  field: 'macAddresses',
  form: 'mac',
  ignored: 'macAddress',
  sensitivity: 'mac',
} as const satisfies RuleDefinition;
