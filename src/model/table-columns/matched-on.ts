import type { ColumnDefinition } from './column';

export const matchedOn = {
  header: 'Matched On',
  cells: { from: 'rule' },
  width: 120,
  print: null,
} as const satisfies ColumnDefinition;
