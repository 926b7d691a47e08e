import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { DetectionSettings } from '../model/settings';
import type { TableQuery } from '../model/table';
import type { EpochMilliseconds, GroupIndex } from '../model/units';

/** Everything a report is made from. The same input gives the same report, byte for byte. */
export interface ReportInput {
  readonly dataset: Dataset;
  readonly grouping: Grouping;
  readonly settings: DetectionSettings;
  readonly generatedAt: EpochMilliseconds;
  /** What the table showed when the report was asked for; `null` takes every group. */
  readonly query: TableQuery | null;
  /** Why a group's assets are taken for one machine, in one sentence; detection knows. */
  readonly explain: (group: GroupIndex) => string;
}
