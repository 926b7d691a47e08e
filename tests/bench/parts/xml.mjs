import { statSync } from 'node:fs';
import { withBrowser } from '../bench-browser.mjs';
import { benchFile } from '../bench-files.mjs';
import { median, megabytes, seconds } from '../figure-table.mjs';
import { addPeak, measureImports } from './import.mjs';

/** QPS host assets as XML, beside the same assets as JSON. */
const HOSTS = 95_000;

/** Import of a large XML file against JSON with the same assets. */
export async function xml(table) {
  const json = await measured('json');
  const result = await measured('xml');
  const on = `${HOSTS.toLocaleString('en')} QPS hosts`;
  table.add(on, 'JSON, import', json.words);
  table.add(on, 'XML, import', result.words);
  const times = (ratio) => `${ratio.toFixed(2)} times`;
  table.add(on, 'XML against JSON, by the asset', times(result.time / json.time));
  table.add(
    on,
    'XML against JSON, by the byte',
    times((result.time * json.bytes) / (json.time * result.bytes)),
  );
  addPeak(table, `${on}, XML`, result.runs);
}

async function measured(format) {
  const path = await benchFile('hosts', HOSTS, format);
  const { size: bytes } = statSync(path);
  const runs = await withBrowser((browser) => measureImports(browser, path));
  const time = median(runs.map((run) => run.import));
  return {
    runs,
    time,
    bytes,
    words: `${megabytes(bytes)} in ${seconds(time)}, ${megabytes((bytes / time) * 1000)} a second`,
  };
}
