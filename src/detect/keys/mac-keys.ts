import type { MacListColumn } from '../../model/columns';
import { type Hasher, hashMac } from '../equal-values/hash';
import type { IgnoreFilter } from '../ignored/ignore-filter';
import type { KeyBytes, KeySource } from './key-source';

/** MAC addresses as keys. */
export class MacKeys implements KeySource {
  readonly count: number;
  readonly #macs: Float64Array;
  readonly #mayBeIgnored: ((mac: number) => boolean) | null;
  readonly #digits: KeyBytes = { bytes: new Uint8Array(12), start: 0, end: 12 };

  constructor({ values }: MacListColumn, mayBeIgnored: ((mac: number) => boolean) | null) {
    this.count = values.length;
    this.#macs = values;
    this.#mayBeIgnored = mayBeIgnored;
  }

  hash(hasher: Hasher, hashes: Uint32Array, first: number, last: number, ignoreFilter: IgnoreFilter): number {
    const macs = this.#macs;
    const mayBeIgnored = this.#mayBeIgnored;
    for (let key = first; key < last; key++) {
      const mac = macs[key]!;
      const hash = hashMac(hasher, mac);
      hashes[key] = hash;
      if (mayBeIgnored?.(mac)) ignoreFilter.add(hash);
    }
    return last - first;
  }

  same(a: number, b: number): boolean {
    return this.#macs[a] === this.#macs[b];
  }

  bytesOf(key: number): KeyBytes {
    const digits = this.#digits.bytes;
    const mac = this.#macs[key]!;
    let low = mac % 0x1000000;
    let high = (mac - low) / 0x1000000;
    for (let digit = 5; digit >= 0; digit--) {
      digits[digit] = hexDigit(high & 15);
      digits[digit + 6] = hexDigit(low & 15);
      high >>>= 4;
      low >>>= 4;
    }
    return this.#digits;
  }
}

function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}
