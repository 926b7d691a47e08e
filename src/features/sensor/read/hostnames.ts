import { type RaggedList, RaggedListBuilder } from '../../../arrays/ragged-list';
import { TextInterner } from '../../../arrays/text-interner';
import { canonicalDnsName } from '../../../identifiers/hostname';
import { canonicalIp } from '../../../identifiers/ip-address';
import { itemStart, itemStop, type TextColumn, type TextListColumn } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import { decodeText, encodeText } from '../../../model/text';
import type { AssetIndex } from '../../../model/units';
import { eachInSlices } from '../time-slice';

/** The distinct host names of a dataset and which of them each asset has. */
export interface Hostnames {
  readonly table: TextInterner;
  readonly ofAsset: RaggedList;
}

/**
 * Host names are `dnsName`, `fqdn`, `netbiosName`, an interface's `hostname` and `assetName`; trimmed,
 * lower-case, one trailing dot removed (sensor criteria, "Terms"). An asset without a name is often called by
 * its IP address: an address is never a host name.
 */
export async function readHostnames(dataset: Dataset, watch: Watch): Promise<Hostnames> {
  const { dnsName, fqdn, netbiosName, assetName, interfaceHostnames } = dataset.columns;
  const names = new NameReader();
  const lists = new RaggedListBuilder(dataset.size);
  const add = (bytes: Uint8Array, start: number, end: number) => {
    const name = names.read(bytes, start, end);
    if (name >= 0) lists.add(name);
  };
  await eachInSlices(dataset.size, watch, 'Reading host names', (asset) => {
    for (const column of [dnsName, fqdn, netbiosName, assetName]) addText(column, asset, add);
    addTexts(interfaceHostnames, asset, add);
    lists.close();
  });
  return { table: names.table, ofAsset: lists.finish() };
}

type AddBytes = (bytes: Uint8Array, start: number, end: number) => void;

export function addText(column: TextColumn, asset: AssetIndex, add: AddBytes): void {
  const start = itemStart(column.ends, asset);
  const stop = itemStop(column.ends, asset);
  if (stop > start) add(column.bytes, start, stop);
}

export function addTexts(column: TextListColumn, asset: AssetIndex, add: AddBytes): void {
  const stop = itemStop(column.stops, asset);
  for (let item = itemStart(column.stops, asset); item < stop; item++) {
    add(column.bytes, itemStart(column.ends, item), itemStop(column.ends, item));
  }
}

/** Canonical names from bytes, without making a string of an ASCII name that is known already. */
export class NameReader {
  readonly table = new TextInterner();
  private readonly isAddress: boolean[] = [];
  private scratch = new Uint8Array(256);

  /** The name's number, -1 for a blank and for an IP address. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const length = this.lower(bytes, start, end);
    const name = length >= 0 ? this.intern(this.scratch, length) : this.readText(bytes, start, end);
    return name < 0 || this.isAddress[name] ? -1 : name;
  }

  private readText(bytes: Uint8Array, start: number, end: number): number {
    const name = encodeText(canonicalDnsName(decodeText(bytes, start, end)));
    return this.intern(name, name.length);
  }

  private intern(bytes: Uint8Array, length: number): number {
    if (length === 0) return -1;
    const name = this.table.intern(bytes, 0, length);
    if (name === this.isAddress.length) this.isAddress.push(canonicalIp(this.table.text(name)) !== null);
    return name;
  }

  /** `canonicalDnsName` on ASCII bytes, into `scratch`; -1 if they are not ASCII. */
  private lower(bytes: Uint8Array, start: number, end: number): number {
    let from = start;
    let to = end;
    while (from < to && isBlank(bytes[from]!)) from++;
    while (to > from && isBlank(bytes[to - 1]!)) to--;
    if (to - from > this.scratch.length) this.scratch = new Uint8Array((to - from) * 2);
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte > 127) return -1;
      this.scratch[at - from] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    }
    return to > from && bytes[to - 1] === 46 ? to - from - 1 : to - from;
  }
}

/** What `String.trim` takes off, as far as it is ASCII. */
function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
