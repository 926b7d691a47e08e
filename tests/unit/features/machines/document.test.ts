import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CAUSES } from '../../../../src/features/machines/causes';
import { WEIGHT_ROWS } from '../../../../src/features/machines/evidence/weights';

const DOCUMENT = readFileSync(new URL('../../../../docs/judgement-table.md', import.meta.url), 'utf8');

it('has the table of weights and every cause in the document, as they are in the code', () => {
  for (const { label, points } of WEIGHT_ROWS)
    expect(DOCUMENT).toContain(`| ${points ?? 'veto'} | ${label} |`);
  for (const { id, title, sentence } of CAUSES)
    expect(DOCUMENT).toContain(`| \`${id}\` | ${title} | ${sentence} |`);
});
