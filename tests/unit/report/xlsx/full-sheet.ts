import type { Sheet } from '../../../../src/report/xlsx/sheet';
import { printText } from '../../../../src/report/xlsx/sheet-parts';

/** A sheet with everything that a sheet may have. */
export function fullSheet(rowCount: number): Sheet {
  return {
    name: 'Review',
    filter: true,
    columns: [
      { header: 'Machine', width: 20 },
      { header: 'Strength', width: 10 },
      { header: 'Decision', width: 20 },
    ],
    rowCount,
    *rows() {
      for (let row = 0; row < rowCount; row++) {
        yield {
          cells: [`machine ${row}`, row % 2 === 0 ? 'weak' : 'strong', null],
          look: 'plain',
          links: [{ column: 0, sheet: 'Rows', row, tip: 'To its <rows>' }],
        };
      }
    },
    parts: {
      freezeFirstColumn: true,
      choices: [{ column: 2, values: ['Same machine', 'Not sure'], refusal: 'Choose from the list.' }],
      emphasis: [{ from: 0, to: 2, formula: '$B2="weak"', style: 'warn' }],
      notes: [{ column: 1, text: 'How sure <this> is & why' }],
      print: { header: { left: printText('R&D') }, footer: { middle: 'Page &P of &N' } },
    },
  };
}

/** A sheet that the links of `fullSheet` lead to. */
export function targetSheet(rowCount: number): Sheet {
  return {
    name: 'Rows',
    filter: false,
    columns: [{ header: 'Row', width: null }],
    rowCount,
    *rows() {
      for (let row = 0; row < rowCount; row++) yield { cells: [`row ${row}`], look: 'plain' };
    },
  };
}
