// Qualys CyberSecurity Asset Management (Gateway) API, "search/am/asset": https://docs.qualys.com/en/csam/api/
import type { RecordDialect } from '../json/dialects';
import type { Branch, FieldTree } from '../json/field-tree';

/** A key that marks an object as an asset, and fills this field. */
const identity = (field: NonNullable<Branch['field']>, rank = 0): Branch => ({ field, rank, marks: true });

const SENSOR_NAMES: FieldTree = {
  name: { part: 'best', rank: 0 },
  sensorName: { part: 'best', rank: 1 },
  sensorUuid: { part: 'best', rank: 2 },
  uuid: { part: 'best', rank: 3 },
  sensorId: { part: 'best', rank: 4 },
  id: { part: 'best', rank: 5 },
};

const INTERFACE: FieldTree = {
  hostname: { field: 'interfaceHostnames' },
  hostName: { field: 'interfaceHostnames' },
  addressIpV4: { field: 'interfaceAddresses' },
  addressIpV6: { field: 'interfaceAddresses' },
  addresses: { field: 'interfaceAddresses' },
  address: { field: 'interfaceAddresses' },
  macAddress: { field: 'macAddresses' },
  // As other programs name the same.
  mac: { field: 'macAddresses' },
  macAddresses: { field: 'macAddresses' },
  physicalAddress: { field: 'macAddresses' },
  ip: { field: 'interfaceAddresses' },
  ips: { field: 'interfaceAddresses' },
  ipv4: { field: 'interfaceAddresses' },
  ipv6: { field: 'interfaceAddresses' },
  ipAddress: { field: 'interfaceAddresses' },
  ipAddresses: { field: 'interfaceAddresses' },
  privateIpAddress: { field: 'interfaceAddresses' },
};

/** Interfaces as QPS wraps them, where a program flattened what lay around them. */
const WRAPPED_INTERFACE: Branch = { keys: { ...INTERFACE, HostAssetInterface: { keys: INTERFACE } } };

const INTERFACE_LIST: Branch = {
  keys: { ...INTERFACE, list: WRAPPED_INTERFACE, HostAssetInterface: { keys: INTERFACE } },
  sees: ['macAddresses', 'interfaceAddresses', 'interfaceHostnames'],
  marks: true,
};

/** Interfaces under other keys: in a list, by their names, or one wrapper deeper. */
const OTHER_INTERFACES: Branch = {
  keys: { ...INTERFACE },
  any: { keys: { ...INTERFACE }, any: { keys: INTERFACE } },
};
/** The asset's keys that they stand under. */
const OTHER_INTERFACE_KEYS = [
  ...[
    'interfaces',
    'netInterfaces',
    'nics',
    'nic',
    'adapters',
    'networkAdapters',
    'networkProfile',
    'ifaces',
  ],
];

const SOURCE: Branch = {
  whole: 'source',
  field: 'sources',
  keys: { source: { part: 'name' }, created: { part: 'created' }, lastUpdated: { part: 'lastUpdated' } },
  marks: true,
};

/** Tags come as texts or as objects. */
export const TAG: Branch = {
  whole: 'best',
  field: 'tags',
  keys: { tagName: { part: 'best', rank: 0 }, name: { part: 'best', rank: 1 } },
};

/** Custom attributes come as pairs, as maps, or wrapped once more. */
const ATTRIBUTE_KEYS: Record<string, Branch> = {
  key: { part: 'key' },
  name: { part: 'key' },
  attributeName: { part: 'key' },
  value: { part: 'value' },
  attributeValue: { part: 'value' },
};
export const ATTRIBUTES: Branch = { whole: 'pair', field: 'customAttributes', keys: ATTRIBUTE_KEYS };
for (const wrapper of ['customAttribute', 'CustomAttribute', 'attribute', 'attributes', 'list'])
  ATTRIBUTE_KEYS[wrapper] = ATTRIBUTES;

const CLOUD_INSTANCE: FieldTree = {
  instanceId: { field: 'cloudInstanceId', rank: 0 },
  vmId: { field: 'cloudInstanceId', rank: 1 },
  id: { field: 'cloudInstanceId', rank: 2 },
  macAddress: { field: 'macAddresses' },
  networkInterface: { keys: INTERFACE },
  networkInterfaces: { keys: INTERFACE },
};
const CLOUD: FieldTree = {
  aws: { keys: { ec2: { keys: CLOUD_INSTANCE }, ...CLOUD_INSTANCE } },
  azure: { keys: { vm: { keys: CLOUD_INSTANCE }, ...CLOUD_INSTANCE } },
  gcp: { keys: { compute: { keys: CLOUD_INSTANCE }, instance: { keys: CLOUD_INSTANCE }, ...CLOUD_INSTANCE } },
  macAddress: { field: 'macAddresses' },
};

/** Keys of an asset; what stands under each is told in the shared notes on Qualys asset data. */
const GATEWAY_ASSET: FieldTree = {
  assetId: identity('assetId'),
  assetName: identity('assetName'),
  dnsName: identity('dnsName'),
  dnsHostName: identity('dnsName', 1),
  fqdn: identity('fqdn'),
  netbiosName: identity('netbiosName'),
  address: identity('address'),
  macAddress: identity('macAddresses'),
  networkInterfaceListData: { ...INTERFACE_LIST, keys: { networkInterface: INTERFACE_LIST, ...INTERFACE } },
  networkInterface: INTERFACE_LIST,
  networkInterfaces: INTERFACE_LIST,
  ...Object.fromEntries(OTHER_INTERFACE_KEYS.map((key) => [key, OTHER_INTERFACES] as const)),
  inventoryListData: {
    sees: ['sources'],
    marks: true,
    keys: { inventory: SOURCE },
  },
  inventory: SOURCE,
  networkUuid: { field: 'networkId', rank: 0 },
  networkGuid: { field: 'networkId', rank: 1 },
  networkId: { field: 'networkId', rank: 2 },
  networkName: { field: 'networkName' },
  trackingMethod: { field: 'trackingMethod' },
  activity: {
    sees: ['activitySource', 'lastScanned'],
    keys: { source: { field: 'activitySource' }, lastScannedDate: { field: 'lastScanned' } },
  },
  sensor: {
    sees: ['lastVmScan'],
    keys: {
      activatedForModules: {},
      lastVMScan: { field: 'lastVmScan', rank: 0 },
      lastVmScan: { field: 'lastVmScan', rank: 1 },
      lastUpdatedDate: { field: 'sensorLastUpdated', rank: 2 },
      lastUpdated: { field: 'sensorLastUpdated', rank: 3 },
      sensorLastUpdatedDate: { field: 'sensorLastUpdated', rank: 1 },
    },
  },
  sensorLastUpdatedDate: { field: 'sensorLastUpdated', rank: 0 },
  passiveSensor: {
    whole: 'best',
    field: 'sensorName',
    keys: {
      ...SENSOR_NAMES,
      correlationId: { field: 'correlationId', rank: 4 },
      lastUpdated: { field: 'sensorLastUpdated', rank: 4 },
      lastUpdatedDate: { field: 'sensorLastUpdated', rank: 5 },
      sensorLastUpdatedDate: { field: 'sensorLastUpdated', rank: 6 },
    },
  },
  agentId: identity('agentId', 0),
  agent: {
    sees: ['agentVersion', 'agentLastActivity', 'agentLastCheckedIn'],
    keys: {
      version: { field: 'agentVersion' },
      lastActivity: { field: 'agentLastActivity' },
      lastCheckedIn: { field: 'agentLastCheckedIn' },
      correlationId: { field: 'correlationId', rank: 3 },
    },
  },
  correlationId: { field: 'correlationId', rank: 0 },
  agentCorrelationId: { field: 'correlationId', rank: 1 },
  correlationUuid: { field: 'correlationId', rank: 2 },
  created: { field: 'created', rank: 0 },
  createdDate: { field: 'created', rank: 1 },
  lastModifiedDate: { field: 'lastModified', rank: 0 },
  lastModified: { field: 'lastModified', rank: 1 },
  operatingSystem: {
    field: 'operatingSystem',
    sees: ['operatingSystemCategory'],
    keys: {
      fullName: { field: 'operatingSystem', rank: 0 },
      osName: { field: 'operatingSystem', rank: 1 },
      name: { field: 'operatingSystem', rank: 2 },
      category: { field: 'operatingSystemCategory' },
    },
  },
  hardware: {
    sees: ['hardwareCategory', 'manufacturer', 'model'],
    keys: {
      category: { field: 'hardwareCategory' },
      manufacturer: { field: 'manufacturer' },
      model: { field: 'model' },
    },
  },
  biosSerialNumber: { field: 'biosSerialNumber' },
  biosAssetTag: { field: 'biosAssetTag' },
  provider: { field: 'provider', rank: 0 },
  cloudProvider: { field: 'provider', rank: 1, sees: ['cloudInstanceId'], keys: CLOUD },
  assetUUID: identity('assetUuid', 0),
  assetUuid: identity('assetUuid', 1),
  hwUUID: { field: 'hardwareUuid', rank: 0 },
  hwUuid: { field: 'hardwareUuid', rank: 1 },
  hostId: identity('hostId'),
  qwebHostId: identity('qwebHostId'),
  tagList: { field: 'tags', keys: { tag: TAG } },
  tags: { ...TAG, keys: { ...TAG.keys, tag: TAG, list: TAG } },
  customAttributes: ATTRIBUTES,
};

/** Keys under which other services say whether there are further pages, or name the next one. */
const HAS_MORE = [
  ...['hasNextPage', 'has_next_page', 'hasNext', 'has_next', 'has_more', 'hasMorePages', 'has_more_pages'],
  ...['moreRecords', 'more_records', 'IsTruncated', 'isTruncated', 'is_truncated'],
];
const NEXT_PAGE = [
  ...['nextLink', '@odata.nextLink', 'odata.nextLink', 'nextUrl', 'next_url', 'nextPageUrl', 'next_page_url'],
  ...['nextPageToken', 'next_page_token', 'nextPage', 'next_page', 'NextToken', 'nextToken', 'next_token'],
  ...['NextMarker', 'nextMarker', 'NextContinuationToken', 'continuationToken', 'continuation_token'],
  ...['LastEvaluatedKey', 'next_cursor', 'nextCursor', 'skip_token', 'skipToken', '$skipToken'],
];
const hasMore: Branch = { response: 'hasMore' };
const next: Branch = { response: 'next', keys: { href: { response: 'next' } } };
const nextHint: Branch = { ...next, hint: true };
const total: Branch = { response: 'total', hint: true, keys: { value: { response: 'total' } } };

/** The same under keys that other things have too, and how many records there are on all pages. */
const PAGE_HINTS: FieldTree = {
  next: nextHint,
  last: { response: 'noMore', hint: true },
  isLast: { response: 'noMore', hint: true },
  is_last: { response: 'noMore', hint: true },
  isLastPage: { response: 'noMore', hint: true },
  truncated: { response: 'hasMore', hint: true },
  total,
  totalElements: total,
  totalCount: total,
  total_count: total,
  totalRecords: total,
  total_records: total,
  totalRows: total,
  totalHits: total,
  numFound: total,
  total_row_count: total,
  '@odata.count': total,
};
const PAGES: Branch = { response: 'other', hint: true, keys: PAGE_HINTS };

/** How other services say that there are further pages. */
const PAGING: FieldTree = {
  ...Object.fromEntries(HAS_MORE.map((key) => [key, hasMore] as const)),
  ...Object.fromEntries(NEXT_PAGE.map((key) => [key, next] as const)),
  pageInfo: { response: 'other', keys: { hasNextPage: hasMore } },
  ...PAGE_HINTS,
  links: PAGES,
  _links: PAGES,
  paging: PAGES,
  pagination: PAGES,
  page: PAGES,
  meta: { ...PAGES, keys: { ...PAGE_HINTS, page: PAGES, pagination: PAGES } },
};

/** What else a response holds: its wrapper of assets, and keys that tell an empty response from a bad record. */
const RESPONSE: FieldTree = {
  assetListData: { wrapper: 'records' },
  asset: { wrapper: 'records' },
  responseMessage: { response: 'message' },
  responseCode: { response: 'code' },
  hasMore: { response: 'hasMore' },
  ...PAGING,
  lastSeenAssetId: { response: 'other' },
  // Kusto's frames around its tables.
  FrameType: { response: 'other' },
};

/** Assets as the Gateway answers them, and as most scripts write them again. */
export const GATEWAY: RecordDialect = {
  name: 'gateway',
  tree: GATEWAY_ASSET,
  signatures: [[['assetId']], [['assetName']]],
  around: RESPONSE,
};
