/** The steps whose time can be read off the worker's performance timeline, by the browser's tools and `npm run bench`. */
export type MeasuredStep = 'import' | 'detection' | 'keeping' | 'keeping the result' | 'reading back';

/** Does a step and leaves how long it took as a measure named `doublet <step>`; nothing is left of one that failed. */
export async function measure<T>(step: MeasuredStep, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const done = await work();
  performance.measure(`doublet ${step}`, { start });
  return done;
}
