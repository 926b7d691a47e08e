import type { FieldDefinition } from './definition';

/** What a record and its machine are called. */
export const IDENTITY = {
  assetId: { kind: 'text', label: 'Asset ID', sensitivity: 'id', identifies: 'record', single: true },
  assetName: { kind: 'text', label: 'Asset name', sensitivity: 'name', identifies: 'machine', single: true },
  dnsName: {
    kind: 'text',
    label: 'DNS name',
    sensitivity: 'name',
    identifies: 'machine',
    single: false,
    form: 'dnsName',
  },
  fqdn: {
    kind: 'text',
    label: 'FQDN',
    sensitivity: 'name',
    identifies: 'machine',
    single: false,
    form: 'dnsName',
  },
  netbiosName: {
    kind: 'text',
    label: 'NetBIOS name',
    sensitivity: 'name',
    identifies: 'machine',
    single: true,
  },
} as const satisfies Record<string, FieldDefinition>;
