// Qualys QPS asset API, "hostasset": https://docs.qualys.com/en/csam/api/qps/ (JSON output)
import type { RecordDialect } from '../json/dialects';
import type { Branch, FieldTree } from '../json/field-tree';
import { ATTRIBUTES } from './gateway';

const identity = (field: NonNullable<Branch['field']>, rank = 0): Branch => ({ field, rank, marks: true });

const INTERFACE_KEYS: FieldTree = {
  hostname: { field: 'interfaceHostnames' },
  address: { field: 'interfaceAddresses' },
  macAddress: { field: 'macAddresses' },
};
/** In JSON a list of `{"HostAssetInterface": {…}}`, in XML and what is made of it one object of that name or a list. */
const INTERFACE: Branch = { keys: { HostAssetInterface: { keys: INTERFACE_KEYS }, ...INTERFACE_KEYS } };

const TAG_KEYS: FieldTree = { name: { part: 'best' } };
const TAG: Branch = {
  field: 'tags',
  keys: { TagSimple: { whole: 'best', field: 'tags', keys: TAG_KEYS } },
};

const CLOUD_KEYS: FieldTree = {
  instanceId: { field: 'cloudInstanceId', rank: 0 },
  vmId: { field: 'cloudInstanceId', rank: 1 },
  macAddress: { field: 'macAddresses' },
};

/** Keys of `HostAsset`. Dates may be `{"$date": …}`, numbers `{"$numberLong": "…"}`. */
const HOST_ASSET: FieldTree = {
  id: identity('assetId', 0),
  _id: identity('assetId', 1),
  name: identity('assetName'),
  dnsHostName: identity('dnsName', 0),
  dnsName: identity('dnsName', 1),
  fqdn: identity('fqdn'),
  netbiosName: identity('netbiosName'),
  address: identity('address'),
  networkGuid: { field: 'networkId', rank: 0 },
  networkUuid: { field: 'networkId', rank: 1 },
  networkId: { field: 'networkId', rank: 2 },
  networkName: { field: 'networkName' },
  trackingMethod: { field: 'trackingMethod', marks: true },
  networkInterface: {
    sees: ['macAddresses', 'interfaceAddresses', 'interfaceHostnames'],
    keys: { list: INTERFACE, HostAssetInterface: { keys: INTERFACE_KEYS } },
  },
  agentInfo: {
    sees: ['agentId', 'agentVersion', 'agentLastCheckedIn'],
    keys: {
      agentId: { field: 'agentId' },
      agentVersion: { field: 'agentVersion' },
      lastCheckedIn: { field: 'agentLastCheckedIn' },
      lastActivity: { field: 'agentLastActivity' },
    },
  },
  sourceInfo: {
    keys: {
      list: {
        keys: {
          Ec2AssetSourceSimple: { keys: CLOUD_KEYS },
          AzureAssetSourceSimple: { keys: CLOUD_KEYS },
          GcpAssetSourceSimple: { keys: CLOUD_KEYS },
        },
      },
    },
  },
  lastVulnScan: { field: 'lastVmScan' },
  created: { field: 'created' },
  modified: { field: 'lastModified' },
  os: { field: 'operatingSystem' },
  manufacturer: { field: 'manufacturer' },
  model: { field: 'model' },
  biosSerialNumber: { field: 'biosSerialNumber' },
  cloudProvider: { field: 'provider' },
  qwebHostId: identity('qwebHostId'),
  tags: { field: 'tags', keys: { list: TAG } },
  customAttributes: ATTRIBUTES,
};

const RESPONSE: FieldTree = {
  ServiceResponse: { wrapper: 'records' },
  HostAsset: { wrapper: { dialect: 'qps' } },
  hasMoreRecords: { response: 'hasMore' },
  responseErrorDetails: { response: 'other' },
  errorMessage: { response: 'message' },
};

/** Host assets, wrapped in `HostAsset` or taken out of it: `id` and `name` alone are too common to tell them. */
export const QPS: RecordDialect = {
  name: 'qps',
  tree: HOST_ASSET,
  signatures: [[['id', '_id'], ['name'], ['dnsHostName', 'agentInfo', 'trackingMethod']]],
  around: RESPONSE,
};
