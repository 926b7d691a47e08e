import type { ColumnDefinition } from './column';

export const address = {
  header: 'Address',
  cells: { from: 'text', field: 'address', order: 'address' },
  width: 116,
  fixed: true,
  print: 8,
  card: { report: 'half', page: 2 },
} as const satisfies ColumnDefinition;
