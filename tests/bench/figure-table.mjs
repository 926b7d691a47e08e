/** What the bench found: one line for each figure, with the goal beside it. */
export class FigureTable {
  #lines = [];

  /** @param met true, false, or null where there is no goal */
  add(on, figure, measured, goal = '', met = null) {
    this.#lines.push([on, figure, measured, goal, met === null ? '' : met ? 'met' : 'MISSED']);
  }

  /** A ratio with the most, or the least, that it may be. */
  ratio(on, figure, value, { most, least }, detail) {
    const goal = most === undefined ? `at least ${least}×` : `at most ${Number(most.toFixed(2))}×`;
    const met = most === undefined ? value >= least : value <= most;
    this.add(on, figure, `${value.toFixed(value < 10 ? 2 : 1)}× (${detail})`, goal, met);
  }

  /** Something that could not be measured, and why. */
  note(on, why) {
    this.add(on, why, '');
  }

  text() {
    const all = [['on', 'figure', 'measured', 'goal', ''], ...this.#lines];
    const widths = all[0].map((_, at) => Math.max(...all.map((line) => line[at].length)));
    const shown = all.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`);
    shown.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
    return shown.join('\n');
  }
}

/** The middle of an odd number of values. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** How often each thing is measured; the median counts. One run gives a first look. */
export const RUNS = Number(process.env.DOUBLET_BENCH_RUNS ?? 3);
