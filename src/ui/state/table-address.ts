import { ALL_RULES, RULE_IDS, type RuleId } from '../../model/rule';
import { TABLE_COLUMN_IDS } from '../../model/table';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';
import {
  choiceParameter,
  createAddressPart,
  indexParameter,
  type Parameter,
  readIndex,
  type Step,
  sortParameter,
  switchParameter,
  toScreen,
  wordsParameter,
} from './address';

const rules: Parameter<readonly RuleId[] | null> = {
  names: ['fields'],
  start: null,
  read: (given) => {
    const named = given('fields')?.split('.') ?? [];
    const known = RULE_IDS.filter((rule) => named.includes(rule));
    return known.length === 0 ? null : known;
  },
  write: (chosen) => ({ fields: chosen === null ? null : chosen.join('.') }),
};

/** What the result table shows: the words searched for, the filters and the order. */
export const TABLE = createAddressPart({
  search: wordsParameter('search'),
  rules,
  /** Bits of the rules that an asset is matched by exactly. */
  overlap: indexParameter('overlap', ALL_RULES),
  matching: choiceParameter('matching', RULE_IDS),
  cluster: indexParameter('cluster'),
  group: indexParameter('only-group'),
  sort: sortParameter('sort', TABLE_COLUMN_IDS),
  together: switchParameter('together'),
});
export type TableView = typeof TABLE.start;

/** What the side panel shows. */
export type PanelView =
  | { readonly kind: 'asset'; readonly asset: AssetIndex; readonly group: GroupIndex }
  | { readonly kind: 'cluster'; readonly cluster: ClusterIndex };

const panel: Parameter<PanelView | null> = {
  names: ['asset', 'group', 'panel-cluster'],
  start: null,
  read: (given) => {
    const [asset, group] = [readIndex(given('asset')), readIndex(given('group'))];
    if (asset !== null && group !== null) return { kind: 'asset', asset, group };
    const cluster = readIndex(given('panel-cluster'));
    return cluster === null ? null : { kind: 'cluster', cluster };
  },
  write: (view) => ({
    asset: view?.kind === 'asset' ? view.asset : null,
    group: view?.kind === 'asset' ? view.group : null,
    'panel-cluster': view?.kind === 'cluster' ? view.cluster : null,
  }),
};

/** The record that the side panel compares with others. */
export const PANEL = createAddressPart({ view: panel });

/** Shows this in the side panel. */
export function showPanel(view: PanelView): Step {
  return PANEL.with({ view });
}

export const closePanel: Step = PANEL.with({ view: null });

/** No search and no filter; the order stays. */
export const NO_FILTER: Partial<TableView> = {
  search: '',
  rules: null,
  overlap: null,
  matching: null,
  cluster: null,
  group: null,
};

/** The result table narrowed to these filters alone. */
export function toTable(filter: Partial<TableView>): Step {
  return (address) => closePanel(TABLE.with({ ...NO_FILTER, ...filter })(toScreen('duplicates')(address)));
}
