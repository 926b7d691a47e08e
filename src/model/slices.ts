import type { Watch } from './progress';

/** Milliseconds of work between two pauses, so that the worker answers the page meanwhile. */
const SLICE = 8;

/** Cuts a long step into slices: `await slices.rest()` pauses only when the slice is used up. */
export class Slices {
  private began = performance.now();

  constructor(readonly watch: Watch) {}

  /** Whether it is time to pause: for inner loops that would rather not await. */
  get due(): boolean {
    return performance.now() - this.began > SLICE;
  }

  /** Pauses if the slice is used up. Rejects with `CancelledError` once the person has cancelled. */
  async rest(): Promise<void> {
    if (!this.due) return;
    await this.watch.pause();
    this.began = performance.now();
  }
}
