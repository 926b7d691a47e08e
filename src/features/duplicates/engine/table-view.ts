import type { TableQuery } from '../../../model/table';
import { type ClusterList, openClusters } from '../../../tables/clusters';
import { openTable, type Table } from '../../../tables/table';
import type { EngineApi } from '../../../worker/api';
import { createLatest } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';

type TableApi = Pick<
  EngineApi,
  'openTable' | 'tableLines' | 'findLine' | 'columnText' | 'openClusters' | 'clusterLines'
>;

/**
 * What the page scrolls through: the result table and the list of clusters, each as its latest question asked.
 * A view belongs to one result; once another is open it is empty.
 */
export function createTableView(session: Session): TableApi {
  const tables = createLatest<Table>(session);
  const clusters = createLatest<ClusterList>(session);
  return {
    openTable: (query: TableQuery) =>
      outcomeOf('Ordering the table', async () => {
        const { dataset, grouping } = session.must();
        const table = await tables.open((watch) => openTable(dataset, grouping, query, watch));
        return table.size;
      }),
    tableLines: async (from, count) => tables.current()?.lines(from, count) ?? [],
    findLine: async (asset, group) => tables.current()?.find(asset, group) ?? -1,
    columnText: async (column) => {
      const table = tables.current();
      return (await table?.columnText(column)) ?? '';
    },
    openClusters: (sort, search) =>
      outcomeOf('Ordering the clusters', async () => {
        const { dataset, grouping } = session.must();
        const list = await clusters.open((watch) => openClusters(dataset, grouping, sort, search, watch));
        return list.size;
      }),
    clusterLines: async (from, count) => clusters.current()?.lines(from, count) ?? [],
  };
}
