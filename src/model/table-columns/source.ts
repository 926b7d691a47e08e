import type { ColumnDefinition } from './column';

export const source = {
  header: 'Source',
  cells: { from: 'sourceNames', field: 'sources' },
  width: 124,
  print: 11,
  card: { report: 'line', page: 4 },
} as const satisfies ColumnDefinition;
