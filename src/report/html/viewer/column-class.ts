import type { ReportColumn } from '../blocks';

/** The classes of a column's head and of each of its cells: what hides or shapes one does so to the other. */
export function columnClass({ id, fixed, print, card }: ReportColumn): string {
  const classes = [id];
  if (fixed) classes.push('fixed');
  if (print === null) classes.push('not-printed');
  classes.push(card === null ? 'no-card' : `card-${card}`);
  return classes.join(' ');
}
