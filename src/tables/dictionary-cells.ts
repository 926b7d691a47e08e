import { type CodeColumn, type CodeListColumn, codesAt, itemStart, itemStop } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import { RULE_IDS } from '../model/rule';
import type { Slices } from '../model/slices';
import type { AssetIndex, EpochMilliseconds } from '../model/units';
import { MONTHS } from '../wording/months';
import { matchingText } from '../wording/rules';
import { LIST_SEPARATOR, sourceNames } from './cells';
import { groupOfRows } from './row-groups';

/** Cells of which there are few different ones: `texts[codes[asset]]`. Searched and sorted by the few. */
export interface CodedCells {
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The cells of column Source: inventories have some dozens of combinations. */
export async function sourceCells(dataset: Dataset, grouping: Grouping, slices: Slices): Promise<CodedCells> {
  return byCombination(dataset.columns.sources, grouping, slices, (asset) =>
    sourceNames(dataset, asset).join(LIST_SEPARATOR),
  );
}

/** The cells of a column of few different texts. */
export function codeCells({ codes, dictionary }: CodeColumn): CodedCells {
  return { codes, texts: dictionary };
}

/** The cells of a column of lists of few different texts: whole lists are counted as one text. */
export async function codeListCells(
  column: CodeListColumn,
  grouping: Grouping,
  slices: Slices,
): Promise<CodedCells> {
  const { codes, stops } = column;
  return byCombination({ codes, stops }, grouping, slices, (asset) =>
    codesAt(column, asset).join(LIST_SEPARATOR),
  );
}

/** The fields that match in each row: `texts[codes[row]]`. */
export function matchingCells(grouping: Grouping): CodedCells {
  const { members, rules, rulesOfRow } = grouping;
  const groupOf = groupOfRows(grouping);
  const codes = new Uint32Array(members.length);
  for (let row = 0; row < codes.length; row++)
    codes[row] = (rules[groupOf[row]!]! << RULE_IDS.length) | rulesOfRow[row]!;
  const texts = RULE_IDS.flatMap((rule) =>
    Array.from({ length: 2 ** RULE_IDS.length }, (_, bits) => matchingText(rule, bits)),
  );
  return { codes, texts };
}

/** Gives each combination of codes one text. */
function byCombination(
  { codes, stops }: Pick<CodeListColumn, 'codes' | 'stops'>,
  grouping: Grouping,
  slices: Slices,
  textOf: (asset: AssetIndex) => string,
): Promise<CodedCells> {
  const combinations = new Map<string, number>();
  return encodeCells(grouping, slices, (asset, add) => {
    let key = '';
    const stop = itemStop(stops, asset);
    for (let item = itemStart(stops, asset); item < stop; item++) key += `${codes[item]!},`;
    let code = combinations.get(key);
    if (code === undefined) {
      code = add(textOf(asset));
      combinations.set(key, code);
    }
    return code;
  });
}

/** The time of an asset, `NaN` for never. */
export type TimeOf = (asset: AssetIndex) => EpochMilliseconds;

/** The days of the times where this browser is, as the page shows them, and as files write them: `25 May 2026`, `2026-05-25`. */
export async function dayCells(timeOf: TimeOf, grouping: Grouping, slices: Slices): Promise<CodedCells> {
  const days = new Map<number, number>();
  return encodeCells(grouping, slices, (asset, add) => {
    const day = Math.floor(localTime(timeOf(asset)) / DAY);
    if (!(Math.abs(day) <= 1e8)) return 0;
    let code = days.get(day);
    if (code === undefined) {
      code = add(dayText(new Date(day * DAY)));
      days.set(day, code);
    }
    return code;
  });
}

/** Minutes of the day where this browser is: `14:21`. */
export async function minuteCells(timeOf: TimeOf, grouping: Grouping, slices: Slices): Promise<CodedCells> {
  const texts = [''];
  for (let minute = 0; minute < DAY / MINUTE; minute++) {
    texts.push(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
  }
  const { codes } = await encodeCells(grouping, slices, (asset) => {
    const time = localTime(timeOf(asset));
    if (!(Math.abs(time) <= 8.64e15)) return 0;
    return 1 + Math.floor((((time % DAY) + DAY) % DAY) / MINUTE);
  });
  return { codes, texts };
}

/** The offset of each day in UTC, `null` where the clock changes in it: there are few days, and asking takes long. */
const offsets = new Map<number, number | null>();
const MOST_DAYS = 100_000;

/** The time as if the clock here were in UTC. */
function localTime(time: EpochMilliseconds): number {
  if (!(Math.abs(time) <= 8.64e15 - DAY)) return time;
  const day = Math.floor(time / DAY);
  let offset = offsets.get(day);
  if (offset === undefined) {
    const [start, end] = [offsetAt(day * DAY), offsetAt((day + 1) * DAY)];
    offset = start === end ? start : null;
    if (offsets.size >= MOST_DAYS) offsets.clear();
    offsets.set(day, offset);
  }
  return time - (offset ?? offsetAt(time));
}

function offsetAt(time: EpochMilliseconds): number {
  return new Date(time).getTimezoneOffset() * MINUTE;
}

function dayText(day: Date): string {
  return `${day.toISOString().slice(0, -14)} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** Gives each grouped asset the code that `codeOf` finds; `add` makes a new one. Code 0 is "". */
async function encodeCells(
  grouping: Grouping,
  slices: Slices,
  codeOf: (asset: AssetIndex, add: (text: string) => number) => number,
): Promise<CodedCells> {
  const texts = [''];
  const add = (text: string) => texts.push(text) - 1;
  const codes = new Uint32Array(grouping.rulesOfAsset.length);
  for (let asset = 0; asset < codes.length; asset++) {
    if (grouping.rulesOfAsset[asset] !== 0) codes[asset] = codeOf(asset, add);
    if ((asset & 1023) === 0 && slices.due) await slices.rest();
  }
  return { codes, texts };
}
