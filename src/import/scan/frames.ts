/** Lists and wrappers that records may lie in. */
const MOST_FRAMES = 12;

const LIST = 0;
const OBJECT = 1;

/** What may come next inside the innermost frame. */
export const FIRST = 0;
export const VALUE = 1;
export const KEY = 2;
export const AFTER = 3;

/** The lists and wrappers that are open around the next record, and what is due in the innermost. */
export class Frames {
  due = VALUE;
  private frames: number[];

  /** `frames`: those that lie around the first record; a record is due. */
  constructor(frames: readonly number[] = []) {
    this.frames = [...frames];
  }

  /** What the constructor takes. */
  get open(): readonly number[] {
    return this.frames;
  }

  get length(): number {
    return this.frames.length;
  }

  get inList(): boolean {
    return this.frames.at(-1) === LIST;
  }

  /** Whether a record may come next: behind a comma or another record, not as a list's first, which may be alone. */
  get recordDue(): boolean {
    return this.due === VALUE && (this.frames.length === 0 || this.inList);
  }

  get full(): boolean {
    return this.frames.length >= MOST_FRAMES;
  }

  openList(): void {
    this.frames.push(LIST);
    this.due = FIRST;
  }

  /** Opens a wrapper whose first key was read already. */
  enter(): void {
    this.frames.push(OBJECT);
  }

  /** Takes back `enter`. */
  leave(): void {
    this.frames.pop();
  }

  close(): void {
    this.frames.pop();
    this.ended();
    if (this.frames.length === 0) this.due = VALUE;
  }

  /** A record or value has ended. */
  ended(): void {
    if (this.frames.length > 0) this.due = AFTER;
  }

  /** Reading goes on behind a broken record: at the next record, or behind the broken one. */
  resume(due: 'after' | 'value'): void {
    this.due = due === 'value' || this.frames.length === 0 ? VALUE : AFTER;
  }

  /** Leaves all of them; answers what `restore` takes. */
  abandon(): number[] {
    return this.frames.splice(0);
  }

  restore(frames: number[]): void {
    this.frames = frames;
  }
}
