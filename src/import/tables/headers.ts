// Column names of console pages (Global AssetView, VMDR, VM hosts, Cloud Agent, Passive Sensing), of QPS and
// Gateway fields written flat, and of our own reports (model/table.ts). They vary by page and release: more
// spellings do no harm, wrong ones do.
import { FIELD_IDS, FIELDS, type FieldId } from '../../model/field';

/**
 * What columns are called for each field, most telling first. Compared without case, spaces, punctuation:
 * "MAC Address(es)" is `macaddresses`. After `weak` stand names that fit other things as well: they count
 * only beside a telling one.
 */
interface Aliases {
  readonly names: string;
  readonly weak?: string;
}

const ALIASES: Readonly<Partial<Record<FieldId, Aliases>>> = {
  assetId: {
    names:
      'assetid qualysassetid qualysid assetnumber 資産id アセットid 資産番号 资产id 资产编号 資產編號 자산id идентификаторактива idактива',
    weak: 'id',
  },
  assetName: {
    names:
      'assetname hostassetname devicename computername machinename ホスト名 コンピュータ名 コンピューター名 端末名 機器名 デバイス名 資産名 アセット名 主机名 主机名称 计算机名 设备名 设备名称 资产名称 主機名稱 電腦名稱 호스트명 호스트이름 컴퓨터이름 자산명 자산이름 имяхоста имякомпьютера имяузла имяустройства',
    weak: 'name host asset device',
  },
  dnsName: { names: 'dnsname dnshostname dns dnsfqdn dnsnames dns名 dns名称', weak: 'hostname hostnames' },
  fqdn: { names: 'fqdn fullyqualifieddomainname fullyqualifiedhostname' },
  netbiosName: { names: 'netbiosname netbios netbioshostname' },
  address: {
    names:
      'ipaddress ipv4address ipv4 assetipv4 primaryip primaryipaddress ipaddresses ipv4addresses hostip lastseenip ipaddressv4 ipアドレス ip地址 ip位址 ip주소 ipадрес',
    weak: 'ip address ips',
  },
  macAddresses: {
    names:
      'macaddress macaddresses mac macs macid physicaladdress hardwareaddress ethernetaddress networkinterface networkinterfaces networkinterfacelistdata networkinterfacelist macアドレス 物理アドレス mac地址 物理地址 mac位址 mac주소 macадрес',
  },
  interfaceAddresses: {
    names:
      'interfaceaddresses interfaceaddress interfaceips addressipv4 addressesipv4 ipv6 assetipv6 ipv6address ipv6addresses otherips allips allipaddresses',
  },
  interfaceHostnames: { names: 'interfacehostnames interfacehostname interfacehostnamelist' },
  networkId: { names: 'networkid networkguid networkuuid' },
  networkName: { names: 'networkname', weak: 'network' },
  sources: {
    names:
      'inventorysource inventorysources inventory inventorylistdata assetsource assetsources datasource datasources discoverysource discoverysources',
    weak: 'source sources',
  },
  trackingMethod: { names: 'trackingmethod trackedby tracking' },
  activitySource: { names: 'lastactivityfrom activitysource lastactivitysource' },
  lastScanned: { names: 'lastscanned lastscanneddate lastscan lastscandate lastscandatetime' },
  lastVmScan: {
    names: 'lastvmscan lastvmscandate lastvulnscan lastvulnscandate lastvulnerabilityscan vmlastscan',
  },
  agentId: { names: 'agentid agentuuid qualyshostid qagentid cloudagentid qghostid agenthostid' },
  agentVersion: { names: 'agentversion cloudagentversion' },
  agentLastActivity: { names: 'agentlastactivity lastagentactivity agentlastseen' },
  agentLastCheckedIn: {
    names: 'agentlastcheckedin lastcheckedin lastcheckin agentlastcheckin lastcheckedindate',
  },
  sensorName: { names: 'sensorname passivesensor passivesensorname networksensor' },
  sensorLastUpdated: { names: 'sensorlastupdated sensorlastseen passivesensorlastupdated' },
  created: { names: 'createddate createdon createdat firstseen firstfound firstdiscovered', weak: 'created' },
  lastModified: {
    names:
      'lastactivity lastactivityutc lastseen lastupdated lastmodified lastactivitydate lastseendate lastupdateddate lastmodifieddate lastactivityon lastupdatedon 最終確認日時 最終更新日時 最終検出日時 最后在线时间 最后更新时间 последняяактивность',
    weak: 'modified updated modifieddate updateddate updatedat',
  },
  operatingSystem: {
    names: 'operatingsystem operatingsystemname operatingsystemfullname osname osversionname',
    weak: 'os',
  },
  operatingSystemCategory: { names: 'operatingsystemcategory oscategory' },
  hardwareCategory: { names: 'hardwarecategory', weak: 'category devicetype' },
  manufacturer: { names: 'manufacturer hardwaremanufacturer systemmanufacturer', weak: 'vendor' },
  model: { names: 'hardwaremodel systemmodel modelname', weak: 'model' },
  biosSerialNumber: { names: 'biosserialnumber biosserial serialnumber serialno', weak: 'serial' },
  biosAssetTag: { names: 'biosassettag assettag' },
  provider: { names: 'cloudprovider', weak: 'provider' },
  cloudInstanceId: { names: 'cloudinstanceid instanceid ec2instanceid vmid awsinstanceid' },
  assetUuid: { names: 'assetuuid' },
  hardwareUuid: { names: 'hardwareuuid hwuuid biosuuid systemuuid' },
  hostId: { names: 'hostid' },
  qwebHostId: { names: 'qwebhostid' },
  correlationId: { names: 'correlationid agentcorrelationid correlationuuid' },
  tags: { names: 'tags tagnames assettags taglist associatedtags', weak: 'tag' },
  customAttributes: { names: 'customattributes customattribute' },
};

/** How well a column's name fits a field: the place in its list of aliases; weak ones come after 100. */
export interface Fit {
  readonly field: FieldId;
  readonly rank: number;
  readonly weak: boolean;
}

const WEAK_RANK = 100;
const FITS: ReadonlyMap<string, readonly Fit[]> = makeFits();

/** Every field is also called as the model calls it, by its key and by its label. */
function makeFits(): Map<string, Fit[]> {
  const fits = new Map<string, Fit[]>();
  const add = (name: string, fit: Fit) => fits.set(name, [...(fits.get(name) ?? []), fit]);
  for (const field of FIELD_IDS) {
    const { names, weak = '' } = ALIASES[field] ?? { names: '' };
    const own = [headerKey(field), headerKey(FIELDS[field].label)];
    const listed = new Set([...names.split(' '), ...weak.split(' ')]);
    const telling = new Set([...names.split(' '), ...own.filter((name) => !listed.has(name))]);
    [...telling].forEach((name, rank) => {
      if (name !== '') add(name, { field, rank, weak: false });
    });
    for (const [at, name] of weak.split(' ').entries()) {
      if (name !== '') add(name, { field, rank: WEAK_RANK + at, weak: true });
    }
  }
  return fits;
}

/** A column's name without case, spaces and punctuation; what makes two headers the same. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A name without what platforms put around the names of own columns: `u_asset_id` of ServiceNow, `assetId_d` and
 * `assetName_s` of a log workspace.
 */
function plainName(header: string): string {
  return header.replace(/^u_(?=\w)|_[sdgtb]$/g, '');
}

/**
 * The fields that a column's name may stand for, best first. A path as other programs write flattened JSON counts
 * by its last part: `networkInterfaceListData.networkInterface[0].macAddress`, `cloudProvider_macAddress`.
 */
export function fitsOf(header: string): readonly Fit[] {
  const whole = FITS.get(headerKey(header)) ?? FITS.get(headerKey(plainName(header)));
  if (whole !== undefined) return whole;
  const parts = header.replace(/[[{]\d*[\]}]/g, '').split(/[./:_]/);
  // Views of a device manager: `Name0`, `MAC_Addresses0`.
  if (parts.length < 2) return header.endsWith('0') ? (FITS.get(headerKey(header.slice(0, -1))) ?? []) : [];
  const last = FITS.get(headerKey(parts.at(-1)!)) ?? [];
  // `activity_source` and `cloudProvider_source` end in a word that fits many things: only a telling one counts.
  return header.includes('_') ? last.filter(({ weak }) => !weak) : last;
}
