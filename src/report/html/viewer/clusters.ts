import { lowerFirst } from '../../../wording/rules';
import { assetPlace, columnNamed, type Report, ruleOf } from './report';

/** Clusters that are elements at first, and more with each press of the button. */
const AT_ONCE = 200;
/** Values and names that a line shows. */
const MOST_VALUES = 3;
const MOST_NAMES = 4;

const NUMBERS = new Intl.NumberFormat('en-US');

/** A cluster of the report: places of its groups, and its assets, each once. */
export interface Cluster {
  readonly number: number;
  readonly groups: readonly number[];
  readonly assets: readonly number[];
}

/** The clusters of the report's rows, those with most assets first. */
export function clustersOf({ groups, rows, starts }: Report): Cluster[] {
  const found = new Map<number, { groups: number[]; assets: Set<number> }>();
  groups.forEach(([, , , number, , shown], place) => {
    const cluster = found.get(number) ?? { groups: [], assets: new Set<number>() };
    found.set(number, cluster);
    cluster.groups.push(place);
    for (let row = starts[place]!; row < starts[place]! + shown; row++) cluster.assets.add(rows[row]!);
  });
  return [...found]
    .map(([number, { groups: of, assets }]) => ({ number, groups: of, assets: [...assets] }))
    .sort((one, other) => other.assets.length - one.assets.length || one.number - other.number);
}

/** Fills the part with the list of clusters, when it is first shown. */
export function showClusters(report: Report, place: HTMLElement): void {
  if (place.childElementCount > 0) return;
  const clusters = clustersOf(report);
  const title = element('h2', '', 'Clusters');
  const note = element(
    'p',
    'quiet',
    `${NUMBERS.format(clusters.length)} ${clusters.length === 1 ? 'cluster' : 'clusters'}: assets that groups join, directly or through others. The largest first; a number leads to its rows.`,
  );
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const [text, className] of [
    ['Cluster', 'number'],
    ['Assets', 'number'],
    ['Groups', 'number'],
    ['What joins it', ''],
    ['Assets named', ''],
  ] as const) {
    const cell = element('th', className, text);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  const more = element('button', 'more', '');
  more.type = 'button';
  let shown = 0;
  const showMore = () => {
    for (const cluster of clusters.slice(shown, shown + AT_ONCE)) body.append(lineOf(report, cluster));
    shown = Math.min(shown + AT_ONCE, clusters.length);
    more.hidden = shown === clusters.length;
    more.textContent = `Show ${NUMBERS.format(Math.min(AT_ONCE, clusters.length - shown))} more of ${NUMBERS.format(clusters.length - shown)}`;
  };
  more.addEventListener('click', showMore);
  showMore();
  place.classList.add('document');
  place.append(title, note, table, more);
}

function lineOf(report: Report, { number, groups, assets }: Cluster): HTMLTableRowElement {
  const row = document.createElement('tr');
  const cell = (className: string, ...content: (Node | string)[]) => {
    const made = element('td', className, '');
    made.append(...content);
    row.append(made);
  };
  cell('number', link(`#cluster-${number}`, String(number)));
  cell('number', NUMBERS.format(assets.length));
  cell('number', NUMBERS.format(groups.length));
  const values = element('ul', 'values', '');
  for (const group of groups.slice(0, MOST_VALUES)) values.append(lineOfGroup(report, group));
  if (groups.length > MOST_VALUES)
    values.append(element('li', 'quiet', `and ${NUMBERS.format(groups.length - MOST_VALUES)} more groups`));
  cell('sentence', values);
  cell('sentence', namesOf(report, assets));
  return row;
}

function lineOfGroup(report: Report, place: number): HTMLElement {
  const group = report.groups[place]!;
  const item = element('li', '', '');
  const size = `${NUMBERS.format(group[4])} assets`;
  item.append(
    `${lowerFirst(ruleOf(report, group).label)} `,
    element('b', '', group[2]),
    `, ${size}, `,
    link(`#group-${group[0]}`, `group ${group[0]}`),
  );
  return item;
}

function namesOf(report: Report, assets: readonly number[]): string {
  const column = columnNamed(report, 'assetName');
  const id = columnNamed(report, 'assetId');
  const places = [column, id].map((of) => (of === null ? -1 : assetPlace(report, of)));
  const textOf = (asset: number, place: number) => String(report.assets[asset]![place] ?? '');
  const names = new Set(
    assets.map((asset) => textOf(asset, places[0]!) || textOf(asset, places[1]!) || 'no name'),
  );
  const more = names.size - MOST_NAMES;
  const first = [...names].slice(0, MOST_NAMES).join(', ');
  return more > 0 ? `${first} and ${NUMBERS.format(more)} more ${more === 1 ? 'name' : 'names'}` : first;
}

function link(to: string, text: string): HTMLAnchorElement {
  const made = element('a', '', text);
  made.setAttribute('href', to);
  return made;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
