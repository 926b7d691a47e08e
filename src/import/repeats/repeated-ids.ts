import type { KeptIdentity } from '../../model/dataset';
import { decodeText, encodeText } from '../../model/text';
import type { AssetIndex } from '../../model/units';
import type { AssetIds } from '../asset-ids';
import { JoinedLists } from './joined-lists';
import {
  type IdentityValues,
  identifiersOf,
  identityToKeep,
  keptIdentity,
  type RowValues,
} from './row-values';
import { type Sameness, sameness } from './same-machine';

const CLOSING = 41;
/** Identities that a dataset keeps: they stand in its header. */
const MOST_IDENTITIES = 1_000;

/**
 * Settles what a record is whose asset ID came before: the same asset, of which the newer record stands by its own
 * times, or another machine that has the ID in another subscription and becomes an asset of its own, `101 (2)`.
 */
export class RepeatedIds {
  /** Assets that have the ID of an earlier one, by that one. */
  private readonly others = new Map<AssetIndex, AssetIndex[]>();
  /** What identifies each asset best, where that is another record than the one that stands. */
  private readonly identifying = new Map<AssetIndex, IdentityValues>();

  /** Assets that an earlier import kept apart, by their IDs. */
  private readonly adopted = new Map<string, AssetIndex>();

  /** What records of one file and one age have together. */
  readonly lists: JoinedLists;

  constructor(
    private readonly ids: AssetIds,
    private readonly values: RowValues,
    private readonly fileOf: (row: number) => number,
  ) {
    this.lists = new JoinedLists(values);
  }

  /** The asset that the row belongs to, `null` if it is a new one that was kept apart; `asset` has the row's ID. */
  settle(row: number, asset: AssetIndex): AssetIndex | null {
    const found = this.assetOf(row, asset);
    if (found === null) {
      this.keepApart(row, asset);
      return null;
    }
    this.stand(row, found);
    return found;
  }

  private keepApart(row: number, asset: AssetIndex): AssetIndex {
    const apart = this.ids.standAlone(row);
    const others = this.others.get(asset);
    if (others === undefined) this.others.set(asset, [apart]);
    else others.push(apart);
    return apart;
  }

  private areOneRecord(first: number, second: number): boolean {
    return this.fileOf(first) === this.fileOf(second) && this.values.areAlike(first, second);
  }

  /** Takes over the row of an earlier import; answers whether its ID is `101 (2)`, and 101 was kept apart from it. */
  adopt(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (bytes[end - 1] !== CLOSING) return false;
    const id = decodeText(bytes, start, end);
    const first = encodeText(id.replace(/ \(\d+\)$/, ''));
    const asset = this.ids.find(first, 0, first.length);
    if (asset < 0) return false;
    this.adopted.set(id, this.keepApart(row, asset));
    return true;
  }

  /** Whether the row's ID is that of an asset that an earlier import kept apart; it is settled then. */
  repeatsAdopted(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.adopted.size === 0 || bytes[end - 1] !== CLOSING) return false;
    const asset = this.adopted.get(decodeText(bytes, start, end));
    if (asset !== undefined) this.stand(row, asset);
    return asset !== undefined;
  }

  private assetOf(row: number, asset: AssetIndex): AssetIndex | null {
    const first = this.compare(row, asset);
    if (first === 'same') return asset;
    let unclear: AssetIndex | null = first === 'unclear' ? asset : null;
    for (const other of this.others.get(asset) ?? []) {
      const found = this.compare(row, other);
      if (found === 'same') return other;
      if (found === 'unclear') unclear ??= other;
    }
    return unclear;
  }

  private compare(row: number, asset: AssetIndex): Sameness {
    const own = this.values.identity(row);
    const standing = sameness(this.values.identity(this.ids.rowOf(asset)), own);
    const identifying = this.identifying.get(asset);
    if (standing === 'same' || identifying === undefined) return standing;
    const other = sameness(identifying, own);
    return other === 'same' || standing === 'unclear' ? other : standing;
  }

  /** Of one asset the newer record stands; where one has no time, the one that has; where neither has, the later. */
  private stand(row: number, asset: AssetIndex): void {
    const before = this.ids.rowOf(asset);
    const [time, timeBefore] = [this.values.newest(row), this.values.newest(before)];
    const isOlder = time < timeBefore || (Number.isNaN(time) && !Number.isNaN(timeBefore));
    if (!isOlder) this.ids.replaceRow(asset, row);
    const silent = isOlder ? row : before;
    const isNewer = time > timeBefore || (Number.isNaN(timeBefore) && !Number.isNaN(time));
    if (isNewer) this.lists.drop(asset);
    else if (!isOlder && this.areOneRecord(row, before)) this.lists.join(asset, before, row);
    else if (!isOlder) this.lists.drop(asset);
    const best = this.identifying.get(asset);
    const [own, other] = [silent, this.ids.rowOf(asset)].map((one) => this.values.identity(one));
    const least = Math.max(best === undefined ? 0 : identifiersOf(best), identifiersOf(other!));
    if (identifiersOf(own!) > least) this.identifying.set(asset, own!);
  }

  /** Takes over what an earlier import knew of records that do not stand. */
  adoptIdentities(kept: readonly KeptIdentity[]): void {
    for (const one of kept) this.identifying.set(one.asset, keptIdentity(one));
  }

  /** What a later import has to know of records that do not stand; empty for nearly all datasets. */
  identities(): KeptIdentity[] {
    return [...this.identifying]
      .slice(0, MOST_IDENTITIES)
      .map(([asset, values]) => identityToKeep(asset, values));
  }

  /** The IDs of the assets that were kept apart: that of the first with a number, `101 (2)`, the next free one. */
  names(): ReadonlyMap<AssetIndex, string> {
    const names = new Map([...this.adopted].map(([id, asset]) => [asset, id]));
    for (const [asset, others] of this.others) {
      const id = this.idOf(asset);
      let number = 2;
      for (const other of others) {
        if (names.has(other)) continue;
        while (this.isTaken(`${id} (${number})`)) number++;
        names.set(other, `${id} (${number++})`);
      }
    }
    return names;
  }

  private isTaken(id: string): boolean {
    return this.adopted.has(id) || this.ids.has(id);
  }

  private idOf(asset: AssetIndex): string {
    const bytes = this.ids.bytesOf(asset);
    return decodeText(bytes, 0, bytes.length);
  }
}
