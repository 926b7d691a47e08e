import type { TableQuery } from '../../../model/table';
import { type ClusterList, openClusters } from '../../../tables/clusters';
import { openTable, type Table } from '../../../tables/table';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';
import type { DuplicatesCalls } from '../calls';

type TableApi = Pick<
  DuplicatesCalls,
  'openTable' | 'tableLines' | 'findLine' | 'columnText' | 'openClusters' | 'clusterLines'
>;

/**
 * What the page scrolls through: the result table and the list of clusters, each as its latest question asked.
 * A view belongs to one result; once another is open it is empty.
 */
export function createTableView(session: Session): TableApi {
  const tables = createLatestView<Table>(session);
  const clusters = createLatestView<ClusterList>(session);
  return {
    openTable: (query: TableQuery) =>
      outcomeOf('Ordering the table', async () => {
        const { dataset, grouping } = session.requireOpen();
        const table = await tables.open((watch) => openTable(dataset, grouping, query, watch));
        return table.size;
      }),
    tableLines: (from, count) =>
      outcomeOf('Reading the table', () => tables.current()?.lines(from, count) ?? []),
    findLine: (asset, group) =>
      outcomeOf('Searching the table', () => tables.current()?.find(asset, group) ?? -1),
    columnText: (column) =>
      outcomeOf('Copying the column', async () => (await tables.current()?.columnText(column)) ?? ''),
    openClusters: (query) =>
      outcomeOf('Ordering the clusters', async () => {
        const { dataset, grouping } = session.requireOpen();
        const list = await clusters.open((watch) => openClusters(dataset, grouping, query, watch));
        return list.size;
      }),
    clusterLines: (from, count) =>
      outcomeOf('Reading the clusters', () => clusters.current()?.lines(from, count) ?? []),
  };
}
