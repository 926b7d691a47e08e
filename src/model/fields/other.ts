import type { FieldDefinition } from './definition';

/** Numbers of Qualys and what people added. */
export const OTHER = {
  assetUuid: { kind: 'text', label: 'Asset UUID', sensitivity: 'id', identifies: 'record', single: true },
  hardwareUuid: {
    kind: 'text',
    label: 'Hardware UUID',
    sensitivity: 'id',
    identifies: 'machine',
    single: true,
  },
  hostId: { kind: 'text', label: 'Host ID', sensitivity: 'id', identifies: 'record', single: true },
  qwebHostId: { kind: 'text', label: 'QWEB host ID', sensitivity: 'id', identifies: 'record', single: true },
  correlationId: {
    kind: 'text',
    label: 'Agent correlation ID',
    sensitivity: 'id',
    identifies: 'machine',
    single: true,
  },
  tags: { kind: 'codes', label: 'Tags', sensitivity: 'tag', identifies: 'nothing', single: false },
  /** Each as `key=value`, so that a setting may name one (the correlation ID, for instance). */
  customAttributes: {
    kind: 'texts',
    label: 'Custom attributes',
    sensitivity: 'tag',
    identifies: 'nothing',
    single: false,
  },
} as const satisfies Record<string, FieldDefinition>;
