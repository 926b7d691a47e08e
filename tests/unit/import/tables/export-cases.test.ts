import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCase, type ReadCase, readAsConfirmed, refusalOf } from './read-case';

/** The keys are told in tests/fixtures/cases/exports/README.md. */
interface Expected {
  readonly assets?: number;
  readonly groups?: readonly (readonly [string, readonly string[]])[];
  readonly says?: readonly string[];
  readonly headline?: readonly string[];
  readonly must_not_say?: readonly string[];
  readonly refused?: true;
  readonly or?: readonly Expected[];
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/cases/exports/expected.json'), 'utf8'),
) as Record<string, Expected>;

describe('tables from life', () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    if (!name.endsWith('.csv')) continue;
    it(name, async () => {
      const outcomes = [expected, ...(expected.or ?? [])];
      const faults = await Promise.all(outcomes.map((outcome) => faultsOf(name, outcome)));
      expect(faults).toContainEqual([]);
    });
  }
});

async function faultsOf(name: string, expected: Expected): Promise<string[]> {
  const reading = readAsConfirmed(exportCase(name), name);
  if (expected.refused === true) return lacks(expected.says, await refusalOf(reading));
  const { dataset, groups, said } = await reading;
  const columns = columnsOf(dataset);
  return [
    ...(dataset.size === expected.assets ? [] : [`${dataset.size} assets`]),
    ...groupFaults(groups, expected.groups ?? []),
    ...lacks([...(expected.says ?? []), ...(expected.headline ?? [])], said),
    ...(expected.must_not_say ?? [])
      .filter((one) => new RegExp(one, 'i').test(`${said}\n${columns}`))
      .map((one) => `says /${one}/`),
  ];
}

/** The columns as the page shows them under what was read. */
function columnsOf({ header }: ReadCase['dataset']): string {
  const mapping = header.files[0]?.mapping;
  return (mapping?.headers ?? [])
    .map(
      (name, at) =>
        `${name} → read as ${mapping?.columns[at] === 'hardwareCategory' ? 'Hardware category' : ''}`,
    )
    .join('\n');
}

function lacks(patterns: readonly string[] | undefined, text: string): string[] {
  return (patterns ?? [])
    .filter((one) => !new RegExp(one, 'i').test(text))
    .map((one) => `“${text}” lacks /${one}/`);
}

/** `#5|#2` in an expected group is one asset that may be called either. */
function groupFaults(groups: ReadCase['groups'], expected: NonNullable<Expected['groups']>): string[] {
  const left = [...groups];
  const lacking = expected.filter(([rule, names]) => {
    const at = left.findIndex(
      ([one, ids]) =>
        one === rule &&
        ids.length === names.length &&
        names.every((name) => name.split('|').some((id) => ids.includes(id))),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...lacking.map((group) => `lacks ${JSON.stringify(group)}`),
    ...left.map((group) => `has ${JSON.stringify(group)}`),
  ];
}
