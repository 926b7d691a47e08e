import type { Watch } from '../model/progress';

/** Milliseconds that a step may run before others get their turn. */
const SLICE = 8;

/** Cuts a long step into slices: lets other work run, tells how far the step is, and ends it when cancelled. */
export class Slices {
  #since = performance.now();
  #total: number;
  #done = 0;

  /** `total`: how many assets the whole detection looks at, each once for each rule. */
  constructor(
    readonly watch: Watch,
    total: number,
  ) {
    this.#total = total;
    this.#report();
  }

  /** Counts assets that are done and pauses if the slice is over. Call it every few thousand assets. */
  async next(done = 0): Promise<void> {
    this.#done += done;
    if (performance.now() - this.#since < SLICE) return;
    this.#report();
    await this.watch.pause();
    this.#since = performance.now();
  }

  #report(): void {
    const done = Math.min(this.#done, this.#total);
    this.watch.report({ phase: 'Finding duplicates', done, total: this.#total, unit: 'assets' });
  }
}
