import { formatValue } from '../../identifiers/shared-value';
import type { Watch } from '../../model/progress';
import { RULE_IDS } from '../../model/rule';
import { Slices } from '../../model/slices';
import type { TableCells, TableColumnId } from '../../model/table-columns';
import { bytesOf } from '../byte-stream';
import type { ReportInput } from '../input';
import type { ReportTable } from '../report-table';
import type { AssetRecord, Blocks, GroupRecord, ReportFacts } from './blocks';
import { assetColumns, describeColumns, describeRules } from './describe';
import { jsonForHtml } from './escape';
import { pageHead, pageTail } from './page';

/** Characters of one block: a few milliseconds to parse, so that the viewer can pause between blocks. */
const BLOCK = 1 << 18;

/**
 * The HTML report as a stream: one file that works from a disk, needs nothing else and can ask for nothing.
 * 200,000 rows: about 40 MB. The viewer sorts by itself: the table is to be opened in the order of detection.
 */
export function writeHtml(input: ReportInput, watch: Watch): AsyncGenerator<Uint8Array> {
  return bytesOf(page(input, watch));
}

async function* page({ facts, table, sections }: ReportInput, watch: Watch): AsyncGenerator<string> {
  yield pageHead(facts, sections, table);
  const reportFacts: ReportFacts = {
    rowCount: table.size.rows,
    sort: facts.query?.sort ?? null,
    columns: describeColumns(table.columns),
    rules: describeRules(),
    ignored: facts.ignored.map(
      ({ rule, value }) => `${RULE_IDS.indexOf(rule)} ${formatValue(rule, value).toLowerCase()}`,
    ),
  };
  yield block('facts', jsonForHtml(reportFacts));
  yield* groupBlocks(table, new Slices(watch));
  yield* rowBlocks(table, new Slices(watch));
  yield pageTail();
}

async function* groupBlocks(table: ReportTable, slices: Slices): AsyncGenerator<string> {
  const groups = new BlockWriter('groups');
  for (const group of table.groups) {
    const { rule, value, cluster, size, shown, why, also } = table.band(group);
    const inCommon = [rule, ...also].reduce((bits, id) => bits | (1 << RULE_IDS.indexOf(id)), 0);
    const place = RULE_IDS.indexOf(rule);
    const record: GroupRecord = [group + 1, place, value, cluster + 1, size, shown, why, inCommon];
    yield groups.add(jsonForHtml(record));
    if (slices.due) await slices.rest();
  }
  yield groups.end();
}

async function* rowBlocks(table: ReportTable, slices: Slices): AsyncGenerator<string> {
  const own = assetColumns(table.columns);
  const places = new Int32Array(table.assetCount).fill(-1);
  const assets = new BlockWriter('assets');
  const rows = new BlockWriter('rows');
  const matches = new BlockWriter('matches');
  let assetCount = 0;
  for (let at = 0; at < table.rows.length; at++) {
    const { asset, group } = table.rowAt(table.rows[at]!);
    if (places[asset] === -1) {
      places[asset] = assetCount++;
      yield assets.add(jsonForHtml(assetRecord(table.assetCells(asset), own, table.rulesOfAsset(asset))));
    }
    yield rows.add(String(places[asset]));
    yield matches.add(String(table.rulesInGroup(asset, group)));
    if (!slices.due) continue;
    slices.watch.report({ phase: 'Writing HTML report', done: at, total: table.rows.length, unit: 'rows' });
    await slices.rest();
  }
  yield assets.end();
  yield rows.end();
  yield matches.end();
}

function assetRecord(cells: Partial<TableCells>, own: readonly TableColumnId[], rules: number): AssetRecord {
  const record = own.map((column) => {
    const cell = cells[column];
    return cell === undefined || Number.isNaN(cell) ? null : cell;
  });
  return [...record, rules];
}

/** Gathers records into JSON lists of bounded size; each call answers the HTML that is ready, often "". */
class BlockWriter {
  private text = '';

  constructor(private readonly name: keyof Blocks) {}

  add(record: string): string {
    this.text += this.text === '' ? record : `,\n${record}`;
    return this.text.length < BLOCK ? '' : this.end();
  }

  end(): string {
    const html = this.text === '' ? '' : block(this.name, `[${this.text}]`);
    this.text = '';
    return html;
  }
}

function block(name: keyof Blocks, json: string): string {
  return `<script type="application/json" class="${name}">${json}</script>\n`;
}
