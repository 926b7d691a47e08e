import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median, megabytes, RUNS, seconds } from '../figure-table.mjs';

const MOST_BYTES = 500e6;

/** Import against reading the file and doing nothing; detection against import; memory. */
export async function importing(table) {
  for (const { kind, count, most } of [
    { kind: 'full', count: 100_000, most: 1.5 },
    { kind: 'light', count: 1_000_000, most: 2.5 },
  ]) {
    const path = await benchFile(kind, count);
    const on = `${count.toLocaleString('en')} ${kind}`;
    const runs = await withBrowser((browser) => measureImports(browser, path));
    const floor = median(runs.map((run) => run.floor));
    const time = median(runs.map((run) => run.import));
    const detection = median(runs.map((run) => run.detection));
    table.ratio(on, 'import against reading', time / floor, { most }, `${seconds(time)} / ${seconds(floor)}`);
    const goal = kind === 'light' ? { most: 0.25 } : { most: Number.POSITIVE_INFINITY };
    if (kind === 'light')
      table.ratio(on, 'detection against import', detection / time, goal, `${seconds(detection)}`);
    else table.add(on, 'detection', seconds(detection));
    table.add(on, 'keeping in IndexedDB, behind the result', seconds(median(runs.map((run) => run.keeping))));
    table.add(on, 'from choosing the file to the result', seconds(median(runs.map((run) => run.whole))));
    addPeak(table, on, runs);
  }
}

/** The renderer's peak over several runs, above an empty page. */
export function addPeak(table, on, runs) {
  if (runs.some((run) => run.peak === null)) return table.note(on, 'memory cannot be read on this system');
  const shown = median(runs.map((run) => run.peakShown));
  const peak = median(runs.map((run) => run.peak));
  table.add(
    on,
    'peak memory of the renderer above an empty page',
    `${megabytes(shown)} to the result, ${megabytes(peak)} once kept`,
    'at most 500 MB',
    peak <= MOST_BYTES,
  );
}

/** Imports a file several times, each time after reading it for the floor, each time in a new page. */
export async function measureImports(browser, path, times = RUNS) {
  await browser.floor(path); // So that every run finds the file where the system keeps what was read last.
  const runs = [];
  for (let run = 0; run < times; run++) {
    const floor = await browser.floor(path);
    const page = await browser.open();
    const phases = await page.import(path);
    const peakShown = page.peakBytes();
    await page.measured('keeping');
    runs.push({ floor, ...phases, ...(await page.phases()), peakShown, peak: page.peakBytes() });
    await page.close();
  }
  return runs;
}
