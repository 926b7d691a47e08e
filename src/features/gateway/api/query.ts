import type { GatewayQuery } from '../types';

/** Only what detection and the sensor check read: a page is tens of times smaller than with everything. */
export const INCLUDED_FIELDS = [
  'networkInterface',
  'inventory',
  'agent',
  'agentId',
  'hardware',
  'operatingSystem',
  'sensor',
  'tag',
];

/** The largest page the Gateway gives. */
export const LARGEST_PAGE = 300;

/** The body that counts or searches: `{}` for all, else the filters joined by AND. */
export function filterBody(query: GatewayQuery): string {
  const filters: { field: string; operator: string; value: string }[] = [];
  const tag = query.filter.tag.trim();
  const name = query.filter.nameContains.trim();
  if (tag) filters.push({ field: 'tags.name', operator: 'EQUALS', value: tag });
  if (name) filters.push({ field: 'asset.name', operator: 'CONTAINS', value: name });
  return filters.length ? JSON.stringify({ filters, operation: 'AND' }) : '{}';
}

/** What follows the `?` of a page's address. `cursor` null asks for the first page. */
export function pageQuery(query: GatewayQuery, cursor: string | null): URLSearchParams {
  const parameters = new URLSearchParams({ pageSize: String(pageSize(query)) });
  if (cursor !== null) parameters.set('lastSeenAssetId', cursor);
  addUpdatedSince(parameters, query);
  parameters.set('includeFields', INCLUDED_FIELDS.join(','));
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
