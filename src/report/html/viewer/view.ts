import type { Report } from './report';

/** Lines to scroll through: rows, and where they stand group after group a band before each. */
export interface View {
  readonly rows: Uint32Array;

  readonly lineCount: number;
  /** For each band the line it stands on, and its group. Empty without bands. */
  readonly bandLines: Uint32Array;
  readonly bandGroups: Uint32Array;
  readonly groupCount: number;
  /** The place of each shown group among the shown ones, along which the colours alternate. */
  readonly places: Uint32Array;
}

/** What stands on a line. */
export type Line =
  | { readonly kind: 'band'; readonly group: number; readonly shown: number }
  | { readonly kind: 'row'; readonly row: number };

export function makeView(report: Report, rows: Uint32Array, bands: boolean): View {
  const lines: number[] = [];
  const groups: number[] = [];
  const places = new Uint32Array(report.groups.length);
  for (let at = 0; at < rows.length; at++) {
    const group = report.groupOf[rows[at]!]!;
    places[group] = 1;
    if (!bands || groups.at(-1) === group) continue;
    lines.push(at + lines.length);
    groups.push(group);
  }
  let shown = 0;
  for (let group = 0; group < places.length; group++) if (places[group] === 1) places[group] = shown++;
  return {
    rows,
    lineCount: rows.length + lines.length,
    bandLines: Uint32Array.from(lines),
    bandGroups: Uint32Array.from(groups),
    groupCount: shown,
    places,
  };
}

/** How many bands stand on lines before `line`. */
export function bandsBefore({ bandLines }: View, line: number): number {
  let low = 0;
  let high = bandLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bandLines[middle]! < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function lineAt(view: View, line: number): Line {
  const before = bandsBefore(view, line);
  if (view.bandLines[before] !== line) return { kind: 'row', row: view.rows[line - before]! };
  const next = view.bandLines[before + 1] ?? view.lineCount;
  return { kind: 'band', group: view.bandGroups[before]!, shown: next - line - 1 };
}

/** Pixels: bands and rows each have one height, so that a line's place needs no measuring. */
export interface Heights {
  readonly row: number;
  readonly band: number;
}

export function topOf(view: View, line: number, heights: Heights): number {
  const bands = bandsBefore(view, line);
  return bands * heights.band + (line - bands) * heights.row;
}

/** The line that covers the pixel. */
export function lineAtPixel(view: View, pixel: number, heights: Heights): number {
  let low = 0;
  let high = Math.max(view.lineCount - 1, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(view, middle, heights) <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}
