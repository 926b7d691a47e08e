import type { Watch } from '../../model/progress';

/** Milliseconds between two pauses: short enough that the worker answers the page at once. */
const SLICE = 8;
/** Turns between two looks at the clock; a turn takes well under 20 µs. */
const TURNS = 256;

/** Does `turn` for 0 … `size` - 1, pausing and reporting on the way. */
export async function eachInSlices(
  size: number,
  watch: Watch,
  phase: string,
  turn: (index: number) => void,
): Promise<void> {
  let until = performance.now() + SLICE;
  for (let from = 0; from < size; from += TURNS) {
    const to = Math.min(size, from + TURNS);
    for (let index = from; index < to; index++) turn(index);
    if (performance.now() < until) continue;
    watch.report({ phase, done: to, total: size, unit: 'assets' });
    await watch.pause();
    until = performance.now() + SLICE;
  }
}
