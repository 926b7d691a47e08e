import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TABLE_COLUMN_IDS } from '../../../../src/model/table-columns';
import { describeColumns } from '../../../../src/report/html/describe';
import { columnClass } from '../../../../src/report/html/viewer/column-class';

const css = readFileSync(new URL('../../../../src/report/html/viewer/viewer.css', import.meta.url), 'utf8');
const columns = describeColumns(TABLE_COLUMN_IDS);

it('gives the head and the cells of a column the same classes, one of them its name', () => {
  for (const column of columns) expect(columnClass(column).split(' ')[0]).toBe(column.id);
  expect(columnClass(columns.find(({ id }) => id === 'matchedOn')!)).toBe('matchedOn not-printed no-card');
  expect(columnClass(columns.find(({ id }) => id === 'address')!)).toBe('address fixed card-half');
});

it('leaves the style sheet without columns by number or by name', () => {
  expect(css).not.toMatch(/nth-child\(\d/);
  for (const { id } of columns)
    expect(css).not.toMatch(new RegExp(`(\\.row|\\.scroller|:is\\()[^{]*\\.${id}\\b`));
});
