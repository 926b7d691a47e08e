import type { Strength } from '../../../model/judgement';
import type { Records } from '../records/records';
import { isVerdict, type JudgedPairs, joiningOrder } from './judged-pairs';

/** Records joined to machines. */
export interface Joined {
  /** The set of each record: the number of one of its records. */
  readonly setOf: Uint32Array;
  /** Strength of each set, by its number; 0 weak, 1 likely, 2 strong. */
  readonly strength: Uint8Array;
}

export const STRENGTHS: readonly Strength[] = ['weak', 'likely', 'strong'];

/**
 * Joins the strongest pairs first, and never two sets with a conflict between them: neither by a pair that was
 * compared nor by the identifiers of which a machine has one.
 */
export function joinRecords(records: Records, pairs: JudgedPairs): Joined {
  const sets = new ConflictFreeSets(records, pairs);
  for (const pair of joiningOrder(records, pairs)) {
    sets.join(pairs.first[pair]!, pairs.second[pair]!, isVerdict(pairs, pair, 'strong') ? 2 : 1);
  }
  joinWeakPairs(records, pairs, sets);
  return sets.result();
}

/**
 * A weak pair is a set for a look where it is unambiguous: two records that stand in no machine, whose only weak
 * partners they are of each other, and whose names and adapters do not disagree.
 */
function joinWeakPairs(records: Records, pairs: JudgedPairs, sets: ConflictFreeSets): void {
  const partners = new Uint32Array(records.size);
  const isWeak = (pair: number) => isVerdict(pairs, pair, 'weak');
  for (let pair = 0; pair < pairs.first.length; pair++) {
    if (!isWeak(pair)) continue;
    partners[pairs.first[pair]!]!++;
    partners[pairs.second[pair]!]!++;
  }
  for (let pair = 0; pair < pairs.first.length; pair++) {
    const a = pairs.first[pair]!;
    const b = pairs.second[pair]!;
    if (!isWeak(pair) || pairs.disagrees[pair] === 1 || pairs.sums[pair]! < LEAST_WEAK) continue;
    if (partners[a] === 1 && partners[b] === 1 && sets.isAlone(a) && sets.isAlone(b)) sets.join(a, b, 0);
  }
}

/** A weak set needs as much as one short name; less is a shared address. */
const LEAST_WEAK = 20;

class ConflictFreeSets {
  private readonly parent: Uint32Array;
  private readonly sizes: Uint32Array;
  private readonly strength: Uint8Array;
  /** Identifiers of each set: a set holds at most one of each. */
  private readonly uuid: Float64Array;
  private readonly serial: Float64Array;
  private readonly cloud: Float64Array;
  private readonly livingAgent: Float64Array;
  private readonly agent: Float64Array;
  /** Records in conflict with those of a set, by its root; only sets that have one. */
  private readonly conflicts = new Map<number, Set<number>>();

  constructor(records: Records, pairs: JudgedPairs) {
    const { size } = records;
    this.parent = Uint32Array.from({ length: size }, (_, record) => record);
    this.sizes = new Uint32Array(size).fill(1);
    this.strength = new Uint8Array(size).fill(2);
    this.uuid = records.uuid.slice();
    this.serial = records.bareSerial.slice();
    this.cloud = records.cloud.slice();
    this.agent = records.agent.slice();
    this.livingAgent = records.agent.map((agent, record) => (records.alive[record] === 1 ? agent : 0));
    for (let pair = 0; pair < pairs.first.length; pair++) {
      if (!isVerdict(pairs, pair, 'conflict')) continue;
      this.conflictsOf(pairs.first[pair]!).add(pairs.second[pair]!);
      this.conflictsOf(pairs.second[pair]!).add(pairs.first[pair]!);
    }
  }

  join(a: number, b: number, strength: number): void {
    let to = this.root(a);
    let from = this.root(b);
    if (to === from || this.inConflict(to, from)) return;
    if (this.sizes[to]! < this.sizes[from]!) [to, from] = [from, to];
    this.parent[from] = to;
    this.sizes[to]! += this.sizes[from]!;
    this.strength[to] = Math.min(this.strength[to]!, this.strength[from]!, strength);
    for (const values of [this.uuid, this.serial, this.cloud, this.livingAgent, this.agent])
      values[to] ||= values[from]!;
    const moved = this.conflicts.get(from);
    if (moved === undefined) return;
    for (const record of moved) this.conflictsOf(to).add(record);
    this.conflicts.delete(from);
  }

  isAlone(record: number): boolean {
    return this.sizes[this.root(record)] === 1;
  }

  result(): Joined {
    return { setOf: this.parent.map((_, record) => this.root(record)), strength: this.strength };
  }

  private inConflict(a: number, b: number): boolean {
    const differ = (values: Float64Array) => values[a] !== 0 && values[b] !== 0 && values[a] !== values[b];
    const repaired =
      !differ(this.serial) && this.serial[a] !== 0 && this.agent[a] !== 0 && this.agent[a] === this.agent[b];
    if (differ(this.cloud) || differ(this.livingAgent) || differ(this.serial)) return true;
    if (differ(this.uuid) && !repaired) return true;
    const [small, large] = this.sizes[a]! < this.sizes[b]! ? [a, b] : [b, a];
    const against = this.conflicts.get(large);
    const others = this.conflicts.get(small);
    if (against === undefined || others === undefined) return false;
    for (const record of others) if (this.root(record) === large) return true;
    return false;
  }

  private conflictsOf(root: number): Set<number> {
    const known = this.conflicts.get(root);
    if (known !== undefined) return known;
    const made = new Set<number>();
    this.conflicts.set(root, made);
    return made;
  }

  private root(record: number): number {
    let at = record;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}
