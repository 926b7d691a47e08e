// The figures that must hold, taken from the built app in a real Chromium: npm run bench [-- part …]
// Build first. Parts: import, xml, python, storage, rows, scaling, page, gateway, truth; and huge (a file of 4 GB), which runs
// only when it is named. Files are made once in .cache/bench, or taken from the folder DOUBLET_BENCH_FILES names.
// DOUBLET_BENCH_RUNS=1 measures once instead of three times.
// Machines differ, so what counts are ratios to a floor that is measured in the same run.
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { PAGE } from './bench-browser.mjs';
import { FigureTable } from './figure-table.mjs';
import { gateway } from './parts/gateway.mjs';
import { huge } from './parts/huge.mjs';
import { importing } from './parts/import.mjs';
import { page } from './parts/page.mjs';
import { python } from './parts/python.mjs';
import { rows } from './parts/rows.mjs';
import { scaling } from './parts/scaling.mjs';
import { storage } from './parts/storage.mjs';
import { truth } from './parts/truth.mjs';
import { xml } from './parts/xml.mjs';

const PARTS = { import: importing, xml, python, storage, rows, scaling, page, gateway, truth, huge };
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
if (!existsSync(PAGE)) {
  console.error('There is no built app: run npm run build first.');
  process.exit(2);
}

const load = () => loadavg()[0].toFixed(1);
console.log(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${load()} at the start`);
const table = new FigureTable();
for (const name of chosen.length > 0 ? chosen : Object.keys(PARTS).filter((part) => part !== 'huge')) {
  console.log(`… ${name} (load ${load()})`);
  try {
    await PARTS[name](table);
  } catch (error) {
    // The other parts still have something to say.
    table.note(name, `failed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}
console.log(`\n${table.text()}\n\nload ${load()} at the end`);
