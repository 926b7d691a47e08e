/** What the arrays are for; each name is one array. */
type Use =
  | 'hashes'
  | 'repeat filter'
  | 'candidates'
  | 'part hashes'
  | 'part candidates'
  | 'equal keys'
  | 'numbers'
  | 'firsts'
  | 'sizes'
  | 'last assets'
  | 'members';

/**
 * Arrays in which the rules work one after the other. Memory that is touched for the first time costs 0.6 ms a
 * megabyte: fresh arrays for every rule were a tenth of detection at a million assets.
 */
export class Scratch {
  readonly #arrays = new Map<Use, Uint32Array>();

  /** The array for that use, at least so long that it has `length`, with whatever the use before left in it. */
  take(use: Use, length: number): Uint32Array {
    let array = this.#arrays.get(use);
    if (array === undefined || array.length < length) {
      // A quarter more, since the next rule may well have some more.
      array = new Uint32Array(length + (length >>> 2));
      this.#arrays.set(use, array);
    }
    return array.subarray(0, length);
  }

  /** The same, with zeros in it. */
  takeZeros(use: Use, length: number): Uint32Array {
    return this.take(use, length).fill(0);
  }
}
