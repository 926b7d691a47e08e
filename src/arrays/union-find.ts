/**
 * Disjoint sets of the numbers from 0 to before `size`. The smallest number of a set is its root, so the result does
 * not depend on the order of joins.
 */
export class UnionFind {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = new Uint32Array(size);
    for (let item = 0; item < size; item++) this.#parents[item] = item;
  }

  /** The smallest number of the item's set. */
  root(item: number): number {
    const parents = this.#parents;
    let at = item;
    while (parents[at] !== at) {
      // Path halving keeps paths short whatever the order of joins.
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  /** Makes one set of the sets of both. */
  join(a: number, b: number): void {
    const first = this.root(a);
    const second = this.root(b);
    if (first < second) this.#parents[second] = first;
    else this.#parents[first] = second;
  }
}
