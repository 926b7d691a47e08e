import './viewer.css';
import './document.css';
import { placeIn } from './address';
import { showClusters } from './clusters';
import { Parts } from './parts';
import { readBlocks } from './read-blocks';
import type { Report } from './report';
import { Rows } from './rows';

/** The viewer of an HTML report: reads the rows out of the page and makes the table of them. */
async function main(): Promise<void> {
  const rowsPart = required('#rows');
  const parts = new Parts();
  const loading = document.createElement('p');
  loading.className = 'notice';
  loading.setAttribute('role', 'status');
  rowsPart.append(loading);
  const report = await readBlocks((done, total) => {
    loading.textContent = `Reading rows, ${Math.floor((100 * done) / total)} %`;
  });
  loading.remove();
  const rows = new Rows(report, rowsPart);
  const follow = () => followAddress(report, rows, parts);
  addEventListener('hashchange', follow);
  // A link to where one is already changes no address.
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link?.hash === location.hash) follow();
  });
  follow();
  document.documentElement.dataset['state'] = 'ready';
}

function followAddress(report: Report, rows: Rows, parts: Parts): void {
  const place = placeIn(location.hash);
  if (place === null) return;
  if (place.kind === 'part') {
    if (place.id === 'clusters') showClusters(report, required('#clusters'));
    parts.show(place.id);
    return;
  }
  parts.show('rows');
  rows.limit(place.kind, place.number);
}

function required(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`This report has no ${selector}`);
  return element;
}

main().catch((error: unknown) => {
  document.documentElement.dataset['state'] = 'error';
  const alert = document.createElement('p');
  alert.className = 'notice';
  alert.setAttribute('role', 'alert');
  alert.textContent =
    'The rows of this report cannot be read: the file is not complete. Save the report again.';
  document.querySelector('header')?.after(alert);
  console.error(error);
});
