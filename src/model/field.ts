import type {
  CodeColumn,
  CodeListColumn,
  MacListColumn,
  SourceColumn,
  TextColumn,
  TextListColumn,
  TimeColumn,
} from './columns';

/** How a field's values are kept; each kind is one type of column. */
export interface ColumnOf {
  text: TextColumn;
  texts: TextListColumn;
  macs: MacListColumn;
  code: CodeColumn;
  codes: CodeListColumn;
  time: TimeColumn;
  sources: SourceColumn;
}
export type ColumnKind = keyof ColumnOf;

/** Where a field stands when one asset is shown whole. */
export type FieldSection = 'identity' | 'network' | 'activity' | 'machine' | 'other';

/**
 * Every field that a dataset keeps, in the order in which people read them. All else in an export (software,
 * ports, volumes) is skipped without being decoded. CONTRIBUTING.md says what a new
 * field takes; docs/qualys-assets.md says what stands where in an export.
 */
export const FIELDS = {
  assetId: { kind: 'text', label: 'Asset ID', section: 'identity' },
  assetName: { kind: 'text', label: 'Asset name', section: 'identity' },
  dnsName: { kind: 'text', label: 'DNS name', section: 'identity' },
  fqdn: { kind: 'text', label: 'FQDN', section: 'identity' },
  netbiosName: { kind: 'text', label: 'NetBIOS name', section: 'identity' },
  address: { kind: 'text', label: 'Address', section: 'network' },
  macAddresses: { kind: 'macs', label: 'MAC addresses', section: 'network' },
  interfaceAddresses: { kind: 'texts', label: 'Interface addresses', section: 'network' },
  interfaceHostnames: { kind: 'texts', label: 'Interface host names', section: 'network' },
  networkId: { kind: 'code', label: 'Network ID', section: 'network' },
  networkName: { kind: 'code', label: 'Network', section: 'network' },
  sources: { kind: 'sources', label: 'Sources', section: 'activity' },
  trackingMethod: { kind: 'code', label: 'Tracking method', section: 'activity' },
  activitySource: { kind: 'code', label: 'Last activity from', section: 'activity' },
  lastScanned: { kind: 'time', label: 'Last scanned', section: 'activity' },
  lastVmScan: { kind: 'time', label: 'Last VM scan', section: 'activity' },
  agentId: { kind: 'text', label: 'Agent ID', section: 'activity' },
  agentVersion: { kind: 'code', label: 'Agent version', section: 'activity' },
  agentLastActivity: { kind: 'time', label: 'Agent last activity', section: 'activity' },
  agentLastCheckedIn: { kind: 'time', label: 'Agent last checked in', section: 'activity' },
  sensorName: { kind: 'codes', label: 'Passive sensor', section: 'activity' },
  sensorLastUpdated: { kind: 'time', label: 'Sensor last updated', section: 'activity' },
  created: { kind: 'time', label: 'Created', section: 'activity' },
  lastModified: { kind: 'time', label: 'Last modified', section: 'activity' },
  operatingSystem: { kind: 'code', label: 'Operating system', section: 'machine' },
  operatingSystemCategory: { kind: 'code', label: 'Operating system category', section: 'machine' },
  hardwareCategory: { kind: 'code', label: 'Hardware category', section: 'machine' },
  manufacturer: { kind: 'code', label: 'Manufacturer', section: 'machine' },
  model: { kind: 'code', label: 'Model', section: 'machine' },
  biosSerialNumber: { kind: 'text', label: 'BIOS serial number', section: 'machine' },
  biosAssetTag: { kind: 'text', label: 'BIOS asset tag', section: 'machine' },
  provider: { kind: 'code', label: 'Cloud provider', section: 'machine' },
  cloudInstanceId: { kind: 'text', label: 'Cloud instance ID', section: 'machine' },
  assetUuid: { kind: 'text', label: 'Asset UUID', section: 'other' },
  hardwareUuid: { kind: 'text', label: 'Hardware UUID', section: 'other' },
  hostId: { kind: 'text', label: 'Host ID', section: 'other' },
  qwebHostId: { kind: 'text', label: 'QWEB host ID', section: 'other' },
  correlationId: { kind: 'text', label: 'Agent correlation ID', section: 'other' },
  tags: { kind: 'codes', label: 'Tags', section: 'other' },
  /** Each as `key=value`, so that a setting may name one (the correlation ID, for instance). */
  customAttributes: { kind: 'texts', label: 'Custom attributes', section: 'other' },
} as const satisfies Record<string, { kind: ColumnKind; label: string; section: FieldSection }>;

export type FieldId = keyof typeof FIELDS;
export type FieldsOfKind<K extends ColumnKind> = {
  [F in FieldId]: (typeof FIELDS)[F]['kind'] extends K ? F : never;
}[FieldId];

export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** One column for each field. */
export type Columns = { readonly [F in FieldId]: ColumnOf[(typeof FIELDS)[F]['kind']] };

/** Columns without a single value. */
export function emptyColumns(): Columns {
  const columns = Object.fromEntries(FIELD_IDS.map((field) => [field, emptyColumn(FIELDS[field].kind)]));
  return columns as unknown as Columns;
}

/** A column of the kind without a single value. */
export function emptyColumn<K extends ColumnKind>(kind: K): ColumnOf[K] {
  const none = new Uint32Array(0);
  const bytes = new Uint8Array(0);
  const numbers = new Float64Array(0);
  const empty: ColumnOf = {
    text: { kind: 'text', bytes, ends: none },
    texts: { kind: 'texts', bytes, ends: none, stops: none },
    macs: { kind: 'macs', values: numbers, stops: none },
    code: { kind: 'code', codes: none, dictionary: [''] },
    codes: { kind: 'codes', codes: none, dictionary: [''], stops: none },
    time: { kind: 'time', values: numbers },
    sources: {
      kind: 'sources',
      codes: none,
      dictionary: [''],
      created: numbers,
      lastUpdated: numbers,
      stops: none,
    },
  };
  return empty[kind];
}
