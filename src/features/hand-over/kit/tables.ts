import { codesAt, lastActivityAt, textAt } from '../../../model/columns';
import type { CauseText } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import { csvCell } from '../../../report/csv';
import type { Sheet, SheetRow } from '../../../report/xlsx/sheet';
import { timeText } from '../../../tables/cells';
import { assetName } from '../../../wording/asset-title';
import { LEFT_OUT_WORDS } from '../types';
import type { Plan, RedundantRecord } from './plan';

/** A table of the kit, as CSV and, for the redundant records, as a sheet. */
export interface KitTable {
  readonly headers: readonly string[];
  rows(): Generator<readonly string[]>;
}

type Causes = Pick<JudgementSource, 'causeText'>;

/** Only this table has a column "Asset ID": scripts of others delete whatever stands under that header. */
export const REDUNDANT_HEADERS = [
  'Asset ID',
  'Host ID',
  'Survivor (keep)',
  'Name',
  'Cause',
  'Reason',
  'Warnings',
  'Decided By',
  'Decided (UTC)',
  'Tags',
] as const;

export function redundantTable(plan: Plan, causes: Causes): KitTable {
  return {
    headers: REDUNDANT_HEADERS,
    rows: function* () {
      for (const record of plan.redundant) yield redundantRow(plan, record, causes);
    },
  };
}

/** One row of the table, also for the preview on the page. */
export function redundantRow(
  { dataset, hostIds }: Plan,
  { asset, assetId, keep, machine }: RedundantRecord,
  causes: Causes,
): string[] {
  const { decision } = machine;
  const cause: CauseText = causes.causeText(machine.cause);
  return [
    assetId,
    hostIds.byAsset.get(asset) ?? '',
    textAt(dataset.columns.assetId, keep),
    assetName(dataset, asset),
    cause.title,
    cause.sentence,
    machine.warnings.join(' '),
    decision === null ? `Nobody: a ${machine.strength} proposal` : decision.by || 'A person, without a name',
    decision === null ? '' : timeText(decision.at),
    codesAt(dataset.columns.tags, asset).join(', '),
  ];
}

/** The records that stay. */
export function keepTable({ dataset, kept }: Plan, causes: Causes): KitTable {
  return {
    headers: ['Keep', 'Name', 'Last Activity (UTC)', 'Redundant Beside It', 'Cause', 'Why Kept'],
    rows: function* () {
      for (const { asset, machine, redundant } of kept) {
        yield [
          ...named(dataset, asset),
          String(redundant),
          causes.causeText(machine.cause).title,
          machine.keepReason,
        ];
      }
    },
  };
}

/** Silent for long, but no duplicates. */
export function staleTable({ dataset, stale }: Plan): KitTable {
  return {
    headers: ['Stale', 'Name', 'Last Activity (UTC)'],
    rows: function* () {
      for (const asset of stale) yield named(dataset, asset);
    },
  };
}

/** Records that describe several machines. */
export function collisionsTable({ dataset, collisions }: Plan): KitTable {
  return {
    headers: ['Do Not Purge', 'Name', 'Last Activity (UTC)', 'Why'],
    rows: function* () {
      for (const { asset, why } of collisions) yield [...named(dataset, asset), why];
    },
  };
}

/** Records of machines with several records that are in no list. */
export function notListedTable({ dataset, leftOut }: Plan): KitTable {
  return {
    headers: ['Not Listed', 'Name', 'Last Activity (UTC)', 'Why'],
    rows: function* () {
      for (const { asset, reason } of leftOut) yield [...named(dataset, asset), LEFT_OUT_WORDS[reason]];
    },
  };
}

function named(dataset: Plan['dataset'], asset: AssetIndex): string[] {
  const { assetId, sources } = dataset.columns;
  return [textAt(assetId, asset), assetName(dataset, asset), timeText(lastActivityAt(sources, asset))];
}

/** RFC 4180 with a byte order mark; formulas disarmed. */
export function* csvText({ headers, rows }: KitTable): Generator<string> {
  yield `\ufeff${headers.map(csvCell).join(',')}\r\n`;
  let text = '';
  for (const row of rows()) {
    text += `${row.map(csvCell).join(',')}\r\n`;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** The same as a sheet; every cell is text. */
export function sheetOf(name: string, { headers, rows }: KitTable, rowCount: number): Sheet {
  return {
    name,
    columns: headers.map((header, at) => ({ header, width: WIDTHS[at] ?? 20 })),
    rowCount,
    rows: function* (): Generator<SheetRow> {
      for (const cells of rows()) yield { cells, look: 'plain' };
    },
    filter: true,
  };
}

const WIDTHS: readonly number[] = [14, 14, 16, 28, 30, 50, 30, 24, 20, 30];
