import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bed, expect, test } from '../test-bed';

/** Exports that people really have, with what must come out; the words of each key are in the README beside them. */
const CASES = join(import.meta.dirname, '../../fixtures/cases/exports');

interface Expected {
  readonly assets?: number;
  readonly groups?: readonly (readonly [string, readonly string[]])[];
  readonly headline?: readonly string[];
  readonly says?: readonly string[];
  readonly must_not_say?: readonly string[];
  readonly refused?: boolean;
  readonly or?: readonly Expected[];
}

interface Shown {
  readonly assets: number;
  readonly groups: readonly (readonly [string, readonly string[]])[];
  readonly headline: string;
  readonly all: string;
  readonly alert: string;
  readonly refused: boolean;
}

const cases = Object.entries(
  JSON.parse(readFileSync(join(CASES, 'expected.json'), 'utf8')) as Record<string, Expected>,
);

/** Cases are read one after the other in one page, in so many tests: most of a test's time is a new page's start. */
const TESTS = 4;

for (let part = 0; part < TESTS; part++) {
  test(`export cases, part ${part + 1} of ${TESTS}`, async ({ bed }) => {
    test.setTimeout(300_000);
    for (const [name, expected] of cases.filter((_, at) => at % TESTS === part)) {
      await test.step(name, async () => {
        await bed.open();
        const shown = await readCase(bed, name.split(' + '));
        const faults = [expected, ...(expected.or ?? [])].map((outcome) => faultsOf(shown, outcome));
        const right = faults.some((found) => found.length === 0);
        expect.soft(right, `${name}: ${JSON.stringify({ faults, shown }, null, 1)}`).toBe(true);
      });
    }
  });
}

async function readCase(bed: Bed, files: readonly string[]): Promise<Shown> {
  await bed.page.getByLabel('Import asset export').setInputFiles(files.map((file) => join(CASES, file)));
  const confirm = bed.page.getByRole('button', { name: 'Read with these columns' });
  const done = bed.page.locator('html[data-state="ready"], html[data-state="error"]');
  await confirm.or(done).first().waitFor({ state: 'attached', timeout: 30_000 });
  // Where the page asks which column holds what, its suggestion is confirmed as it stands.
  while (await confirm.isVisible()) {
    await confirm.click();
    await confirm.or(done).first().waitFor({ state: 'attached', timeout: 30_000 });
    await expect(bed.page.locator('html[data-state="busy"]')).toHaveCount(0);
  }
  const alert = (await bed.page.getByRole('alert').allInnerTexts()).join('\n');
  const summary = bed.page.getByRole('region', { name: 'Summary' });
  const refused = (await summary.count()) === 0;
  if (refused) return { assets: 0, groups: [], headline: '', all: '', alert, refused };
  const assets = Number((await bed.figures()).get('Host assets')?.replaceAll(',', ''));
  const text = await overviewText(bed, files);
  const saved = JSON.parse((await bed.save('Save results as JSON')).bytes.toString('utf8'));
  const groups = saved.groups.map((group: { rule: string; assetIds: string[] }) => [
    group.rule,
    [...group.assetIds].sort(),
  ]);
  return {
    assets,
    groups,
    headline: `${text.headline}\n${alert}`,
    all: `${text.all}\n${alert}`,
    alert,
    refused,
  };
}

/** The text of the overview with all unfolded, without names of files and save buttons. */
async function overviewText(bed: Bed, files: readonly string[]) {
  const all = await bed.page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const row of document.querySelectorAll<HTMLElement>('.save-row')) row.style.display = 'none';
    const text = document.querySelector('main')?.innerText ?? '';
    for (const row of document.querySelectorAll<HTMLElement>('.save-row')) row.style.display = '';
    return text;
  });
  const plain = files.reduce((text, file) => text.replaceAll(file, ''), all);
  return { all: plain, headline: plain.split('Groups by field')[0] ?? '' };
}

function faultsOf(shown: Shown, expected: Expected): string[] {
  if (shown.refused !== (expected.refused ?? false)) return [`refused: ${shown.refused}`];
  const missing = (patterns: readonly string[] | undefined, text: string, where: string) =>
    (patterns ?? [])
      .filter((one) => !new RegExp(one, 'i').test(text))
      .map((one) => `${where} lacks /${one}/`);
  if (shown.refused) return missing(expected.says, shown.alert, 'the alert');
  return [
    ...(shown.assets === expected.assets ? [] : [`${shown.assets} assets, not ${expected.assets}`]),
    ...groupFaults(shown.groups, expected.groups ?? []),
    ...missing(expected.headline, shown.headline, 'the headline'),
    ...missing(expected.says, shown.all, 'the overview'),
    ...(expected.must_not_say ?? [])
      .filter((one) => new RegExp(one, 'i').test(shown.all))
      .map((one) => `the overview says /${one}/`),
  ];
}

/** `#5|#2` in an expected group is one asset that may be called either. */
function groupFaults(shown: Shown['groups'], expected: Shown['groups']): string[] {
  const same = ([rule, ids]: Shown['groups'][number], [wanted, names]: Shown['groups'][number]) =>
    rule === wanted &&
    ids.length === names.length &&
    names.every((name) => name.split('|').some((one) => ids.includes(one)));
  const lacking = expected.filter((one) => !shown.some((group) => same(group, one)));
  const further = shown.filter((group) => !expected.some((one) => same(group, one)));
  return [
    ...lacking.map((group) => `lacks the group ${JSON.stringify(group)}`),
    ...further.map((group) => `has the group ${JSON.stringify(group)}`),
  ];
}
