import { FIELD_IDS, type FieldId } from '../../../model/field';
import type { GatewayQuery } from '../types';

/**
 * By which name each field that a dataset keeps is asked for; `null`: it comes with every asset or not at all. The
 * parameter may mean "only these", so a field that is forgotten here would be missing from every fetched inventory.
 */
const INCLUDED_AS: Readonly<Record<FieldId, string | null>> = {
  assetId: null,
  assetName: 'assetName',
  dnsName: 'dnsName',
  fqdn: 'fqdn',
  netbiosName: 'netbiosName',
  address: 'address',
  macAddresses: 'networkInterface',
  interfaceAddresses: 'networkInterface',
  interfaceHostnames: 'networkInterface',
  networkId: 'networkUuid',
  networkName: 'networkName',
  sources: 'inventory',
  trackingMethod: 'trackingMethod',
  activitySource: 'activity',
  lastScanned: 'activity',
  lastVmScan: 'sensor',
  agentId: 'agentId',
  agentVersion: 'agent',
  agentLastActivity: 'agent',
  agentLastCheckedIn: 'agent',
  sensorName: 'passiveSensor',
  sensorLastUpdated: 'sensor',
  created: 'createdDate',
  lastModified: 'lastModifiedDate',
  operatingSystem: 'operatingSystem',
  operatingSystemCategory: 'operatingSystem',
  hardwareCategory: 'hardware',
  manufacturer: 'hardware',
  model: 'hardware',
  biosSerialNumber: 'biosSerialNumber',
  biosAssetTag: 'biosAssetTag',
  provider: 'provider',
  cloudInstanceId: 'cloudProvider',
  assetUuid: 'assetUUID',
  hardwareUuid: 'hwUUID',
  hostId: 'hostId',
  qwebHostId: 'qwebHostId',
  correlationId: 'correlationId',
  tags: 'tag',
  customAttributes: 'customAttributes',
};

/** Every field that a dataset keeps, as the Gateway names it: a page is tens of times smaller than with everything. */
export const INCLUDED_FIELDS: readonly string[] = [
  ...new Set(FIELD_IDS.map((field) => INCLUDED_AS[field]).filter((name) => name !== null)),
];

/** The largest page the Gateway gives. */
export const LARGEST_PAGE = 300;

type FilterKey = Exclude<keyof GatewayQuery['filter'], 'updatedSince'>;

/** How each part of the filter is asked for. The names are seen in scripts; an unknown one is answered with 400. */
const FILTERS: readonly (readonly [key: FilterKey, field: string, operator: string, label: string])[] = [
  ['tag', 'tags.name', 'EQUALS', 'Tag'],
  ['nameContains', 'asset.name', 'CONTAINS', 'Name contains'],
  ['operatingSystem', 'operatingSystem', 'CONTAINS', 'Operating system'],
  ['trackingMethod', 'asset.trackingMethod', 'EQUALS', 'Tracking method'],
  ['source', 'inventory.source', 'EQUALS', 'Source'],
];

/** The body that counts or searches: `{}` for all, else the filters joined by AND. */
export function filterBody(query: GatewayQuery): string {
  const filters = FILTERS.flatMap(([key, field, operator]) => {
    const value = query.filter[key]?.trim() ?? '';
    return value === '' ? [] : [{ field, operator, value }];
  });
  return filters.length ? JSON.stringify({ filters, operation: 'AND' }) : '{}';
}

/** What the filter asks by, as the page calls it; empty where all assets are asked for. */
export function filterLabels({ filter }: GatewayQuery): string[] {
  const labels = FILTERS.filter(([key]) => (filter[key]?.trim() ?? '') !== '').map(([, , , label]) => label);
  return filter.updatedSince === null ? labels : ['Updated since', ...labels];
}

/**
 * What follows the `?` of a page's address. `cursor` null asks for the first page.
 * @param allFields leaves out which fields are asked for
 */
export function pageQuery(query: GatewayQuery, cursor: string | null, allFields = false): URLSearchParams {
  const parameters = new URLSearchParams({ pageSize: String(pageSize(query)) });
  if (cursor !== null) parameters.set('lastSeenAssetId', cursor);
  addUpdatedSince(parameters, query);
  if (!allFields) parameters.set('includeFields', INCLUDED_FIELDS.join(','));
  return parameters;
}

/** What follows the `?` when only counting. */
export function countQuery(query: GatewayQuery): URLSearchParams {
  return addUpdatedSince(new URLSearchParams(), query);
}

/** The page size, held within what the Gateway takes. */
export function pageSize(query: GatewayQuery): number {
  return Math.min(LARGEST_PAGE, Math.max(1, Math.round(query.pageSize) || LARGEST_PAGE));
}

function addUpdatedSince(parameters: URLSearchParams, query: GatewayQuery): URLSearchParams {
  const since = query.filter.updatedSince;
  if (since !== null && Number.isFinite(since))
    parameters.set('assetLastUpdated', new Date(since).toISOString().replace('.000Z', 'Z'));
  return parameters;
}
