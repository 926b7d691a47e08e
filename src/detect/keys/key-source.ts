import type { Hasher } from '../equal-values/hash';
import type { IgnoreFilter } from '../ignored/ignore-filter';

/** Where the bytes of a key stand until the next key is asked for. */
export interface KeyBytes {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** The keys of a rule, as they stand in the dataset's column. */
export interface KeySource {
  /** How many there are. */
  readonly count: number;
  /**
   * Writes the hashes of the keys from `first` to before `last`, 0 where there is none, and notes those that may be ignored.
   * Answers how many there are.
   */
  hash(hasher: Hasher, hashes: Uint32Array, first: number, last: number, ignoreFilter: IgnoreFilter): number;
  /** Whether two keys are equal. */
  same(a: number, b: number): boolean;
  /** The key's canonical bytes: text as UTF-8, a MAC address as twelve digits. */
  bytesOf(key: number): KeyBytes;
}

/** Which keys the list of ignored values may name. */
export interface IgnoredTests {
  /** Asked for every key, so they must be quick. */
  readonly mac: ((mac: number) => boolean) | null;
  readonly address: ((bytes: Uint8Array, start: number, end: number) => boolean) | null;
  /** Notes the hashes of values on the list that these do not see. */
  alert(ignoreFilter: IgnoreFilter, hasher: Hasher): void;
}
