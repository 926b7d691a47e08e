import { findDuplicates } from '../../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../../src/detect/settings';
import { importSources } from '../../../../src/import/import';
import { textAt } from '../../../../src/model/columns';
import type { Dataset } from '../../../../src/model/dataset';
import { groupMembers } from '../../../../src/model/grouping';
import type { ColumnMapping, MappingRequest } from '../../../../src/model/import-request';
import { TroubleError } from '../../../../src/model/outcome';
import { UNWATCHED } from '../../../../src/model/progress';
import { RULE_IDS, type RuleId } from '../../../../src/model/rule';

/** What an import of one table came to, after its suggested columns were confirmed as they stand. */
export interface ReadCase {
  readonly dataset: Dataset;
  /** The groups of the results: the rule and the ids of the assets, sorted. */
  readonly groups: readonly (readonly [RuleId, readonly string[]])[];
  /** What is said beside the figures: notices, skipped records, unreadable values. */
  readonly said: string;
  /** What was asked, if anything was. */
  readonly asked: MappingRequest | null;
}

/** Reads a table as the page does; a suggestion is confirmed as it stands. Throws what the import refuses with. */
export async function readAsConfirmed(
  bytes: Uint8Array<ArrayBuffer> | string,
  name = 'export',
): Promise<ReadCase> {
  const mappings: Record<string, ColumnMapping> = {};
  let asked: MappingRequest | null = null;
  for (;;) {
    const result = await importSources(
      [{ name, blob: new Blob([bytes]) }],
      { origin: 'files', mappings },
      null,
      UNWATCHED,
    );
    if (result.kind === 'dataset') return caseOf(result.dataset, asked);
    if (asked !== null) throw new Error('asked twice');
    asked = result.request;
    mappings[asked.signature] = asked.suggested;
  }
}

async function caseOf(dataset: Dataset, asked: MappingRequest | null): Promise<ReadCase> {
  const grouping = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
  const groups = Array.from(grouping.stops, (_, group): [RuleId, string[]] => [
    RULE_IDS[grouping.rules[group]!]!,
    Array.from(groupMembers(grouping, group), (asset) => textAt(dataset.columns.assetId, asset)).sort(),
  ]);
  const { notices = [], skipped, unreadable, unfinished } = dataset.header;
  const said = [
    ...notices.map(({ what, remedy = '' }) => `${what} ${remedy}`),
    ...skipped.map(({ reason }) => `Skipped: ${reason}`),
    ...Object.entries(unreadable).map(([field, count]) => `${count} of ${field} could not be read.`),
    unfinished?.reason ?? '',
  ].join('\n');
  return { dataset, groups, said, asked };
}

/** The sentences of the refusal that the reading ends with. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof TroubleError) return `${error.trouble.what} ${error.trouble.remedy}`;
    throw error;
  }
  return '';
}
