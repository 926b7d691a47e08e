import type { RuleDefinition } from './rule';

/**
 * Two assets at one address may be one machine. Compares the primary address as it is written, an IPv6 one too; a
 * setting adds the IPv4 addresses of the interfaces.
 */
export const ipv4Address = {
  label: 'IPv4 address',
  noun: 'address',
  verb: 'have',
  field: 'address',
  form: 'address',
  more: { setting: 'interfaceAddresses', field: 'interfaceAddresses' },
  ignored: 'ipv4Address',
  sensitivity: 'address',
} as const satisfies RuleDefinition;
