import type { DatasetHeader } from '../model/dataset';
import type { GroupingSummary } from '../model/grouping';
import type { Watch } from '../model/progress';
import { Slices } from '../model/slices';
import { noticesOf } from '../wording/dataset-notices';
import { bytesOf } from './byte-stream';
import type { ReportInput } from './input';
import { redactionWords } from './redaction/redaction';
import type { ReportTable } from './report-table';

/** Ids of this many assets are written between two looks at the clock. */
const IDS_AT_ONCE = 256;

/**
 * The results as JSON, `doublet-results` version 2 (contract: "Results as JSON"): a stream, so that a result
 * of any size can be saved. JSON has escapes for lone surrogates, and `JSON.stringify` uses them: no value is
 * changed. With a query, the groups and clusters that the table shows, whole.
 */
export function writeJson(input: ReportInput, watch: Watch): AsyncGenerator<Uint8Array> {
  return bytesOf(document(input, watch));
}

async function* document(input: ReportInput, watch: Watch): AsyncGenerator<string> {
  const { facts, table, sections } = input;
  const slices = new Slices(watch);
  const member = (name: string, value: unknown) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  yield '{\n';
  yield member('format', 'doublet-results');
  yield member('version', 2);
  yield member('generatedAt', new Date(facts.generatedAt).toISOString());
  if (facts.redaction)
    yield member('redacted', { ...facts.redaction, says: redactionWords(facts.redaction) });
  yield member('dataset', datasetFacts(facts.header));
  yield member('settings', facts.settings);
  if (facts.query) yield member('query', facts.query);
  const figures = sections.map((section) => (section.kind === 'json' ? section.summary : undefined));
  yield member('summary', Object.assign({}, summaryFacts(facts.summary), ...figures));
  yield* list('groups', groups(table, slices));
  yield* list('clusters', clusters(table, slices));
  yield member(
    'sharedWidely',
    facts.sharedWidely.map(({ group, ...value }) => ({ ...value, group: group + 1 })),
  );
  yield `  "ignoredValues": ${JSON.stringify(facts.ignored)}`;
  for (const section of sections) {
    if (section.kind !== 'json') continue;
    yield `,\n  ${JSON.stringify(section.member)}: `;
    yield* section.value(watch);
  }
  yield '\n}\n';
}

function datasetFacts(header: DatasetHeader): object {
  const notices = noticesOf(header);
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
    ...(notices.length > 0 ? { notices } : {}),
  };
}

function summaryFacts(summary: GroupingSummary): object {
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

async function* groups(table: ReportTable, slices: Slices): AsyncGenerator<AsyncIterable<string>> {
  for (let at = 0; at < table.groups.length; at++) {
    const group = table.groups[at]!;
    const head = { id: group + 1, rule: table.ruleOf(group), value: table.canonicalValue(group) };
    const tail = { cluster: table.clusterOf(group) + 1, also: table.band(group).also };
    yield record(head, table, table.assetsOfGroup(group), tail, slices);
    report(slices, at, table.groups.length);
    await slices.rest();
  }
}

async function* clusters(table: ReportTable, slices: Slices): AsyncGenerator<AsyncIterable<string>> {
  const shown = new Uint8Array(table.clusterCount);
  for (const group of table.groups) shown[table.clusterOf(group)] = 1;
  for (let cluster = 0; cluster < shown.length; cluster++) {
    if (shown[cluster] === 0) continue;
    const numbers = Array.from(table.groupsOfCluster(cluster), (group) => group + 1);
    yield record({ id: cluster + 1 }, table, table.assetsOfCluster(cluster), { groups: numbers }, slices);
    await slices.rest();
  }
}

/** An object with `head`, the ids of the assets, and `tail`; a group may have half a million assets. */
async function* record(
  head: object,
  table: ReportTable,
  assets: Uint32Array,
  tail: object,
  slices: Slices,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"assetIds":[`;
  for (let from = 0; from < assets.length; from += IDS_AT_ONCE) {
    const ids = Array.from(assets.subarray(from, from + IDS_AT_ONCE), (asset) =>
      JSON.stringify(table.assetId(asset)),
    );
    yield (from === 0 ? '' : ',') + ids.join(',');
    await slices.rest();
  }
  yield `],${JSON.stringify(tail).slice(1)}`;
}

function report(slices: Slices, done: number, total: number): void {
  if (slices.due) slices.watch.report({ phase: 'Writing results', done, total, unit: 'rows' });
}
