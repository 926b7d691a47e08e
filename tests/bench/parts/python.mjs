import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median, RUNS, seconds } from '../figure-table.mjs';
import { measureImports } from './import.mjs';

const SCRIPT = fileURLToPath(new URL('../original.py', import.meta.url));

/** Against Python: `json.load` of the same file, and on the light one the original's algorithm on top. */
export async function python(table) {
  const program = findPython3();
  if (program === null) return table.note('Python', 'there is no python3 here to compare with');
  for (const { kind, count } of [
    { kind: 'full', count: 100_000 },
    { kind: 'light', count: 1_000_000 },
  ]) {
    const path = await benchFile(kind, count);
    const on = `${count.toLocaleString('en')} ${kind}`;
    const ours = await withBrowser((browser) => measureImports(browser, path));
    const theirs = [];
    for (let run = 0; run < RUNS; run++) {
      const words = kind === 'full' ? [SCRIPT, path, 'load'] : [SCRIPT, path];
      theirs.push(JSON.parse(execFileSync(program, words, { encoding: 'utf8' })));
    }
    const time = median(ours.map((run) => run.import));
    const load = median(theirs.map((run) => run.load * 1000));
    const detail = `${seconds(load)} / ${seconds(time)}`;
    table.ratio(on, "import, times as fast as Python's json.load", load / time, { least: 12 }, detail);
    if (kind === 'full') continue;
    const all = median(ours.map((run) => run.import + run.detection));
    const original = median(theirs.map((run) => (run.load + run.algorithm) * 1000));
    table.ratio(
      on,
      "import and detection, times as fast as json.load and the original's algorithm",
      original / all,
      { least: 6 },
      `${seconds(original)} / ${seconds(all)}`,
    );
  }
}

function findPython3() {
  for (const name of ['python3', 'python', 'py']) {
    try {
      execFileSync(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 6))'], { stdio: 'ignore' });
      return name;
    } catch {
      // The next one.
    }
  }
  return null;
}
