import type { FieldDefinition } from './definition';

/** Who reported the asset, how and when. */
export const ACTIVITY = {
  sources: { kind: 'sources', label: 'Sources', sensitivity: 'none', identifies: 'nothing', single: false },
  trackingMethod: {
    kind: 'code',
    label: 'Tracking method',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  activitySource: {
    kind: 'code',
    label: 'Last activity from',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  lastScanned: {
    kind: 'time',
    label: 'Last scanned',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  lastVmScan: {
    kind: 'time',
    label: 'Last VM scan',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  agentId: { kind: 'text', label: 'Agent ID', sensitivity: 'id', identifies: 'machine', single: true },
  agentVersion: {
    kind: 'code',
    label: 'Agent version',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  agentLastActivity: {
    kind: 'time',
    label: 'Agent last activity',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  agentLastCheckedIn: {
    kind: 'time',
    label: 'Agent last checked in',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  sensorName: {
    kind: 'codes',
    label: 'Passive sensor',
    sensitivity: 'name',
    identifies: 'nothing',
    single: false,
  },
  sensorLastUpdated: {
    kind: 'time',
    label: 'Sensor last updated',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
  created: { kind: 'time', label: 'Created', sensitivity: 'none', identifies: 'nothing', single: false },
  lastModified: {
    kind: 'time',
    label: 'Last modified',
    sensitivity: 'none',
    identifies: 'nothing',
    single: false,
  },
} as const satisfies Record<string, FieldDefinition>;
