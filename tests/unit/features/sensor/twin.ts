import type { SensorSettings } from '../../../../src/features/sensor/types/settings';
import { canonicalIp, parseIp } from '../../../../src/identifiers/ip-address';
import { parseRange } from '../../../../src/identifiers/ip-range';
import type { PlainAsset } from '../../make-dataset';

/**
 * The sensor criteria once more, slow and obvious: every passive asset against every managed one, every pair of
 * passive assets. Written from the criteria, not from the program; shares with it only the reading of one IP
 * address and of one range.
 */
export interface TwinVerdict {
  readonly assetId: string;
  readonly outcome: string;
  readonly criterion: string | null;
  readonly row: string | null;
  readonly with: string | null;
  /** Ids of its passive group, sorted. */
  readonly group: readonly string[];
}

const HOUR = 3_600_000;
const MANAGED = ['QAGENT', 'CLOUD_AGENT', 'IP', 'DNSNAME', 'NETBIOS', 'INSTANCE_ID'];
const USELESS_IPS = ['0.0.0.0', '127.0.0.0/8', '169.254.0.0/16', '::', '::1', 'fe80::/10'];

interface Seen {
  readonly id: string;
  readonly place: number;
  readonly kind: 'managed' | 'passive' | 'caps' | 'other';
  readonly correlation: readonly string[];
  readonly macs: readonly string[];
  /** For each host name that is not excluded, the forms it may match by. */
  readonly hostnames: readonly string[];
  readonly addresses: readonly { ip: string; network: string; window: number }[];
  readonly lastSeen: number;
  readonly sensors: string;
  readonly mobile: boolean;
}

/** The verdict of every passive asset, in dataset order. */
export function twinVerdicts(assets: readonly PlainAsset[], settings: SensorSettings): TwinVerdict[] {
  const seen = assets.map((asset, place) => see(asset, place, assets, settings));
  const managed = seen.filter((asset) => asset.kind === 'managed');
  const passive = seen.filter((asset) => asset.kind === 'passive' || asset.kind === 'caps');
  const first = new Map(passive.map((asset) => [asset, againstManaged(asset, managed)]));
  const rest = passive.filter((asset) => first.get(asset)!.outcome === 'separate');
  const groups = groupsOf(rest);
  return passive.map((asset) => {
    const group = groups.find((members) => members.includes(asset));
    if (!group) return first.get(asset)!;
    const others = group.filter((other) => other !== asset);
    const criterion = ['macAddress', 'hostname', 'ipAddress'].find((name) =>
      others.some((other) => passivePair(asset, other).includes(name)),
    );
    return {
      assetId: asset.id,
      outcome: 'merges-passive',
      criterion: criterion ?? null,
      row: null,
      with: others[0]!.id,
      group: group.map((member) => member.id),
    };
  });
}

function againstManaged(asset: Seen, managed: readonly Seen[]): TwinVerdict {
  const caps = asset.kind === 'caps';
  const answer = (criterion: string | null, row: string | null, other: Seen | null): TwinVerdict => ({
    assetId: asset.id,
    outcome: criterion === null ? 'separate' : 'merges',
    criterion,
    row,
    with: other === null ? null : other.id,
    group: [],
  });
  const correlated = best(
    asset,
    managed.filter((other) => shares(asset.correlation, other.correlation)),
  );
  if (correlated) return answer('correlationId', 'R1', correlated);
  const adapter = best(
    asset,
    managed.filter((other) => shares(asset.macs, other.macs)),
  );
  if (adapter) return answer('macAddress', 'R2', adapter);
  const named = best(
    asset,
    managed.filter((other) => shares(asset.hostnames, other.hostnames) && !(caps && other.macs.length > 0)),
  );
  if (named) return answer('hostname', 'R3', named);
  if (caps) return answer(null, null, null);
  const inTime = best(
    asset,
    managed.filter((other) => sameAddress(asset, other, true)),
  );
  if (inTime) return answer('ipAddress', differ(asset, inTime) ? 'R4' : 'R6', inTime);
  if (managed.some((other) => sameAddress(asset, other, false))) return answer(null, null, null);
  const elsewhere = best(
    asset,
    managed.filter((other) => asset.addresses.some(({ ip }) => other.addresses.some((to) => to.ip === ip))),
  );
  if (elsewhere) return answer(null, differ(asset, elsewhere) ? 'R5' : 'R7', elsewhere);
  return answer(null, null, null);
}

function differ(a: Seen, b: Seen): boolean {
  return a.macs.length > 0 && b.macs.length > 0;
}

/** Same IP, same network and, if asked, within the time. */
function sameAddress(a: Seen, b: Seen, inTime: boolean): boolean {
  return a.addresses.some((from) =>
    b.addresses.some(
      (to) =>
        from.ip === to.ip &&
        from.network === to.network &&
        (!inTime ||
          from.window === Number.POSITIVE_INFINITY ||
          Math.abs(a.lastSeen - b.lastSeen) <= from.window),
    ),
  );
}

/** Last seen nearest to the asset, then the smaller id. */
function best(asset: Seen, candidates: readonly Seen[]): Seen | null {
  const apart = (other: Seen) => {
    const time = Math.abs(asset.lastSeen - other.lastSeen);
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
  };
  let found: Seen | null = null;
  for (const other of candidates) {
    if (found === null || apart(other) < apart(found)) found = other;
    else if (apart(other) === apart(found) && BigInt(other.id) < BigInt(found.id)) found = other;
  }
  return found;
}

/** The criteria that hold between two passive assets. */
function passivePair(a: Seen, b: Seen): string[] {
  const found: string[] = [];
  if (shares(a.macs, b.macs)) found.push('macAddress');
  if (!a.mobile && !b.mobile && shares(a.hostnames, b.hostnames)) found.push('hostname');
  const bySensors = a.kind === 'passive' && b.kind === 'passive' && a.sensors !== b.sensors;
  const noMac = a.macs.length === 0 && b.macs.length === 0;
  if (bySensors && noMac && sameAddress(a, b, true)) found.push('ipAddress');
  return found;
}

function groupsOf(assets: readonly Seen[]): Seen[][] {
  const groups: Seen[][] = [];
  const done = new Set<Seen>();
  for (const start of assets) {
    if (done.has(start)) continue;
    const group = [start];
    done.add(start);
    for (const member of group) {
      for (const other of assets) {
        if (done.has(other) || passivePair(member, other).length === 0) continue;
        done.add(other);
        group.push(other);
      }
    }
    if (group.length > 1) groups.push(group.sort((a, b) => a.place - b.place));
  }
  return groups;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((value) => b.includes(value));
}

function see(
  asset: PlainAsset,
  place: number,
  assets: readonly PlainAsset[],
  settings: SensorSettings,
): Seen {
  const sources = (asset.sources ?? []).map((source) => (typeof source === 'string' ? { source } : source));
  const roles = sources.map((source) => roleOf(source.source ?? '', settings));
  if (sources.length === 0) roles.push(roleOf(asset.trackingMethod ?? '', settings));
  const kind = kindOf(roles, asset.agentId);
  const counts = (role: string) =>
    kind === 'managed' ? role === 'managed' : role === 'passive' || role === 'caps';
  const times = sources
    .filter((_, index) => counts(roles[index]!))
    .map((source) => source.lastUpdated ?? Number.NaN)
    .filter((time) => !Number.isNaN(time));
  const fallbacks = [asset.sensorLastUpdated, asset.lastModified].map((time) => time ?? Number.NaN);
  const fallback = fallbacks.find((time) => !Number.isNaN(time)) ?? Number.NaN;
  const ips = [...new Set([asset.address ?? '', ...(asset.interfaceAddresses ?? [])].flatMap(usefulIp))];
  const sensors = [...new Set((asset.sensorName ?? []).map((name) => name.toLowerCase()))].sort();
  return {
    id: asset.assetId!,
    place,
    kind,
    correlation: correlationOf(asset, settings),
    macs: (asset.macAddresses ?? []).map(String).filter((mac) => !/^(0+|f+)$/.test(mac)),
    hostnames: hostnamesOf(asset, settings),
    addresses: ips.flatMap((ip) =>
      networksOf(asset, ip, assets, settings).map((network) => ({
        ip,
        network,
        window: windowOf(ip, network, assets, settings),
      })),
    ),
    lastSeen: times.length > 0 ? Math.max(...times) : fallback,
    sensors: sensors.length > 0 ? sensors.join('|') : `record ${place}`,
    mobile: settings.mobilePatterns.some((pattern) =>
      `${asset.hardwareCategory ?? ''}\n${asset.operatingSystemCategory ?? ''}`
        .toLowerCase()
        .includes(pattern.toLowerCase()),
    ),
  };
}

function kindOf(roles: readonly string[], agentId: string | undefined): Seen['kind'] {
  if ((agentId ?? '') !== '' || roles.includes('managed')) return 'managed';
  if (roles.includes('passive')) return 'passive';
  return roles.includes('caps') ? 'caps' : 'other';
}

function roleOf(source: string, settings: SensorSettings): string {
  const assigned = settings.sourceClasses[source];
  let role: string = assigned ?? 'other';
  if (assigned === undefined) {
    if (MANAGED.includes(source)) role = 'managed';
    else if (source === 'CAPS' || source === 'NPS' || source.includes('PASSIVE')) role = 'passive';
    else if (source.endsWith('SCANNER')) role = 'managed';
  }
  return role === 'passive' && source === 'CAPS' ? 'caps' : role;
}

function correlationOf(asset: PlainAsset, settings: SensorSettings): string[] {
  const field = settings.correlationIdField;
  const attributes = (asset.customAttributes ?? []).map((attribute) => attribute.split('='));
  const values =
    field === 'hardwareUuid'
      ? [asset.hardwareUuid ?? '']
      : field !== null
        ? attributes.filter(([key]) => key === field).map(([, value]) => value!)
        : [
            asset.correlationId ?? '',
            ...attributes.filter(([key]) => key === 'correlationId').map(([, value]) => value!),
          ];
  return values.map((value) => value.trim().toLowerCase()).filter((value) => value !== '');
}

function hostnamesOf(asset: PlainAsset, settings: SensorSettings): string[] {
  const names = [
    asset.dnsName,
    asset.fqdn,
    asset.netbiosName,
    asset.assetName,
    ...(asset.interfaceHostnames ?? []),
  ].map((name) => (name ?? '').trim().toLowerCase().replace(/\.$/, ''));
  return names
    .filter((name) => name !== '' && canonicalIp(name) === null)
    .flatMap((name) => {
      const without = settings.domains
        .filter((domain) => name.endsWith(`.${domain}`) && name.length > domain.length + 1)
        .map((domain) => name.slice(0, -domain.length - 1));
      const forms = [name, ...without];
      return forms.some((form) => settings.excludedHostnames.some((pattern) => like(pattern, form)))
        ? []
        : forms;
    });
}

function like(pattern: string, name: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(name);
}

function usefulIp(text: string): string[] {
  const ip = canonicalIp(text);
  return ip === null || USELESS_IPS.some((range) => inRange(ip, range)) ? [] : [ip];
}

function inRange(ip: string, range: string): boolean {
  const reading = parseRange(range);
  return reading.ok && reading.range.contains(parseIp(ip)!);
}

/** How many addresses an IPv4 or IPv6 range has, as a number good enough to compare. */
function width(range: string): number {
  const reading = parseRange(range);
  if (!reading.ok) return Number.NaN;
  const { first, last } = reading.range;
  if (first.version === 4 && last.version === 4) return last.value - first.value;
  const value = (ip: typeof first) =>
    ip.version === 6 ? ip.parts.reduce((sum, part) => sum * 65536 + part, 0) : ip.value;
  return value(last) - value(first);
}

function networksOf(
  asset: PlainAsset,
  ip: string,
  assets: readonly PlainAsset[],
  settings: SensorSettings,
): string[] {
  if (!settings.networkFeature) return ['default'];
  const name = asset.networkName ?? '';
  const id = asset.networkId ?? '';
  if (name === 'Global Default Network') return ['default'];
  if (id !== '') return [id];
  if (name !== '') return [networkCalled(name, assets)];
  const bySensor = settings.networks.filter((network) =>
    network.sensors.some((sensor) => (asset.sensorName ?? []).includes(sensor)),
  );
  if (bySensor.length > 0) return bySensor.map((network) => networkCalled(network.name, assets));
  const ranges = [
    ...settings.networks.flatMap((network) => network.ranges.map((range) => [range, network.name] as const)),
    ...settings.ranges.flatMap((range) => (range.network ? [[range.range, range.network] as const] : [])),
  ].filter(([range]) => inRange(ip, range));
  let found = ranges[0];
  for (const range of ranges) if (found && width(range[0]) < width(found[0])) found = range;
  return [found ? networkCalled(found[1], assets) : 'default'];
}

/** A name that goes with exactly one network ID in the dataset is that network. */
function networkCalled(name: string, assets: readonly PlainAsset[]): string {
  const ids = new Set(
    assets.filter((asset) => asset.networkName === name && asset.networkId).map((asset) => asset.networkId!),
  );
  return ids.size === 1 ? [...ids][0]! : name;
}

function windowOf(
  ip: string,
  network: string,
  assets: readonly PlainAsset[],
  settings: SensorSettings,
): number {
  const ranges = settings.ranges.filter(
    (range) =>
      inRange(ip, range.range) &&
      (!settings.networkFeature || !range.network || networkCalled(range.network, assets) === network),
  );
  if (ranges.some((range) => range.assignment === 'static')) return Number.POSITIVE_INFINITY;
  let found: (typeof ranges)[number] | undefined;
  for (const range of ranges) {
    if (typeof range.leaseHours !== 'number') continue;
    if (!found || width(range.range) < width(found.range)) found = range;
  }
  return (found?.leaseHours ?? settings.ipInactivityHours) * HOUR;
}
