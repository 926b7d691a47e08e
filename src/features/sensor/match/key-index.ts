import type { RaggedList } from '../../../arrays/ragged-list';
import type { Watch } from '../../../model/progress';
import type { AssetIndex, EpochMilliseconds } from '../../../model/units';

/** Which assets have a key: those of key `k`, ordered by last seen (unknown last), then by asset id. */
export interface KeyIndex {
  readonly lists: RaggedList;
  readonly timing: Timing;
}

/** When assets were last seen and how their ids are ordered: what choosing among candidates needs. */
export interface Timing {
  readonly lastSeen: Float64Array;
  readonly ranks: Uint32Array;
  /** All assets by last seen (unknown last), then by asset id. */
  readonly order: Uint32Array;
  /** Each asset's place in `order`. */
  readonly places: Uint32Array;
}

/** Assets between two points at which other work may run: about 2 ms. */
const STEP = 16_384;

/**
 * Turns "keys of each asset" round, for `members`, which are in dataset order: then neighbours in memory are
 * read and written together, which takes a third of the time of going by last seen. Yields now and then, so
 * that the caller can pause.
 */
function* indexSteps(
  keys: RaggedList,
  keyCount: number,
  timing: Timing,
  members: Uint32Array,
): Generator<void, KeyIndex> {
  const starts = new Uint32Array(keyCount + 1);
  for (let from = 0; from < members.length; from += STEP) {
    for (const asset of members.subarray(from, from + STEP)) {
      for (let at = keys.starts[asset]!; at < keys.starts[asset + 1]!; at++) starts[keys.ids[at]! + 1]!++;
    }
    yield;
  }
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const ids = new Uint32Array(starts[keyCount]!);
  for (let from = 0; from < members.length; from += STEP) {
    for (const asset of members.subarray(from, from + STEP)) {
      for (let at = keys.starts[asset]!; at < keys.starts[asset + 1]!; at++) {
        ids[next[keys.ids[at]!]!++] = asset;
      }
    }
    yield;
  }
  for (let key = 0; key < keyCount; key++) {
    if (starts[key + 1]! - starts[key]! > 1) orderSlice(ids.subarray(starts[key], starts[key + 1]), timing);
    if (key % STEP === 0) yield;
  }
  return { lists: { ids, starts }, timing };
}

/** Puts the assets of one key into the order of `timing.order`, through their places there. */
function orderSlice(assets: Uint32Array, { places, order }: Timing): void {
  if (assets.length === 2) {
    const [a, b] = [assets[0]!, assets[1]!];
    if (places[a]! > places[b]!) assets.set([b, a]);
    return;
  }
  for (let at = 0; at < assets.length; at++) assets[at] = places[assets[at]!]!;
  assets.sort();
  for (let at = 0; at < assets.length; at++) assets[at] = order[assets[at]!]!;
}

/** The index, made at once. */
export function indexKeys(
  keys: RaggedList,
  keyCount: number,
  timing: Timing,
  members: Uint32Array,
): KeyIndex {
  const steps = indexSteps(keys, keyCount, timing, members);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The index, made with pauses. */
export async function indexKeysInSlices(
  keys: RaggedList,
  keyCount: number,
  timing: Timing,
  members: Uint32Array,
  watch: Watch,
): Promise<KeyIndex> {
  const steps = indexSteps(keys, keyCount, timing, members);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await watch.pause();
  }
}

/**
 * Among the assets of the key the one last seen nearest to `time`, then the one with the smaller id; -1 if
 * there is none. An unknown time is farther than any known one. Logarithmic, however many share the key.
 */
export function nearest(index: KeyIndex, key: number, time: EpochMilliseconds): AssetIndex {
  const { lists, timing } = index;
  const start = lists.starts[key]!;
  const stop = lists.starts[key + 1]!;
  if (start === stop) return -1;
  if (Number.isNaN(time)) return smallestId(lists, timing.ranks, start, stop);
  const at = firstNotBefore(index, start, stop, time);
  const after = at < stop ? lists.ids[at]! : -1;
  if (at === start) return after;
  const earlier = timing.lastSeen[lists.ids[at - 1]!]!;
  const before = lists.ids[firstNotBefore(index, start, at, earlier)]!;
  return closer(timing, time, before, after);
}

/** The nearer of two candidates; -1 stands for none. */
export function closer(
  timing: Timing,
  time: EpochMilliseconds,
  first: AssetIndex,
  second: AssetIndex,
): AssetIndex {
  if (first < 0 || second < 0) return Math.max(first, second);
  const near = distance(timing, time, first);
  const far = distance(timing, time, second);
  if (near !== far) return near < far ? first : second;
  return timing.ranks[first]! <= timing.ranks[second]! ? first : second;
}

/** Milliseconds between `time` and when the asset was last seen; infinite if either is unknown. */
export function distance(timing: Timing, time: EpochMilliseconds, asset: AssetIndex): number {
  const apart = Math.abs(timing.lastSeen[asset]! - time);
  return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
}

/** Keys shared by more assets than this are not searched further for an asset that meets a condition. */
const LOOKED_AT = 256;

/** As `nearest`, among those that `accepts`; looks at no more than the 256 nearest of each key. */
export function nearestWhere(
  index: KeyIndex,
  key: number,
  time: EpochMilliseconds,
  accepts: (asset: AssetIndex) => boolean,
): AssetIndex {
  const { ids, starts } = index.lists;
  const start = starts[key]!;
  const stop = starts[key + 1]!;
  const middle = Number.isNaN(time) ? start : firstNotBefore(index, start, stop, time);
  let best = -1;
  const from = Math.max(start, middle - LOOKED_AT / 2);
  const to = Math.min(stop, from + LOOKED_AT);
  for (let at = from; at < to; at++) {
    if (accepts(ids[at]!)) best = closer(index.timing, time, best, ids[at]!);
  }
  return best;
}

function firstNotBefore(index: KeyIndex, start: number, stop: number, time: number): number {
  const { lists, timing } = index;
  let low = start;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timing.lastSeen[lists.ids[middle]!]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Smallest ids already looked for, so that a key shared by all is walked through once. */
const smallest = new WeakMap<RaggedList, Map<number, AssetIndex>>();

function smallestId(lists: RaggedList, ranks: Uint32Array, start: number, stop: number): AssetIndex {
  const known = smallest.get(lists) ?? new Map<number, AssetIndex>();
  smallest.set(lists, known);
  const found = known.get(start);
  if (found !== undefined) return found;
  let best = lists.ids[start]!;
  for (let at = start; at < stop; at++) if (ranks[lists.ids[at]!]! < ranks[best]!) best = lists.ids[at]!;
  known.set(start, best);
  return best;
}
