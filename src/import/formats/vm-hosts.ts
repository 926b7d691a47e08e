// Qualys VM/PC API, "asset/host" and "asset/host/vm/detection": https://docs.qualys.com/en/vm/api/assets/ (host lists)
import type { RecordDialect } from '../json/dialects';
import type { Branch, FieldTree } from '../json/field-tree';

const identity = (field: NonNullable<Branch['field']>, rank = 0): Branch => ({ field, rank, marks: true });

const TAG: Branch = { whole: 'best', field: 'tags', keys: { NAME: { part: 'best' } } };

const EC2: FieldTree = { EC2_INSTANCE_ID: { field: 'cloudInstanceId', rank: 1 } };

/** Keys of a `HOST`. `ID` is the host's number in this API; the asset's is `ASSET_ID`, which has to be asked for. */
const HOST: FieldTree = {
  ASSET_ID: identity('assetId'),
  ID: { field: 'qwebHostId', marks: true },
  IP: identity('address', 0),
  IPV6: identity('address', 1),
  DNS: identity('dnsName'),
  DNS_DATA: { keys: { FQDN: { field: 'fqdn' } } },
  NETBIOS: identity('netbiosName'),
  NETWORK_ID: { field: 'networkId' },
  NETWORK_NAME: { field: 'networkName' },
  TRACKING_METHOD: { field: 'trackingMethod', marks: true },
  OS: { field: 'operatingSystem' },
  QG_HOSTID: { field: 'agentId' },
  CLOUD_PROVIDER: { field: 'provider' },
  CLOUD_RESOURCE_ID: { field: 'cloudInstanceId', rank: 0 },
  EC2_INSTANCE_ID: { field: 'cloudInstanceId', rank: 1 },
  METADATA: { keys: { EC2: { keys: EC2 } } },
  SERIAL_NUMBER: { field: 'biosSerialNumber', rank: 0 },
  HARDWARE_UUID: { field: 'hardwareUuid' },
  FIRST_FOUND_DATE: { field: 'created' },
  LAST_ACTIVITY: { field: 'lastModified', rank: 0 },
  LAST_VULN_SCAN_DATETIME: { field: 'lastVmScan', rank: 0 },
  LAST_VM_SCANNED_DATE: { field: 'lastVmScan', rank: 1 },
  LAST_SCAN_DATETIME: { field: 'lastScanned' },
  MAC_ADDRESS: identity('macAddresses'),
  TAGS: { field: 'tags', keys: { TAG } },
};

/** Hosts of the VM API: XML as it answers, and what scripts make of it. */
export const VM_HOSTS: RecordDialect = {
  name: 'vm',
  tree: HOST,
  signatures: [
    [['ASSET_ID'], ['IP', 'IPV6', 'DNS', 'NETBIOS', 'TRACKING_METHOD']],
    [['ID'], ['IP', 'IPV6', 'DNS', 'NETBIOS'], ['TRACKING_METHOD', 'DNS', 'NETBIOS', 'OS']],
    // Findings, and hosts without any number.
    [
      ['IP', 'IPV6'],
      ['DNS', 'NETBIOS'],
      ['QID', 'TRACKING_METHOD'],
    ],
    [['IP'], ['DNS'], ['NETBIOS']],
  ],
  around: {
    HOST: { wrapper: { dialect: 'vm' } },
    HOST_LIST: { wrapper: 'records' },
    HOST_LIST_OUTPUT: { wrapper: 'records' },
    HOST_LIST_VM_DETECTION_OUTPUT: { wrapper: 'records' },
    // It stands at the end of a list that goes on, with the address of the next page.
    WARNING: { response: 'hasMore' },
    // A request that failed: `<SIMPLE_RETURN><RESPONSE><CODE>1965</CODE><TEXT>…`.
    SIMPLE_RETURN: { response: 'other' },
    CODE: { response: 'code' },
    TEXT: { response: 'message' },
  },
};
