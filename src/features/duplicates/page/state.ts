import { type App, engineOf } from '../../../ui/context';
import { createFeatureContext } from '../../../ui/feature-context';
import { createReports, type Reports } from '../../../ui/state/reports';
import { createTable, type Table } from '../../../ui/state/table';
import { TABLE } from '../../../ui/state/table-address';
import { createTableLayout, type TableLayout } from '../../../ui/state/table-layout';
import type { DuplicatesCalls } from '../calls';
import { sampleSource } from './import/sample';

/** What the screens of the potential duplicates share. */
export interface Duplicates {
  readonly table: Table;
  readonly layout: TableLayout;
  readonly reports: Reports;
  trySample(): void;
}

export const DuplicatesContext = createFeatureContext<Duplicates>('the potential duplicates');
export const useDuplicates = DuplicatesContext.use;

/** See `Duplicates`; the table follows the address and the result. */
export function createDuplicates(app: App): Duplicates {
  const engine = engineOf<DuplicatesCalls>(app);
  const revision = () => app.session.result()?.revision ?? null;
  return {
    table: createTable(engine, revision, () => app.route.of(TABLE), app.small),
    layout: createTableLayout(),
    reports: createReports(engine, app.session),
    trySample: () => app.take([sampleSource()], 'sample'),
  };
}
