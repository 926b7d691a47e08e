import { lastActivityAt, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Judgement, Strength } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import { assetTitle } from '../../../wording/asset-title';
import type { MachineLine, MachineList, MachineQuery, MachineSort } from '../calls';

/** Assets that a line names; more are counted. */
const MOST_NAMED = 12;

/** An entry of a list before its words are made. */
export interface Entry {
  readonly id: number;
  /** That of the asset to keep, or of the first, where absent. */
  readonly title?: string;
  readonly assets: readonly AssetIndex[];
  readonly more: number;
  readonly strength: Strength | null;
  readonly cause: MachineLine['cause'];
  readonly keep: AssetIndex | null;
  readonly redundant: readonly AssetIndex[];
  readonly note: string;
}

/** All entries of a list, in the order of the judgement. */
export function entriesOf(judgement: Judgement, list: MachineList): Entry[] {
  const { machines, apart, hidden, stale, replaced } = judgement;
  const alone = (asset: AssetIndex, at: number, note: string): Entry => ({
    id: at + 1,
    assets: [asset],
    more: 0,
    strength: null,
    cause: null,
    keep: null,
    redundant: [],
    note,
  });
  switch (list) {
    case 'machines':
    case 'weak':
      return machines
        .filter(({ strength }) => (strength === 'weak') === (list === 'weak'))
        .map((machine) => ({ ...machine, more: 0, note: machine.keepReason }));
    case 'redundant':
      return machines.flatMap((machine) =>
        machine.redundant.map((asset) => ({
          ...machine,
          assets: [asset, ...(machine.keep === null ? [] : [machine.keep])],
          redundant: [asset],
          more: 0,
          note: machine.keepReason,
        })),
      );
    case 'apart':
      return apart.map((entry, at) => ({
        id: at + 1,
        title: entry.value,
        assets: entry.assets,
        more: entry.more,
        strength: null,
        cause: entry.cause,
        keep: null,
        redundant: [],
        note: entry.value,
      }));
    case 'stale':
      return stale.map((asset, at) => alone(asset, at, ''));
    case 'replaced':
      return replaced.map((asset, at) => alone(asset, at, ''));
    case 'hidden':
      return hidden.map(({ asset, cause, why }, at) => ({ ...alone(asset, at, why), cause }));
  }
}

/** The entries that a query asks for, in its order. Ties keep the order of the judgement. */
export function queryEntries(dataset: Dataset, judgement: Judgement, query: MachineQuery): Entry[] {
  const words = query.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = entriesOf(judgement, query.list).filter(
    ({ cause, strength, assets, note }) =>
      (query.cause === null || cause === query.cause) &&
      (query.strength === null || strength === query.strength) &&
      (words.length === 0 || hasWords(dataset, assets, note, words)),
  );
  return sortEntries(dataset, found, query.sort);
}

function hasWords(
  dataset: Dataset,
  assets: readonly AssetIndex[],
  note: string,
  words: readonly string[],
): boolean {
  const { assetId, assetName, dnsName, address } = dataset.columns;
  const text = [
    note,
    ...assets.flatMap((asset) => [assetId, assetName, dnsName, address].map((c) => textAt(c, asset))),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

const STRENGTH_ORDER: readonly (Strength | null)[] = ['strong', 'likely', 'weak', null];

function sortEntries(dataset: Dataset, entries: Entry[], sort: MachineSort): Entry[] {
  const key: Readonly<Record<MachineSort, (entry: Entry) => number>> = {
    records: ({ assets, more }) => -(assets.length + more),
    redundant: ({ redundant }) => -redundant.length,
    strength: ({ strength }) => STRENGTH_ORDER.indexOf(strength),
    newest: (entry) => -newestOf(dataset, entry),
  };
  const keys = new Map(entries.map((entry) => [entry, key[sort](entry)]));
  return entries.sort((a, b) => keys.get(a)! - keys.get(b)! || a.id - b.id);
}

function newestOf({ columns }: Dataset, { assets }: Entry): number {
  const times = assets
    .map((asset) => lastActivityAt(columns.sources, asset))
    .filter((time) => !Number.isNaN(time));
  return times.length === 0 ? 0 : Math.max(...times);
}

/** An entry as a line that people read. */
export function lineOf(dataset: Dataset, entry: Entry): MachineLine {
  const { assetId } = dataset.columns;
  const named = entry.assets.slice(0, MOST_NAMED);
  return {
    id: entry.id,
    title: entry.title ?? assetTitle(dataset, entry.keep ?? entry.assets[0]!),
    assetIds: named.map((asset) => textAt(assetId, asset)),
    assets: named,
    more: entry.more + entry.assets.length - named.length,
    strength: entry.strength,
    cause: entry.cause,
    keep: entry.keep === null ? null : textAt(assetId, entry.keep),
    redundant: entry.redundant.map((asset) => textAt(assetId, asset)),
    note: entry.note,
    newest: newestOf(dataset, entry),
  };
}
