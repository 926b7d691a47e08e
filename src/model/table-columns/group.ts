import type { ColumnDefinition } from './column';

export const group = {
  header: 'Group',
  cells: { from: 'groupNumber' },
  width: 72,
  print: 5.5,
  card: { report: 'half' },
} as const satisfies ColumnDefinition;
