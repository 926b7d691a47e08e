// Qualys QPS asset API, "hostasset": https://docs.qualys.com/en/csam/api/qps/ (JSON output)
import type { Branch, FieldTree } from '../scan/field-tree';
import { ATTRIBUTES } from './gateway';

const identity = (field: NonNullable<Branch['field']>, rank = 0): Branch => ({ field, rank, marks: true });

const INTERFACE_KEYS: FieldTree = {
  hostname: { field: 'interfaceHostnames' },
  address: { field: 'interfaceAddresses' },
  macAddress: { field: 'macAddresses' },
};
const INTERFACE: Branch = { keys: { HostAssetInterface: { keys: INTERFACE_KEYS }, ...INTERFACE_KEYS } };

const TAG_KEYS: FieldTree = { name: { part: 'best' } };
const TAG: Branch = {
  field: 'tags',
  keys: { TagSimple: { whole: 'best', field: 'tags', keys: TAG_KEYS } },
};

const CLOUD_KEYS: FieldTree = {
  instanceId: { field: 'cloudInstanceId', rank: 0 },
  vmId: { field: 'cloudInstanceId', rank: 1 },
};

/** Keys of `HostAsset`. Dates may be `{"$date": …}`, numbers `{"$numberLong": "…"}`. */
export const HOST_ASSET: FieldTree = {
  id: identity('assetId'),
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

/** What a response holds besides. `data` and `list` are too common to be told by their name. */
export const HOST_ASSET_RESPONSE: FieldTree = {
  ServiceResponse: { envelope: 'list' },
  HostAsset: { envelope: 'hostasset' },
};
