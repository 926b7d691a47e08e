import { sortByNumber } from '../../../arrays/radix-sort';
import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { assetName } from '../../../wording/asset-title';
import { verdictOf } from '../explain/explain';
import { matchingOf } from '../match/matching';
import { eachInSlices } from '../time-slice';
import type { VerdictColumn, VerdictLine, VerdictQuery } from '../types/list';
import { SENSOR_CRITERIA, SENSOR_OUTCOMES, SENSOR_ROWS, type SensorResult } from '../types/result';

/** The verdicts that a query shows, in its order; lines are made as they are scrolled to. */
export interface VerdictList {
  readonly size: number;
  lines(from: number, count: number): VerdictLine[];
  /** Where the asset stands, -1 if the query does not show it. */
  find(asset: AssetIndex): number;
}

/** Filters, searches and sorts the verdicts of a result. */
export async function openVerdicts(
  result: SensorResult,
  query: VerdictQuery,
  watch: Watch,
): Promise<VerdictList> {
  const { dataset } = matchingOf(result).inventory;
  const words = query.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const texts = words.length > 0 ? await searchTexts(result, watch) : [];
  const only = query.assets === null ? null : new Set(query.assets);
  const shown: number[] = [];
  await eachInSlices(result.passive.length, watch, 'Searching', (verdict) => {
    if (!passes(result, query, only, verdict)) return;
    if (words.every((word) => texts[verdict]!.includes(word))) shown.push(verdict);
  });
  const order = await sorted(result, Uint32Array.from(shown), query.sort, watch);
  return {
    size: order.length,
    lines: (from, count) =>
      Array.from(order.subarray(Math.max(0, from), Math.max(0, from) + count), (verdict) =>
        verdictLine(dataset, result, verdict),
      ),
    find: (asset) => order.indexOf(verdictOf(result, asset)),
  };
}

function passes(
  result: SensorResult,
  query: VerdictQuery,
  only: ReadonlySet<AssetIndex> | null,
  verdict: number,
): boolean {
  if (query.outcome !== null && SENSOR_OUTCOMES[result.outcomes[verdict]!] !== query.outcome) return false;
  if (query.criterion !== null && SENSOR_CRITERIA[result.criteria[verdict]! - 1] !== query.criterion)
    return false;
  if (query.row !== null && SENSOR_ROWS[result.rows[verdict]! - 1] !== query.row) return false;
  return only === null || only.has(result.passive[verdict]!);
}

/** One verdict with what people read of its two assets. */
export function verdictLine(dataset: Dataset, result: SensorResult, verdict: number): VerdictLine {
  const asset = result.passive[verdict]!;
  const target = result.targets[verdict]!;
  const { assetId, address } = dataset.columns;
  return {
    asset,
    assetId: textAt(assetId, asset),
    name: assetName(dataset, asset),
    address: textAt(address, asset),
    lastSeen: matchingOf(result).timing.lastSeen[asset]!,
    outcome: SENSOR_OUTCOMES[result.outcomes[verdict]!]!,
    criterion: SENSOR_CRITERIA[result.criteria[verdict]! - 1] ?? null,
    row: SENSOR_ROWS[result.rows[verdict]! - 1] ?? null,
    target,
    targetId: target < 0 ? '' : textAt(assetId, target),
    targetName: target < 0 ? '' : assetName(dataset, target),
    group: result.groups[verdict]! + 1,
  };
}

const searched = new WeakMap<SensorResult, readonly string[]>();

/** What a search looks through, made at the first one: ids, names and addresses of both assets, lower-case. */
async function searchTexts(result: SensorResult, watch: Watch): Promise<readonly string[]> {
  const known = searched.get(result);
  if (known !== undefined) return known;
  const { dataset } = matchingOf(result).inventory;
  const { dnsName, netbiosName } = dataset.columns;
  const texts: string[] = [];
  await eachInSlices(result.passive.length, watch, 'Reading verdicts', (verdict) => {
    const { asset, assetId, name, address, criterion, row, targetId, targetName } = verdictLine(
      dataset,
      result,
      verdict,
    );
    const names = [name, textAt(dnsName, asset), textAt(netbiosName, asset), targetName];
    texts.push([assetId, ...names, address, criterion ?? '', row ?? '', targetId].join('\n').toLowerCase());
  });
  searched.set(result, texts);
  return texts;
}

async function sorted(
  result: SensorResult,
  shown: Uint32Array<ArrayBuffer>,
  sort: VerdictQuery['sort'],
  watch: Watch,
): Promise<Uint32Array> {
  if (sort === null) return shown;
  const keys = await sortKeys(result, sort.column, watch);
  if (sort.descending) for (let at = 0; at < keys.length; at++) keys[at] = -keys[at]!;
  return sortByNumber(shown, keys);
}

/** A number for each verdict that sorts as the column does; what is missing comes last. */
async function sortKeys(result: SensorResult, column: VerdictColumn, watch: Watch): Promise<Float64Array> {
  const { timing, inventory } = matchingOf(result);
  const ofVerdict = (key: (verdict: number) => number) =>
    Float64Array.from(result.passive, (_, verdict) => key(verdict));
  const orLast = (code: number) => (code > 0 ? code : Number.NaN);
  const numbers: Partial<Record<VerdictColumn, (verdict: number) => number>> = {
    assetId: (verdict) => timing.ranks[result.passive[verdict]!]!,
    lastSeen: (verdict) => timing.lastSeen[result.passive[verdict]!]!,
    outcome: (verdict) => result.outcomes[verdict]!,
    criterion: (verdict) => orLast(result.criteria[verdict]!),
    row: (verdict) => orLast(result.rows[verdict]!),
    with: (verdict) => {
      const target = result.targets[verdict]!;
      return target < 0 ? Number.NaN : timing.ranks[target]!;
    },
    group: (verdict) => orLast(result.groups[verdict]! + 1),
    address: (verdict) => addressKey(result, verdict),
  };
  const number = numbers[column];
  if (number !== undefined) return ofVerdict(number);
  const names: string[] = [];
  await eachInSlices(result.passive.length, watch, 'Sorting', (verdict) => {
    names.push(assetName(inventory.dataset, result.passive[verdict]!).toLowerCase());
  });
  const distinct = [...new Set(names)].sort();
  const places = new Map(distinct.map((name, place) => [name, place]));
  return ofVerdict((verdict) => (names[verdict] === '' ? Number.NaN : places.get(names[verdict]!)!));
}

/** IPv4 by number; IPv6 after it, in the order of first appearance. */
function addressKey(result: SensorResult, verdict: number): number {
  const { addresses } = matchingOf(result).inventory;
  const asset = result.passive[verdict]!;
  const start = addresses.ofAsset.starts[asset]!;
  if (start === addresses.ofAsset.starts[asset + 1]) return Number.NaN;
  const ip = addresses.ofAsset.ids[start]!;
  const value = addresses.table.ipv4(ip);
  return value >= 0 ? value : 2 ** 32 + ip;
}
