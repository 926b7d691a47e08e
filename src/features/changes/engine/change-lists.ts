import { macDigits, macsAt, type TextColumn, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import { FIELDS } from '../../../model/field';
import type { CauseId } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { AssetIndex } from '../../../model/units';
import { assetTitle } from '../../../wording/asset-title';
import type { ChangeDetail, ChangeLine, ChangeList, ChangeQuery, ChangesView } from '../calls';
import { SHOWN_FIELDS } from '../compare/kept-rows';
import { BACK, CHANGED, NEW, STILL } from '../compare/match';
import { changeText } from '../compare/texts';
import type { OpenComparison } from './open-comparison';

type Causes = Pick<JudgementSource, 'causeText'>;

/** A list, as places in the later dataset; of what is gone, in the earlier one. */
export interface Entries {
  readonly list: ChangeList;
  readonly assets: Uint32Array;
}

const KIND_OF: Readonly<Record<Exclude<ChangeList, 'gone'>, number>> = {
  new: NEW,
  back: BACK,
  still: STILL,
  changed: CHANGED,
};

/** The figures of a comparison; each is the length of a list. */
export function viewOf({ later, comparison, followed }: OpenComparison, causes: Causes): ChangesView {
  const { earlier, matches, changes, third, isReversed } = comparison;
  const counts = { new: 0, gone: matches.gone.length, back: 0, still: 0, changed: 0 };
  for (const kind of matches.kinds) {
    if (kind === STILL) counts.still++;
    else if (kind === CHANGED) counts.changed++;
    else if (kind === BACK) counts.back++;
    else counts.new++;
  }
  const byCause = new Map<string, { list: 'changed' | 'back'; cause: CauseId; assets: number }>();
  for (const [asset, { cause }] of changes) {
    const list = matches.kinds[asset] === BACK ? 'back' : 'changed';
    const before = byCause.get(list + cause);
    if (before === undefined) byCause.set(list + cause, { list, cause, assets: 1 });
    else before.assets++;
  }
  const described = ({ id, name, importedAt }: Dataset['header'], assets: number) => ({
    id,
    name,
    importedAt,
    assets,
  });
  return {
    earlier: described(earlier.header, earlier.size),
    later: described(later.header, later.size),
    isReversed,
    counts,
    byCause: [...byCause.values()]
      .map((line) => ({ ...line, title: changeText(line.list, line.cause, causes).title }))
      .sort((a, b) => b.assets - a.assets),
    alsoLookedInto: third?.name ?? null,
    decisions: followed === null ? null : { standing: followed.standing, asked: followed.asked },
  };
}

/** The entries that a query asks for, in dataset order. */
export function entriesOf(
  { comparison: { matches, changes } }: OpenComparison,
  { list, cause }: ChangeQuery,
): Entries {
  if (list === 'gone') return { list, assets: matches.gone };
  const kind = KIND_OF[list];
  const assets = new Uint32Array(matches.kinds.length);
  let count = 0;
  for (let asset = 0; asset < matches.kinds.length; asset++) {
    if (matches.kinds[asset] !== kind) continue;
    if (cause === null || changes.get(asset)?.cause === cause) assets[count++] = asset;
  }
  return { list, assets: assets.slice(0, count) };
}

/** Where the record stands that a line is about: now, or in what is kept of the earlier dataset. */
function recordOf({ later, comparison }: OpenComparison, list: ChangeList, asset: AssetIndex) {
  return list === 'gone'
    ? { dataset: comparison.kept, record: comparison.placeOf[asset]! }
    : { dataset: later, record: asset };
}

export function lineOf(
  open: OpenComparison,
  list: ChangeList,
  asset: AssetIndex,
  causes: Causes,
): ChangeLine {
  const { comparison, followed } = open;
  const { dataset, record } = recordOf(open, list, asset);
  const assetId = textAt(dataset.columns.assetId, record);
  const change = list === 'gone' ? undefined : comparison.changes.get(asset);
  const before = list === 'back' ? earlierId(open, asset) : null;
  return {
    asset,
    title: assetTitle(dataset, record),
    assetId,
    before,
    what: change?.what ?? '',
    cause:
      change === undefined
        ? ''
        : changeText(list === 'back' ? 'back' : 'changed', change.cause, causes).title,
    decision: followed?.byAssetId.get(before ?? assetId) ?? followed?.byAssetId.get(assetId) ?? null,
  };
}

function earlierId({ comparison: { kept, placeOf, matches } }: OpenComparison, asset: AssetIndex): string {
  return textAt(kept.columns.assetId, placeOf[matches.before[asset]!]!);
}

/** One record then and now, field by field; fields that neither has are left out. */
export function detailOf(
  open: OpenComparison,
  list: ChangeList,
  asset: AssetIndex,
  causes: Causes,
): ChangeDetail | null {
  const { later, comparison } = open;
  const { kept, placeOf, matches, changes } = comparison;
  if (list === 'gone' ? placeOf[asset] === undefined || placeOf[asset] === -1 : asset >= later.size)
    return null;
  const was = list === 'gone' ? asset : matches.before[asset]!;
  const place = was < 0 ? -1 : placeOf[was]!;
  const now = list === 'gone' ? -1 : asset;
  const change = list === 'gone' ? undefined : changes.get(asset);
  const rows = SHOWN_FIELDS.map((field) => {
    // A record that stayed as it was is not kept: it is what it is now.
    const after = now < 0 ? '' : textOfField(later, field, now);
    const before = place >= 0 ? textOfField(kept, field, place) : list === 'still' ? after : '';
    return { label: FIELDS[field].label, before, after, differs: before !== after };
  });
  return {
    line: lineOf(open, list, asset, causes),
    causeText:
      change === undefined ? null : changeText(list === 'back' ? 'back' : 'changed', change.cause, causes),
    rows: rows.filter(({ before, after }) => before !== '' || after !== ''),
  };
}

function textOfField({ columns }: Dataset, field: (typeof SHOWN_FIELDS)[number], record: AssetIndex): string {
  if (field !== 'macAddresses') return textAt(columns[field] as TextColumn, record);
  const macs = [...macsAt(columns.macAddresses, record)].map(macDigits);
  return macs.map((digits) => digits.replace(/(..)(?=.)/g, '$1:')).join(', ');
}
