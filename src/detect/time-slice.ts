import type { Watch } from '../model/progress';
import { Slices as PlainSlices } from '../model/slices';

/** Cuts detection into slices: lets other work run, tells how far it is, and ends it when cancelled. */
export class Slices extends PlainSlices {
  #total: number;
  #done = 0;

  /** `total`: how many assets the whole detection looks at, each once for each rule. */
  constructor(watch: Watch, total: number) {
    super(watch);
    this.#total = total;
    this.#report();
  }

  /** Counts assets that are done and pauses if the slice is over. Call it every few thousand assets. */
  async next(done = 0): Promise<void> {
    this.#done += done;
    if (!this.due) return;
    this.#report();
    await this.rest();
  }

  #report(): void {
    const done = Math.min(this.#done, this.#total);
    this.watch.report({ phase: 'Finding duplicates', done, total: this.#total, unit: 'assets' });
  }
}
