/** Lists and wrappers that records may lie in. */
const MOST_LEVELS = 24;

/** A level is a list or an object. */
const OBJECT = 1;
/** Records were kept as members of the level: what else lies in it is taken for a record too. */
const HOLDS_RECORDS = 2;
/** From here on the number of the dialect that is expected below the level, plus one. */
const DIALECT = 4;

/** What may come next inside the innermost level. */
export const FIRST = 0;
export const VALUE = 1;
export const KEY = 2;
export const AFTER = 3;

/** The lists and wrappers that are open around the next record, and what is due in the innermost. */
export class Nesting {
  due = VALUE;
  private levels: number[];

  /** `levels`: those that lie around the first record; a record is due. */
  constructor(levels: readonly number[] = []) {
    this.levels = [...levels];
  }

  /** What the constructor takes. */
  get open(): readonly number[] {
    return this.levels;
  }

  get length(): number {
    return this.levels.length;
  }

  get inList(): boolean {
    return this.levels.length > 0 && (this.levels.at(-1)! & OBJECT) === 0;
  }

  /** Whether records were kept as members of the innermost level. */
  get holdsRecords(): boolean {
    return ((this.levels.at(-1) ?? 0) & HOLDS_RECORDS) !== 0;
  }

  /** The dialect that is expected here, -1 if none is. */
  get dialect(): number {
    const level = this.levels.findLast((one) => one >= DIALECT);
    return level === undefined ? -1 : Math.floor(level / DIALECT) - 1;
  }

  /** Whether a record may come next: behind a comma or another record, not as a list's first, which may be alone. */
  get recordDue(): boolean {
    return this.due === VALUE && (this.levels.length === 0 || this.inList);
  }

  get full(): boolean {
    return this.levels.length >= MOST_LEVELS;
  }

  /** Whether lists and wrappers of the same kinds are open, whatever they hold. */
  isLike(levels: readonly number[]): boolean {
    const same = (level: number, at: number) => ((level ^ levels[at]!) & ~HOLDS_RECORDS) === 0;
    return levels.length === this.levels.length && this.levels.every(same);
  }

  noteRecord(): void {
    const last = this.levels.length - 1;
    if (last >= 0) this.levels[last]! |= HOLDS_RECORDS;
  }

  openList(): void {
    this.levels.push(0);
    this.due = FIRST;
  }

  /** Opens a wrapper whose first key was read already. */
  enter(): void {
    this.levels.push(OBJECT);
  }

  /** Takes back `enter`. */
  leave(): void {
    this.levels.pop();
  }

  /** Says which dialect is expected below the innermost level. */
  expect(dialect: number): void {
    const last = this.levels.length - 1;
    if (last >= 0) this.levels[last] = (this.levels[last]! & (DIALECT - 1)) + DIALECT * (dialect + 1);
  }

  close(): void {
    this.levels.pop();
    this.ended();
    if (this.levels.length === 0) this.due = VALUE;
  }

  /** A record or value has ended. */
  ended(): void {
    if (this.levels.length > 0) this.due = AFTER;
  }

  /** Reading goes on behind a broken record: at the next record, or behind the broken one. */
  resume(due: 'after' | 'value'): void {
    this.due = due === 'value' || this.levels.length === 0 ? VALUE : AFTER;
  }

  /** Leaves all of them; answers what `restore` takes. */
  abandon(): number[] {
    return this.levels.splice(0);
  }

  restore(levels: number[]): void {
    this.levels = levels;
  }
}
