import { megabytes, seconds } from '../figure-table.mjs';
import { startLongGateway } from '../long-gateway.mjs';
import { pause, withPlainPage } from '../plain-browser.mjs';

const PAGES = 1000;
const PAGE_SIZE = 300;
const EVERY = 200;
const ON = `${PAGES.toLocaleString('en-US')} pages of ${PAGE_SIZE} from a Gateway`;
/**
 * What the page may take besides the columns, however many pages it fetches. While it fetches: blocks of columns that
 * are not full (20 MB: a block or two for each field), script and layout heaps of worker and page (20), allocator,
 * connections and code (12).
 */
const FETCHING = 65e6;
/** Then also groups, clusters, texts for searching, and the screens of the result. */
const SHOWING = 100e6;
/** And while the dataset is kept, copies of 16 MB on their way to IndexedDB and its own copies of these. */
const KEEPING = 130e6;
/** How much may lie between two moments: with its 262,144th asset each field begins a new block (13 MB), heaps settle. */
const UNSTEADY = 15e6;
/** How long the texts for searching and the keeping of the dataset take, and a bit. */
const SETTLES_MS = 10_000;

/** A long fetch: memory grows by the columns and no more, and the page stays smooth. */
export async function gateway(table) {
  const server = await startLongGateway(PAGES, PAGE_SIZE);
  try {
    await withPlainPage(server.address, (page) => measure(table, page, server));
  } finally {
    server.close();
  }
}

async function measure(table, page, server) {
  await pause(1000);
  const empty = page.memory();
  await page.value(`window.longest = 0; new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask' }); undefined`);
  const start = performance.now();
  await page.value(fetching(server.proxy));
  const found = watch(page, server);
  await page.until(`['ready', 'error'].includes(document.documentElement.dataset.state)`);
  const took = performance.now() - start;
  await pause(SETTLES_MS);
  found.stop();
  const kept = page.memory();
  const longest = await page.value('window.longest');
  const columns = await page.value(columnsKept);
  if (columns === null)
    throw new Error(
      await page.value(`document.querySelector('[role=alert]')?.innerText ?? 'nothing was kept'`),
    );

  table.add(ON, `fetch of ${megabytes(server.state.bytes)}, until duplicates are found`, seconds(took));
  table.add(
    ON,
    'longest task on the page’s thread, by the clock',
    `${Math.round(longest)} ms`,
    'at most 50 ms',
    longest <= 50,
  );
  table.add(ON, 'columns in the end', megabytes(columns));
  if (empty === null) return table.note(ON, 'memory cannot be read: there is no /proc');
  const within = (figure, bytes, most, why) =>
    table.add(ON, figure, megabytes(bytes), `at most ${megabytes(most)} (${why})`, bytes <= most);
  table.add(ON, 'renderer, empty page', megabytes(empty));
  for (const [pages, bytes] of found.at) {
    const own = (columns * pages) / PAGES;
    within(`above it at page ${pages}`, bytes - empty, own + FETCHING, `columns ${megabytes(own)}`);
  }
  const marks = [...found.at];
  const [first, before] = marks[0];
  const [last, after] = marks.at(-1);
  const between = (columns * (last - first)) / PAGES;
  within(
    `growth from page ${first} to ${last}`,
    after - before,
    between + UNSTEADY,
    `columns ${megabytes(between)}`,
  );
  within('above it once the result is kept', kept - empty, columns + SHOWING, 'columns');
  within('peak until then, above it', found.peak() - empty, columns + KEEPING, 'columns');
}

/** Looks at the memory all along: `at` every 200 pages and shortly before the last, and the peak. */
function watch(page, server) {
  const at = new Map();
  let peak = 0;
  const timer = setInterval(() => {
    const bytes = page.memory();
    const { pages } = server.state;
    peak = Math.max(peak, bytes);
    // With the last page the columns are put together, which is no longer fetching.
    const mark = pages >= PAGES - 20 ? PAGES - 20 : Math.floor(pages / EVERY) * EVERY;
    if (mark > 0 && pages < PAGES && !at.has(mark)) at.set(mark, bytes);
  }, 20);
  return { at, peak: () => peak, stop: () => clearInterval(timer) };
}

/** Fills the form in as a person would, and presses the button. */
function fetching(proxy) {
  const fields = JSON.stringify({ 'CORS proxy': proxy, 'User name': 'bench', Password: 'bench' });
  return `for (const [name, text] of Object.entries(${fields})) {
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(name));
    label.control.value = text;
    label.control.dispatchEvent(new Event('input', { bubbles: true }));
  }
  [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Fetch assets').click()`;
}

/** The size of the dataset that was kept, from IndexedDB: its columns are one stream of bytes. */
const columnsKept = `new Promise((resolve) => {
  const opening = indexedDB.open('doublet');
  opening.onsuccess = () => {
    const asked = opening.result.transaction('datasets').objectStore('datasets').getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result[0]?.bytes ?? null); };
  };
})`;
