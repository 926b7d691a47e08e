import type { FieldDefinition } from './definition';

/** What the machine is. */
export const MACHINE = {
  operatingSystem: {
    kind: 'code',
    label: 'Operating system',
    sensitivity: 'none',
    identifies: 'nothing',
    single: true,
  },
  operatingSystemCategory: {
    kind: 'code',
    label: 'Operating system category',
    sensitivity: 'none',
    identifies: 'nothing',
    single: true,
  },
  hardwareCategory: {
    kind: 'code',
    label: 'Hardware category',
    sensitivity: 'none',
    identifies: 'nothing',
    single: true,
  },
  manufacturer: {
    kind: 'code',
    label: 'Manufacturer',
    sensitivity: 'none',
    identifies: 'nothing',
    single: true,
  },
  model: { kind: 'code', label: 'Model', sensitivity: 'none', identifies: 'nothing', single: true },
  biosSerialNumber: {
    kind: 'text',
    label: 'BIOS serial number',
    sensitivity: 'serial',
    identifies: 'machine',
    single: true,
  },
  biosAssetTag: {
    kind: 'text',
    label: 'BIOS asset tag',
    sensitivity: 'tag',
    identifies: 'machine',
    single: true,
  },
  provider: {
    kind: 'code',
    label: 'Cloud provider',
    sensitivity: 'none',
    identifies: 'nothing',
    single: true,
  },
  cloudInstanceId: {
    kind: 'text',
    label: 'Cloud instance ID',
    sensitivity: 'id',
    identifies: 'machine',
    single: true,
  },
} as const satisfies Record<string, FieldDefinition>;
