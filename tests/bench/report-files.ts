import { UNWATCHED } from '../../src/model/progress';
import { RULE_IDS } from '../../src/model/rule';
import { writeCsv } from '../../src/report/csv';
import { writeHtml } from '../../src/report/html/write-html';
import { prepareReport, type ReportRequest } from '../../src/report/input';
import { writeJson } from '../../src/report/json';
import { writeXlsx } from '../../src/report/xlsx/write-xlsx';
import { makeLargeResult } from './report-result';

const writers = { xlsx: writeXlsx, html: writeHtml, json: writeJson, csv: writeCsv };

/** Writes one report to nowhere; prints CPU time, peak memory above the dataset's, and the size. */
export async function benchReport(kind: keyof typeof writers, rows: number): Promise<void> {
  const request: ReportRequest = {
    ...makeLargeResult(rows),
    settings: {
      version: 1,
      rules: RULE_IDS,
      matchExactly: false,
      ignored: [],
      interfaceAddresses: false,
      leaveOutEasmOnly: false,
      sharedWidelyFrom: 50,
    },
    generatedAt: 1779718870000,
    query: null,
  };
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const cpu = process.cpuUsage();
  let peak = before;
  let bytes = 0;
  const input = await prepareReport(request, { sorted: kind !== 'html' }, UNWATCHED);
  for await (const part of writers[kind](input, UNWATCHED)) {
    bytes += part.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  console.log(
    `${kind}, ${rows.toLocaleString('en-US')} rows: ${seconds((user + system) / 1000)} CPU, ` +
      `${seconds(performance.now() - began)} wall, ${(bytes / 1e6).toFixed(1)} MB, ` +
      `peak ${((peak - before) / 1e6).toFixed(0)} MB above ${(before / 1e6).toFixed(0)} MB`,
  );
}
