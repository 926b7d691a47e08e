import type { EpochMilliseconds } from '../../../model/units';

/** Longer between two decisions is a pause, and does not count. */
const PAUSE = 5 * 60_000;
const LATEST = 40;
const FEWEST = 5;
const HOUR = 3_600_000;

/** Decisions an hour over the latest of this session, pauses left out. */
export class Pace {
  private readonly times: EpochMilliseconds[] = [];

  note(at: EpochMilliseconds): void {
    this.times.push(at);
    if (this.times.length > LATEST) this.times.shift();
  }

  /** `null` before there are five. */
  perHour(): number | null {
    if (this.times.length < FEWEST) return null;
    const gaps = this.times.slice(1).map((time, at) => time - this.times[at]!);
    const working = gaps.filter((gap) => gap <= PAUSE);
    const took = working.reduce((sum, gap) => sum + gap, 0);
    return took <= 0 ? null : Math.round((working.length / took) * HOUR);
  }
}
