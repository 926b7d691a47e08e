import { INDEXED, MOST_HOLDERS, type SharedValues } from '../records/shared-values';

/** Pairs of records that share at least one value, each once, in order: the smaller record first. */
export interface CandidatePairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/**
 * Pairs worth a comparison: those within groups of at most `MOST_HOLDERS` records. In larger groups the value alone
 * decides nothing, and two of its holders that are one machine share another value as well.
 */
export function candidatePairs(shared: SharedValues, size: number): CandidatePairs {
  let keys = new Float64Array(1024);
  let length = 0;
  for (const kind of INDEXED) {
    const { starts, members, groups } = shared.by[kind];
    for (let group = 0; group < groups; group++) {
      const start = starts[group]!;
      const stop = starts[group + 1]!;
      if (stop - start > MOST_HOLDERS) continue;
      for (let at = start; at < stop; at++) {
        for (let other = at + 1; other < stop; other++) {
          const a = Math.min(members[at]!, members[other]!);
          const b = Math.max(members[at]!, members[other]!);
          if (a === b) continue;
          if (length === keys.length) {
            const larger = new Float64Array(keys.length * 2);
            larger.set(keys);
            keys = larger;
          }
          keys[length++] = a * size + b;
        }
      }
    }
  }
  const sorted = keys.subarray(0, length).sort();
  let distinct = 0;
  for (let at = 0; at < length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[distinct++] = sorted[at]!;
  const first = new Uint32Array(distinct);
  const second = new Uint32Array(distinct);
  for (let at = 0; at < distinct; at++) {
    first[at] = Math.floor(sorted[at]! / size);
    second[at] = sorted[at]! % size;
  }
  return { first, second };
}
