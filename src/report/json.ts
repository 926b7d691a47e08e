import { itemStart, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import { ruleOf } from '../tables/cells';
import { openTable, type Table } from '../tables/table';
import { bytesOf } from './byte-stream';
import type { ReportInput } from './input';

/** Ids of this many assets are written between two looks at the clock. */
const IDS_AT_ONCE = 256;

/**
 * The results as JSON, `doublet-results` version 1 (contract: "Results as JSON"): a stream, so that a result
 * of any size can be saved. JSON has escapes for lone surrogates, and `JSON.stringify` uses them: no value is
 * changed. With a query, the groups and clusters that the table shows, whole.
 * @param sensor what the sensor check found, as text of a JSON value, in pieces
 */
export function writeJson(
  input: ReportInput,
  watch: Watch,
  sensor: Iterable<string> | AsyncIterable<string> | null = null,
): AsyncGenerator<Uint8Array> {
  return bytesOf(document(input, watch, sensor));
}

async function* document(
  input: ReportInput,
  watch: Watch,
  sensor: Iterable<string> | AsyncIterable<string> | null,
): AsyncGenerator<string> {
  const { dataset, grouping, query, explain } = input;
  const table = query && (await openTable(dataset, grouping, query, explain, watch));
  const slices = new Slices(watch);
  const member = (name: string, value: unknown) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  yield '{\n';
  yield member('format', 'doublet-results');
  yield member('version', 1);
  yield member('generatedAt', new Date(input.generatedAt).toISOString());
  yield member('dataset', datasetFacts(dataset));
  yield member('settings', input.settings);
  if (query) yield member('query', query);
  yield member('summary', summaryFacts(grouping));
  yield* list('groups', groups(input, table, slices));
  yield* list('clusters', clusters(input, table, slices));
  yield member(
    'sharedWidely',
    grouping.sharedWidely.map(({ group, ...value }) => ({ ...value, group: group + 1 })),
  );
  yield `  "ignoredValues": ${JSON.stringify(grouping.ignored)}`;
  if (sensor) {
    yield ',\n  "sensor": ';
    yield* sensor;
  }
  yield '\n}\n';
}

function datasetFacts({ header }: Dataset): object {
  const unread = header.files.flatMap(({ name, trouble }) => (trouble ? [{ file: name, ...trouble }] : []));
  return {
    name: header.name,
    files: header.files.map((file) => file.name),
    ...(unread.length > 0 ? { unreadFiles: unread } : {}),
    records: header.balance.records,
    assets: header.balance.assets,
    repeated: header.balance.repeated,
    // The list ends after a thousand; how many there were in all always stands beside it.
    skippedRecords: header.balance.skipped,
    skipped: header.skipped,
    ...(header.withoutId === undefined ? {} : { withoutId: header.withoutId }),
    unreadable: header.unreadable,
    ...(header.unfinished ? { unfinished: header.unfinished } : {}),
  };
}

function summaryFacts({ summary }: Grouping): object {
  const {
    hostAssets,
    duplicateAssets,
    duplicateRatio,
    groups: count,
    clusters: joined,
    pairs,
    byRule,
  } = summary;
  return {
    hostAssets,
    duplicateAssets,
    duplicateRatio,
    groups: count,
    clusters: joined,
    pairs,
    byRule,
    leftOut: summary.leftOut,
  };
}

/** A member that is a list, an item a line. */
async function* list(name: string, items: AsyncIterable<AsyncIterable<string>>): AsyncGenerator<string> {
  yield `  ${JSON.stringify(name)}: [`;
  let separator = '\n    ';
  for await (const item of items) {
    yield separator;
    yield* item;
    separator = ',\n    ';
  }
  yield separator === '\n    ' ? '],\n' : '\n  ],\n';
}

async function* groups(
  { dataset, grouping }: ReportInput,
  table: Table | null,
  slices: Slices,
): AsyncGenerator<AsyncIterable<string>> {
  const { stops, members } = grouping;
  for (let at = 0; at < (table ? table.groups.length : stops.length); at++) {
    const group = table ? table.groups[at]! : at;
    const head = { id: group + 1, rule: ruleOf(grouping, group), value: textAt(grouping.values, group) };
    const of = members.subarray(itemStart(stops, group), stops[group]!);
    yield record(head, dataset, of, { cluster: grouping.clusters[group]! + 1 }, slices);
    report(slices, at, stops.length);
    await slices.rest();
  }
}

async function* clusters(
  { dataset, grouping }: ReportInput,
  table: Table | null,
  slices: Slices,
): AsyncGenerator<AsyncIterable<string>> {
  const { clusterStops, clusterMembers } = grouping;
  const shown = table && Uint8Array.from(clusterStops, () => 0);
  for (const group of table?.groups ?? []) shown![grouping.clusters[group]!] = 1;
  const groupsOf = groupsByCluster(grouping);
  for (let cluster = 0; cluster < clusterStops.length; cluster++) {
    if (shown && shown[cluster] === 0) continue;
    const of = clusterMembers.subarray(itemStart(clusterStops, cluster), clusterStops[cluster]!);
    const numbers = groupsOf.groups.subarray(itemStart(groupsOf.stops, cluster), groupsOf.stops[cluster]!);
    yield record(
      { id: cluster + 1 },
      dataset,
      of,
      { groups: Array.from(numbers, (group) => group + 1) },
      slices,
    );
    await slices.rest();
  }
}

/** An object with `head`, the ids of the assets, and `tail`; a group may have half a million assets. */
async function* record(
  head: object,
  dataset: Dataset,
  assets: Uint32Array,
  tail: object,
  slices: Slices,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"assetIds":[`;
  for (let from = 0; from < assets.length; from += IDS_AT_ONCE) {
    const ids = Array.from(assets.subarray(from, from + IDS_AT_ONCE), (asset) =>
      JSON.stringify(textAt(dataset.columns.assetId, asset)),
    );
    yield (from === 0 ? '' : ',') + ids.join(',');
    await slices.rest();
  }
  yield `],${JSON.stringify(tail).slice(1)}`;
}

/** The groups of each cluster, in their order: counted, then placed. */
function groupsByCluster({ clusters: of, clusterStops }: Grouping): {
  groups: Uint32Array;
  stops: Uint32Array;
} {
  const stops = new Uint32Array(clusterStops.length);
  for (const cluster of of) stops[cluster]!++;
  for (let cluster = 1; cluster < stops.length; cluster++) stops[cluster]! += stops[cluster - 1]!;
  const next = Uint32Array.from(stops, (_, cluster) => itemStart(stops, cluster));
  const groups = new Uint32Array(of.length);
  for (let group = 0; group < of.length; group++) groups[next[of[group]!]!++] = group;
  return { groups, stops };
}

function report(slices: Slices, done: number, total: number): void {
  if (slices.due) slices.watch.report({ phase: 'Writing results', done, total, unit: 'rows' });
}
