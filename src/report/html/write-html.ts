import type { Dataset } from '../../model/dataset';
import type { Watch } from '../../model/progress';
import { Slices } from '../../model/slices';
import type { AssetIndex } from '../../model/units';
import { cellsOf, sharedValue } from '../../tables/cells';
import { openTable, type Table, WHOLE_TABLE } from '../../tables/table';
import { bytesOf } from '../byte-stream';
import type { ReportInput } from '../input';
import { reportSections, type Section } from '../sections';
import type { AssetRecord, Blocks, GroupRecord } from './blocks';
import { jsonForHtml } from './escape';
import { pageHead, pageTail } from './page';

/** Characters of one block: a few milliseconds to parse, so that the viewer can pause between blocks. */
const BLOCK = 1 << 18;

/**
 * The HTML report as a stream: one file that works from a disk, needs nothing else and can ask for nothing.
 * 200,000 rows: about 40 MB.
 * @param more sections of other parts of the program, after the report's own
 */
export function writeHtml(
  input: ReportInput,
  watch: Watch,
  more: readonly Section[] = [],
): AsyncGenerator<Uint8Array> {
  return bytesOf(page(input, watch, more));
}

async function* page(input: ReportInput, watch: Watch, more: readonly Section[]): AsyncGenerator<string> {
  const { dataset, grouping, query, explain } = input;
  // The viewer sorts by itself: what it is given stands in the order of detection.
  const asked = { ...(query ?? WHOLE_TABLE), sort: null };
  const table = await openTable(dataset, grouping, asked, explain, watch);
  yield pageHead(input, [...reportSections(input, table.size), ...more], table.size);
  yield block('facts', jsonForHtml({ rowCount: table.size.rows, sort: query?.sort ?? null }));
  yield* groupBlocks(input, table, new Slices(watch));
  yield* rowBlocks(input, table, new Slices(watch));
  yield pageTail();
}

async function* groupBlocks(input: ReportInput, table: Table, slices: Slices): AsyncGenerator<string> {
  const groups = new BlockWriter('groups');
  for (const group of table.groups) {
    const { size, shown, why, cluster } = table.band(group);
    const rule = input.grouping.rules[group]!;
    const value = sharedValue(input.grouping, group);
    const record: GroupRecord = [group + 1, rule, value, cluster + 1, size, shown, why];
    yield groups.add(jsonForHtml(record));
    if (slices.due) await slices.rest();
  }
  yield groups.end();
}

async function* rowBlocks(
  { dataset, grouping }: ReportInput,
  table: Table,
  slices: Slices,
): AsyncGenerator<string> {
  const places = new Int32Array(dataset.size).fill(-1);
  const assets = new BlockWriter('assets');
  const rows = new BlockWriter('rows');
  let assetCount = 0;
  for (let at = 0; at < table.rows.length; at++) {
    const { asset, group } = table.rowAt(table.rows[at]!);
    if (places[asset] === -1) {
      places[asset] = assetCount++;
      yield assets.add(jsonForHtml(assetRecord(dataset, grouping, asset, group)));
    }
    yield rows.add(String(places[asset]));
    if (!slices.due) continue;
    slices.watch.report({ phase: 'Writing HTML report', done: at, total: table.rows.length, unit: 'rows' });
    await slices.rest();
  }
  yield assets.end();
  yield rows.end();
}

function assetRecord(
  dataset: Dataset,
  grouping: ReportInput['grouping'],
  asset: AssetIndex,
  group: number,
): AssetRecord {
  const cells = cellsOf(dataset, grouping, asset, group);
  return [
    cells.assetId,
    cells.address,
    cells.dnsName,
    cells.assetName,
    cells.source,
    Number.isNaN(cells.lastActivity) ? null : cells.lastActivity,
    cells.netbiosName,
    cells.macAddresses,
    cells.operatingSystem,
  ];
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
