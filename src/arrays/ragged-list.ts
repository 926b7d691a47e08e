/** Several numbers for each of many owners: owner `i` has `ids[starts[i] … starts[i + 1])`, without repeats. */
export interface RaggedList {
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
}

/** The owner's numbers as a view. */
export function listOf(lists: RaggedList, owner: number): Uint32Array {
  return lists.ids.subarray(lists.starts[owner]!, lists.starts[owner + 1]!);
}

/** Whether the owner has any. */
export function hasAny(lists: RaggedList, owner: number): boolean {
  return lists.starts[owner + 1]! > lists.starts[owner]!;
}

/** The numbers that both owners have, in the order of the first. */
export function sharedIds(lists: RaggedList, first: number, second: number): number[] {
  const of = new Set(listOf(lists, second));
  return [...listOf(lists, first)].filter((id) => of.has(id));
}

/** From how many numbers on a set finds repeats faster than a loop. */
const MANY = 16;

/** Fills `RaggedList` owner after owner: `add` as often as needed, then `close`. */
export class RaggedListBuilder {
  private ids: Uint32Array;
  private used = 0;
  private owner = 0;
  private readonly starts: Uint32Array;

  constructor(owners: number) {
    this.ids = new Uint32Array(Math.max(16, owners));
    this.starts = new Uint32Array(owners + 1);
  }

  add(id: number): void {
    if (this.used === this.ids.length) {
      const larger = new Uint32Array(this.ids.length * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.used++] = id;
  }

  /** Ends the present owner's list and drops its repeats. */
  close(): void {
    const start = this.starts[this.owner]!;
    if (this.used - start > 1) this.dropRepeats(start);
    this.starts[++this.owner] = this.used;
  }

  finish(): RaggedList {
    return { ids: this.ids.slice(0, this.used), starts: this.starts };
  }

  private dropRepeats(start: number): void {
    const { ids } = this;
    const end = this.used;
    const seen = end - start > MANY ? new Set<number>() : null;
    let kept = start;
    for (let at = start; at < end; at++) {
      const id = ids[at]!;
      if (seen === null ? occurs(ids, start, kept, id) : seen.has(id)) continue;
      seen?.add(id);
      ids[kept++] = id;
    }
    this.used = kept;
  }
}

function occurs(ids: Uint32Array, start: number, end: number, id: number): boolean {
  for (let at = start; at < end; at++) if (ids[at] === id) return true;
  return false;
}
