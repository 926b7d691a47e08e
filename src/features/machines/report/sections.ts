import { codeAt, lastActivityAt, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Apart, Judgement, Machine } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import {
  type Section,
  type SectionCell,
  type SectionColumn,
  summarySection,
  type TableSection,
} from '../../../report/section';
import { assetTitle } from '../../../wording/asset-title';
import { causeTitle } from '../causes/titles';
import { judgementJson, MEMBERS, summaryFigures } from './json';
import { sensitivityOfShared } from './sensitivity';

/** Rows that the HTML report shows of each table: it has no virtual rows for them. */
const MOST_IN_HTML = 1_000;

const MACHINE_COLUMNS: readonly SectionColumn[] = [
  { header: 'Machine', sensitivity: 'none', anchor: 'machine' },
  { header: 'Keep?', sensitivity: 'none' },
  { header: 'Asset ID', sensitivity: 'id' },
  { header: 'Name', sensitivity: 'name' },
  { header: 'Address', sensitivity: 'address' },
  { header: 'Last Activity (UTC)', sensitivity: 'none' },
  { header: 'Operating System', sensitivity: 'none', sheetOnly: true },
  { header: 'Cause', sensitivity: 'none' },
  { header: 'Strength', sensitivity: 'none' },
  { header: 'Why Kept', sensitivity: 'none', wraps: true },
  { header: 'Warnings', sensitivity: 'none', sheetOnly: true, wraps: true },
];

const APART_COLUMNS: readonly SectionColumn[] = [
  { header: 'Look-alike', sensitivity: 'none' },
  { header: 'Shared Value', sensitivity: 'name' },
  { header: 'Shares', sensitivity: 'none' },
  { header: 'Against', sensitivity: 'none' },
  { header: 'Cause', sensitivity: 'none' },
  { header: 'Assets', sensitivity: 'none' },
  { header: 'Asset IDs', sensitivity: 'id', wraps: true },
];

/** The judgement in the reports: figures by cause, a sheet of machines, one of look-alikes, and all as JSON. */
export function machineSections(dataset: Dataset, judgement: Judgement): Section[] {
  return [
    figures(judgement),
    machinesTable(dataset, judgement),
    apartTable(dataset, judgement),
    {
      kind: 'json',
      member: 'judgement',
      summary: summaryFigures(judgement),
      members: MEMBERS,
      value: (watch) => judgementJson(dataset, judgement, watch),
    },
  ];
}

function figures({
  figures: { machines, records, redundant, weak, apart, byCause },
}: Judgement): TableSection {
  const rows: (readonly SectionCell[])[] = [
    ['Machines with more than one record', machines],
    ['Their records', records],
    ['Redundant records', redundant],
    ['Weak, for a look', weak],
    ['Values that different machines share', apart],
    ...byCause.map(({ cause, machines: count }): readonly SectionCell[] => [causeTitle(cause), count]),
  ];
  return summarySection({ id: 'machines-summary', title: 'Machines', part: 'Machines', columns: [] }, rows);
}

function machinesTable(dataset: Dataset, { machines }: Judgement): TableSection {
  const rowCount = machines.reduce((sum, { assets }) => sum + assets.length, 0);
  const listed = rowCount.toLocaleString('en-US');
  return {
    kind: 'table',
    id: 'machines',
    part: 'Machines',
    title: `Machines: ${listed} records`,
    columns: MACHINE_COLUMNS,
    rowCount,
    rows: function* () {
      for (const machine of machines) {
        const redundant = new Set(machine.redundant);
        for (const asset of machine.assets) yield machineRow(dataset, machine, asset, redundant);
      }
    },
    excel: { sheet: 'Machines' },
    html: {
      most: MOST_IN_HTML,
      cutTitle: `Machines: the first ${MOST_IN_HTML.toLocaleString('en-US')} of ${listed} records`,
    },
  };
}

function machineRow(
  dataset: Dataset,
  machine: Machine,
  asset: AssetIndex,
  redundant: ReadonlySet<AssetIndex>,
): SectionCell[] {
  const { columns } = dataset;
  const time = lastActivityAt(columns.sources, asset);
  return [
    machine.id,
    asset === machine.keep ? 'keep' : redundant.has(asset) ? 'redundant' : 'leave',
    textAt(columns.assetId, asset),
    assetTitle(dataset, asset),
    textAt(columns.address, asset),
    Number.isNaN(time) ? null : { time },
    codeAt(columns.operatingSystem, asset),
    causeTitle(machine.cause),
    machine.strength,
    asset === machine.keep ? machine.keepReason : '',
    machine.warnings.join(' '),
  ];
}

function apartTable(dataset: Dataset, { apart }: Judgement): TableSection {
  const listed = apart.length.toLocaleString('en-US');
  return {
    kind: 'table',
    id: 'look-alikes',
    part: 'Machines',
    title: `Look-alikes: ${listed} shared values`,
    columns: APART_COLUMNS,
    rowCount: apart.length,
    rows: function* () {
      for (const [at, entry] of apart.entries()) yield apartRow(dataset, entry, at + 1);
    },
    excel: { sheet: 'Look-alikes' },
    html: {
      most: MOST_IN_HTML,
      cutTitle: `Look-alikes: the first ${MOST_IN_HTML.toLocaleString('en-US')} of ${listed}`,
    },
  };
}

function apartRow(
  dataset: Dataset,
  { assets, more, cause, shares, value, against }: Apart,
  id: number,
): SectionCell[] {
  const ids = assets.map((asset) => textAt(dataset.columns.assetId, asset));
  return [
    id,
    { values: [value], sensitivity: sensitivityOfShared(shares) },
    shares.join(', '),
    against.join(', '),
    causeTitle(cause),
    assets.length + more,
    {
      values: ids,
      sensitivity: 'id',
      ...(more > 0 ? { rest: `and ${more.toLocaleString('en-US')} more` } : {}),
    },
  ];
}
