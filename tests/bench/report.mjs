// Times the table and the reports in Node: node tests/bench/report.mjs [table|xlsx|html|json|csv] [rows]
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [what = 'table', rows = '500000'] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const load = async (path, plugins = []) =>
  (await runnerImport(here(path), { configFile: false, logLevel: 'error', plugins })).module;

const { reportViewer } = await load('../../src/build/report-viewer.ts');
if (what === 'table') {
  const { benchTable } = await load('report-table.ts');
  await benchTable(Number(rows));
} else {
  const { benchReport } = await load('report-files.ts', [reportViewer()]);
  await benchReport(what, Number(rows));
}
