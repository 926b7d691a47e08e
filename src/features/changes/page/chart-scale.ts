/** Where a point of a chart stands. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Room at the sides for whole points, above for the number of the scale, below for the axis. */
const SIDE = 12;
const ABOVE = 24;
const BELOW = 14;

/** The upper end of a scale that begins at 0: the least of 1, 2, 2.5 or 5 times a power of ten that holds all values. */
export function topOfScale(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= most) ?? 10;
  return Math.ceil(factor * power);
}

/** Places by time from left to right; where all times are the same, evenly. */
export function placePoints(
  points: readonly { readonly at: number; readonly value: number }[],
  top: number,
  { width, height }: { readonly width: number; readonly height: number },
): Place[] {
  const times = points.map(({ at }) => at);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const share = (at: number, index: number) => {
    if (to > from) return (at - from) / (to - from);
    return points.length === 1 ? 0.5 : index / (points.length - 1);
  };
  return points.map(({ at, value }, index) => ({
    x: round(SIDE + share(at, index) * (width - 2 * SIDE)),
    y: round(height - BELOW - (value / top) * (height - ABOVE - BELOW)),
  }));
}

/** The line through the points, as the `d` of a path. */
export function linePath(places: readonly Place[]): string {
  return places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
