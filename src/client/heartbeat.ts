/** How often a worker with open calls is asked for a sign of life. */
const TICK_MS = 2_000;
/**
 * Ticks without an answer after which it is taken for dead: half a minute of silence. The engine answers
 * between slices of some ten milliseconds; its longest single step (SheetJS on a large sheet) takes seconds.
 */
const TICKS_ALLOWED = 15;
/** As `TICKS_ALLOWED`, for the first sign of one that had nothing to do: nothing can stand before the question. */
const TICKS_ALLOWED_IDLE = 4;

export interface Heartbeat {
  /**
   * Asks for signs of life until `stop`; at once of a worker that is idle, before it is given something to do. Does
   * nothing if it is on already.
   */
  start(idle: boolean): void;
  stop(): void;
}

/**
 * Notices a worker that is gone without an event, as after running out of memory. Counts the page's own
 * ticks, never the clock: in a background tab (one tick a minute) or after the machine slept it only gets
 * slower, and a worker that sleeps with its page is not taken for dead.
 */
export function createHeartbeat(ping: () => Promise<unknown>, onSilent: () => void): Heartbeat {
  let timer: ReturnType<typeof setInterval> | null = null;
  let asked = false;
  let missed = 0;
  let allowed = TICKS_ALLOWED;
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const ask = () => {
    asked = true;
    missed = 0;
    ping().then(
      () => {
        asked = false;
        allowed = TICKS_ALLOWED;
      },
      () => undefined,
    );
  };
  const tick = () => {
    if (!asked) return ask();
    missed++;
    if (missed < allowed) return;
    stop();
    onSilent();
  };
  return {
    start: (idle) => {
      if (timer !== null) return;
      missed = 0;
      timer = setInterval(tick, TICK_MS);
      if (!idle) return;
      allowed = TICKS_ALLOWED_IDLE;
      if (!asked) ask();
    },
    stop,
  };
}
