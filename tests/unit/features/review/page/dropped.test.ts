import { describe, expect, it } from 'vitest';
import { areDecisions } from '../../../../../src/features/review/page/state/dropped';

const file = (name: string, text: string) => ({ name, blob: new Blob([text]) });
const DECISIONS = file('a.json', '{ "format": "doublet-decisions", "version": 1 }');

describe('files that are dropped', () => {
  it('are decisions by their content, whatever their name', async () => {
    expect(await areDecisions([DECISIONS], false)).toBe(true);
    expect(await areDecisions([file('b.txt', '\uFEFF{"format":"doublet-decisions"}')], false)).toBe(true);
  });

  it('are none where one of them is an export', async () => {
    const exported = file('assets.json', '[{"assetId":1,"note":"doublet-decisions"}]');
    expect(await areDecisions([DECISIONS, exported], true)).toBe(false);
    expect(await areDecisions([], true)).toBe(false);
  });

  it('are decisions as a workbook only on the screen Review', async () => {
    const workbook = file('Report.XLSX', 'PK');
    expect(await areDecisions([workbook], true)).toBe(true);
    expect(await areDecisions([workbook], false)).toBe(false);
  });
});
