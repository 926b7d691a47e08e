import type { ColumnDefinition } from './column';

export const lastActivity = {
  header: 'Last Activity',
  cells: { from: 'lastActivity', field: 'sources' },
  width: 150,
  print: 8,
  card: { report: 'line', page: 5 },
} as const satisfies ColumnDefinition;
