import { compareIps, type IpAddress } from '../../../identifiers/ip-address';
import { type IpRange, parseRange } from '../../../identifiers/ip-range';

interface Entry<T> {
  readonly range: IpRange;
  readonly value: T;
  readonly place: number;
}

/** Ranges of addresses with a value each, asked by address. */
export class RangeList<T> {
  /** By first address; `highest[i]` is the last address of the ranges up to `i`. */
  private readonly entries: readonly Entry<T>[];
  private readonly highest: IpAddress[] = [];

  /** `ranges` in the order of the settings; a text that is no range is left out, settings are checked before. */
  constructor(ranges: readonly (readonly [string, T])[]) {
    this.entries = ranges
      .flatMap(([text, value], place): Entry<T>[] => {
        const reading = parseRange(text);
        return reading.ok ? [{ range: reading.range, value, place }] : [];
      })
      .sort((a, b) => compareIps(a.range.first, b.range.first) || a.place - b.place);
    for (const { range } of this.entries) {
      const before = this.highest.at(-1);
      this.highest.push(before !== undefined && compareIps(before, range.last) > 0 ? before : range.last);
    }
  }

  get size(): number {
    return this.entries.length;
  }

  /**
   * The values of the ranges that hold the address, narrowest range first; of equally wide ones the first of
   * the settings (ours: as routers choose). Logarithmic, plus the ranges passed that reach over the address.
   */
  at(ip: IpAddress): T[] {
    let at = this.firstAfter(ip) - 1;
    const found: Entry<T>[] = [];
    for (; at >= 0 && compareIps(this.highest[at]!, ip) >= 0; at--) {
      const entry = this.entries[at]!;
      if (entry.range.contains(ip)) found.push(entry);
    }
    if (found.length > 1) found.sort((a, b) => compareWidths(a.range, b.range) || a.place - b.place);
    return found.map((entry) => entry.value);
  }

  private firstAfter(ip: IpAddress): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareIps(this.entries[middle]!.range.first, ip) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compareWidths(a: IpRange, b: IpRange): number {
  const first = width(a);
  const second = width(b);
  return first < second ? -1 : first > second ? 1 : 0;
}

function width(range: IpRange): bigint {
  return asInteger(range.last) - asInteger(range.first);
}

function asInteger(ip: IpAddress): bigint {
  if (ip.version === 4) return BigInt(ip.value);
  return ip.parts.reduce((sum, part) => sum * 65536n + BigInt(part), 0n);
}
