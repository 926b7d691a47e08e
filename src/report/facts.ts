import type { DatasetHeader } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { Redaction } from '../model/redaction';
import type { DetectionSettings } from '../model/settings';
import type { TableQuery } from '../model/table';
import type { EpochMilliseconds } from '../model/units';

/** What a report says of itself and its result besides rows. */
export interface ReportFacts extends Pick<Grouping, 'summary' | 'ignored' | 'sharedWidely'> {
  readonly header: DatasetHeader;
  readonly settings: DetectionSettings;
  readonly generatedAt: EpochMilliseconds;
  readonly query: TableQuery | null;
  /** Of a redacted copy; all values above are pseudonyms then. */
  readonly redaction: Pick<Redaction, 'keyKept' | 'kinds'> | null;
}
