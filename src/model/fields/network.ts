import type { FieldDefinition } from './definition';

/** Where a machine stands in the network. */
export const NETWORK = {
  address: {
    kind: 'text',
    label: 'Address',
    sensitivity: 'address',
    identifies: 'machine',
    single: false,
    form: 'address',
  },
  macAddresses: {
    kind: 'macs',
    label: 'MAC addresses',
    sensitivity: 'mac',
    identifies: 'machine',
    single: false,
  },
  interfaceAddresses: {
    kind: 'texts',
    label: 'Interface addresses',
    sensitivity: 'address',
    identifies: 'machine',
    single: false,
    form: 'address',
  },
  interfaceHostnames: {
    kind: 'texts',
    label: 'Interface host names',
    sensitivity: 'name',
    identifies: 'machine',
    single: false,
    form: 'dnsName',
  },
  networkId: { kind: 'code', label: 'Network ID', sensitivity: 'id', identifies: 'nothing', single: false },
  networkName: { kind: 'code', label: 'Network', sensitivity: 'name', identifies: 'nothing', single: false },
} as const satisfies Record<string, FieldDefinition>;
