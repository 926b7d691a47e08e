import { UNWATCHED } from '../../src/model/progress';
import { TABLE_COLUMN_IDS, type TableQuery } from '../../src/model/table';
import { openClusters } from '../../src/tables/clusters';
import { prepareSearch } from '../../src/tables/search';
import { openTable, WHOLE_TABLE } from '../../src/tables/table';
import { makeLargeResult } from './report-result';

/** Prints how long the table of `rows` rows takes to open, search and sort, in milliseconds. */
export async function benchTable(rows: number): Promise<void> {
  const { dataset, grouping } = makeLargeResult(rows);
  const time = async (what: string, step: () => Promise<unknown>) => {
    const began = performance.now();
    await step();
    console.log(`${what.padEnd(44)}${(performance.now() - began).toFixed(0).padStart(6)} ms`);
  };
  const open = (query: Partial<TableQuery>) =>
    openTable(dataset, grouping, { ...WHOLE_TABLE, ...query }, UNWATCHED);
  await time('open', () => open({}));
  await time('build the search text', () => prepareSearch(dataset, grouping, UNWATCHED));
  for (const search of ['srv-1234', 'e', 'zz', 'zzzz zzzz', '00-50-56-00', 'windows 10.1 srv 2024-05-25']) {
    await time(`search "${search}"`, () => open({ search }));
  }
  for (const column of TABLE_COLUMN_IDS) {
    await time(`sort by ${column}`, () => open({ sort: { column, descending: false } }));
    await time(`  the other way`, () => open({ sort: { column, descending: true } }));
  }
  await time('clusters by size', () =>
    openClusters(dataset, grouping, { sort: 'assets', search: '', joined: false }, UNWATCHED),
  );
  const table = await open({});
  await time('column of MACs as text', () => table.columnText('macAddresses'));
  console.log(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}
