import {
  putSensorPlace,
  readSensorPlace,
  SENSOR_START,
  type SensorPlace,
} from '../../features/sensor/page/state/place';
import { ALL_RULES, RULE_IDS, type RuleId } from '../../model/rule';
import { type ClusterSort, TABLE_COLUMN_IDS, type TableSort } from '../../model/table';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';

/** The screens that an address can name. */
export const SCREEN_IDS = [
  'overview',
  'duplicates',
  'clusters',
  'sensor',
  'gateway',
  'datasets',
  'help',
] as const;
export type ScreenId = (typeof SCREEN_IDS)[number];

/** What the side panel shows. */
export type PanelView =
  | { readonly kind: 'asset'; readonly asset: AssetIndex; readonly group: GroupIndex }
  | { readonly kind: 'cluster'; readonly cluster: ClusterIndex };

/**
 * What the page's address says: where the person is and what they asked for, so that back, forward and
 * reload keep it. It lives behind the `#`, which no browser sends; it never holds an asset's values, except
 * what the person typed into a search box.
 */
export interface View {
  readonly screen: ScreenId;
  readonly dataset: string | null;
  readonly search: string;
  readonly rules: readonly RuleId[] | null;
  readonly overlap: number | null;
  readonly cluster: ClusterIndex | null;
  readonly sort: TableSort | null;
  readonly panel: PanelView | null;
  readonly clusterSearch: string;
  readonly clusterSort: ClusterSort;
  readonly sensor: SensorPlace;
}

export const START: View = {
  screen: 'overview',
  dataset: null,
  search: '',
  rules: null,
  overlap: null,
  cluster: null,
  sort: null,
  panel: null,
  clusterSearch: '',
  clusterSort: 'order',
  sensor: SENSOR_START,
};

const CLUSTER_SORTS: readonly ClusterSort[] = ['order', 'assets', 'groups', 'newest'];

/** Reads an address; whatever it cannot read is left at its start. Never throws. */
export function parseView(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const given = new URLSearchParams(query);
  return {
    screen: SCREEN_IDS.find((screen) => screen === path) ?? START.screen,
    dataset: given.get('dataset'),
    search: given.get('search') ?? '',
    rules: readRules(given.get('fields')),
    overlap: readIndex(given.get('overlap'), ALL_RULES),
    cluster: readIndex(given.get('cluster')),
    sort: readSort(given.get('sort')),
    panel: readPanel(given),
    clusterSearch: given.get('find') ?? '',
    clusterSort: CLUSTER_SORTS.find((sort) => sort === given.get('order')) ?? START.clusterSort,
    sensor: readSensorPlace(given),
  };
}

/** The address of a view, the inverse of `parseView`; what is at its start is left out. */
export function formatView(view: View): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') query.set(name, String(value));
  };
  put('dataset', view.dataset);
  put('search', view.search);
  put('fields', view.rules === null ? null : view.rules.join('.'));
  put('overlap', view.overlap);
  put('cluster', view.cluster);
  put('sort', view.sort === null ? null : `${view.sort.descending ? '-' : ''}${view.sort.column}`);
  put('asset', view.panel?.kind === 'asset' ? view.panel.asset : null);
  put('group', view.panel?.kind === 'asset' ? view.panel.group : null);
  put('panel-cluster', view.panel?.kind === 'cluster' ? view.panel.cluster : null);
  put('find', view.clusterSearch);
  put('order', view.clusterSort === START.clusterSort ? null : view.clusterSort);
  putSensorPlace(view.sensor, put);
  const text = query.toString();
  return `#/${view.screen}${text === '' ? '' : `?${text}`}`;
}

/** A number that an address names, `null` if it is none. */
function readIndex(text: string | null, greatest = 2 ** 32 - 2): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const index = Number(text);
  return index <= greatest ? index : null;
}

function readRules(text: string | null): RuleId[] | null {
  if (text === null) return null;
  const named = text.split('.');
  const rules = RULE_IDS.filter((rule) => named.includes(rule));
  return rules.length === 0 ? null : rules;
}

function readSort(text: string | null): TableSort | null {
  if (text === null) return null;
  const descending = text.startsWith('-');
  const column = TABLE_COLUMN_IDS.find((id) => id === (descending ? text.slice(1) : text));
  return column === undefined ? null : { column, descending };
}

function readPanel(given: URLSearchParams): PanelView | null {
  const asset = readIndex(given.get('asset'));
  const group = readIndex(given.get('group'));
  if (asset !== null && group !== null) return { kind: 'asset', asset, group };
  const cluster = readIndex(given.get('panel-cluster'));
  return cluster === null ? null : { kind: 'cluster', cluster };
}
