// Tables: CSV and workbooks.
import { readCsv, sniffCsv } from './csv';
import type { Format, Reading } from './format';
import { readWorkbook } from './xlsx';

export const WORKBOOK: Format = {
  recognise: (content) => {
    if (content.kind === 'text') return null;
    const label = content.kind === 'xlsx' ? 'Excel workbook' : 'Excel workbook (.xls)';
    return async (builder, context) => labelled(await readWorkbook(content, builder, context), label);
  },
};

export const CSV: Format = {
  recognise: (content) => {
    const sample = sniffCsv(content);
    if (sample === null) return null;
    return async (builder, context) => {
      const reading = await readCsv(content, sample, builder, context);
      const encoding = reading.kind === 'read' ? reading.encoding : undefined;
      return labelled(reading, encoding === undefined ? 'CSV' : `CSV, ${encoding}`);
    };
  },
};

type TableOutcome = Awaited<ReturnType<typeof readCsv>>;

function labelled(reading: TableOutcome, format: string): Reading {
  return reading.kind === 'mapping' ? reading : { kind: 'read', format, mapping: reading.mapping };
}
