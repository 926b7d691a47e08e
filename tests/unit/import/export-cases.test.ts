import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import { importSources } from '../../../src/import/import';
import { textAt } from '../../../src/model/columns';
import type { Dataset, DatasetHeader } from '../../../src/model/dataset';
import { FIELDS } from '../../../src/model/field';
import type { ColumnMapping, ImportSource } from '../../../src/model/import-request';
import { TroubleError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import { RULE_IDS } from '../../../src/model/rule';

/** What must come of an export; the README beside the files tells what each member means. */
interface Expected {
  readonly assets?: number;
  readonly groups?: readonly (readonly [rule: string, assets: readonly string[]])[];
  readonly headline?: readonly string[];
  readonly says?: readonly string[];
  readonly must_not_say?: readonly string[];
  readonly refused?: true;
  readonly or?: readonly Expected[];
}

interface Result {
  readonly assets: number | null;
  readonly groups: readonly (readonly [rule: string, assets: readonly string[]])[];
  readonly headline: string;
  readonly says: string;
}

/** The cases that the issue came with, and further ones of the same kinds. */
const FOLDERS = ['exports', 'more-exports'].map(
  (name) => new URL(`../../fixtures/cases/${name}/`, import.meta.url),
);

for (const folder of FOLDERS) {
  describe(folder.pathname.split('/').at(-2)!, () => {
    const read = (name: string) => readFileSync(new URL(name, folder));
    const cases = JSON.parse(read('expected.json').toString()) as Record<string, Expected>;
    for (const [names, expected] of Object.entries(cases)) {
      it(names, async () => {
        const files = names
          .split(' + ')
          .map((name) => ({ name, blob: new Blob([new Uint8Array(read(name))]) }));
        const result = await resultOf(files);
        const faults = [expected, ...(expected.or ?? [])].map((one) => faultsOf(result, one));
        expect(faults.some((found) => found.length === 0) ? [] : faults[0], result.says).toEqual([]);
      });
    }
  });
}

async function resultOf(files: readonly ImportSource[]): Promise<Result> {
  // A file's own name may have the words that are looked for.
  const withoutNames = (text: string) => files.reduce((rest, { name }) => rest.replaceAll(name, ''), text);
  try {
    const dataset = await imported(files);
    const { headline, says } = wordsOf(dataset.header);
    const groups = await groupsOf(dataset);
    return { assets: dataset.size, groups, headline: withoutNames(headline), says: withoutNames(says) };
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    const says = withoutNames(`${error.trouble.what} ${error.trouble.remedy}`);
    return { assets: null, groups: [], headline: says, says };
  }
}

/** Imports the files together; where the columns are asked about, confirms what is suggested. */
async function imported(sources: readonly ImportSource[]): Promise<Dataset> {
  const mappings: Record<string, ColumnMapping> = {};
  for (let asked = 0; asked <= sources.length; asked++) {
    const result = await importSources(sources, { origin: 'files', mappings }, null, UNWATCHED);
    if (result.kind === 'dataset') return result.dataset;
    mappings[result.request.signature] = result.request.suggested;
  }
  throw new Error('A mapping was asked for more than once for a file');
}

/** What the page and the reports say of the import: at the headline, and anywhere. */
function wordsOf(header: DatasetHeader): { readonly headline: string; readonly says: string } {
  const notices = header.notices ?? [];
  const told = notices.map(({ severity, what, remedy }) => ({ severity, text: `${what} ${remedy ?? ''}` }));
  const headline = told.filter(({ severity }) => severity !== 'note').map(({ text }) => text);
  const unreadable = Object.values(header.unreadable).some((count) => count > 0);
  const says = [
    ...told.map(({ text }) => text),
    `${header.balance.skipped} skipped`,
    header.unfinished === undefined ? '' : `Not everything was read. ${header.unfinished.reason}`,
    unreadable ? 'Some values could not be read.' : '',
    ...header.files.flatMap(({ mapping }) =>
      (mapping?.columns ?? []).map((field, at) =>
        field === null ? '' : `${mapping?.headers[at]} → read as ${FIELDS[field].label}`,
      ),
    ),
    ...header.skipped.map(({ reason }) => reason),
    ...header.files.map(({ trouble }) => (trouble ? `${trouble.what} ${trouble.remedy}` : '')),
  ];
  return { headline: headline.join('\n'), says: says.join('\n') };
}

async function groupsOf(dataset: Dataset): Promise<Result['groups']> {
  const { rules, stops, members } = await findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);
  return Array.from(rules, (rule, group) => {
    const assets = members.subarray(group === 0 ? 0 : stops[group - 1]!, stops[group]!);
    return [RULE_IDS[rule]!, Array.from(assets, (asset) => textAt(dataset.columns.assetId, asset))];
  });
}

function faultsOf(result: Result, expected: Expected): string[] {
  const faults: string[] = [];
  const says = (text: string, pattern: string) => new RegExp(pattern, 'i').test(text);
  if (expected.refused === true && result.assets !== null) faults.push('was not refused');
  if (expected.refused !== true && result.assets === null) faults.push(`was refused: ${result.says}`);
  if (expected.assets !== undefined && expected.assets !== result.assets)
    faults.push(`gave ${result.assets} assets, not ${expected.assets}`);
  if (expected.groups !== undefined && !sameGroups(result.groups, expected.groups))
    faults.push(`groups ${JSON.stringify(result.groups)}, not ${JSON.stringify(expected.groups)}`);
  for (const pattern of expected.headline ?? [])
    if (!says(result.headline, pattern)) faults.push(`the headline lacks /${pattern}/: ${result.headline}`);
  for (const pattern of expected.says ?? [])
    if (!says(result.says, pattern)) faults.push(`nothing says /${pattern}/`);
  for (const pattern of expected.must_not_say ?? [])
    if (says(result.says, pattern)) faults.push(`something says /${pattern}/`);
  return faults;
}

/** Groups in any order, and assets in any order; `#5|#2` is one asset that may be called either. */
function sameGroups(found: Result['groups'], expected: Result['groups']): boolean {
  const matches = (group: Result['groups'][number], other: Result['groups'][number]) =>
    group[0] === other[0] &&
    group[1].length === other[1].length &&
    other[1].every((names) => names.split('|').some((name) => group[1].includes(name)));
  return (
    found.length === expected.length && expected.every((one) => found.some((group) => matches(group, one)))
  );
}
