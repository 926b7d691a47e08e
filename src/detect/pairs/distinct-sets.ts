/** Sets of whole numbers: set `i` is `ids[stops[i-1] … stops[i])`, ascending, each below `elements`. */
export interface Signatures {
  readonly elements: number;
  readonly stops: Uint32Array;
  readonly ids: Uint32Array;
}

/** Sets that all differ, and how many times each was there. */
export interface DistinctSets extends Signatures {
  readonly weights: Uint32Array;
}

/** The sets that have an element. */
export function withoutEmptySets({ elements, stops, ids }: Signatures): Signatures {
  const filled = stops.filter((stop, set) => stop !== (set === 0 ? 0 : stops[set - 1]));
  return { elements, stops: filled, ids };
}

/** Puts equal sets together. */
export function distinctSets({ elements, stops, ids }: Signatures): DistinctSets {
  const mask = 2 ** (Math.ceil(Math.log2(stops.length + 1)) + 1) - 1;
  const table = new Uint32Array(mask + 1);
  const weights = new Uint32Array(stops.length);
  const newStops = new Uint32Array(stops.length);
  const newIds = new Uint32Array(ids.length);
  let count = 0;
  let length = 0;
  for (let set = 0; set < stops.length; set++) {
    const start = set === 0 ? 0 : stops[set - 1]!;
    const size = stops[set]! - start;
    let slot = hashOf(ids, start, stops[set]!) & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const other = table[slot]! - 1;
      const from = other === 0 ? 0 : newStops[other - 1]!;
      if (newStops[other]! - from === size && sameIds(newIds, from, ids, start, size)) break;
    }
    if (table[slot] === 0) {
      for (let at = 0; at < size; at++) newIds[length++] = ids[start + at]!;
      newStops[count++] = length;
      table[slot] = count;
    }
    weights[table[slot]! - 1]!++;
  }
  return {
    elements,
    stops: newStops.subarray(0, count),
    ids: newIds.subarray(0, length),
    weights: weights.subarray(0, count),
  };
}

function hashOf(ids: Uint32Array, start: number, stop: number): number {
  let hash = stop - start;
  for (let at = start; at < stop; at++) {
    hash = Math.imul(hash ^ ids[at]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function sameIds(a: Uint32Array, atA: number, b: Uint32Array, atB: number, size: number): boolean {
  for (let at = 0; at < size; at++) if (a[atA + at] !== b[atB + at]) return false;
  return true;
}
