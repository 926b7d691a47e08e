import type { ColumnDefinition } from './column';

export const sharedValue = {
  header: 'Shared Value',
  cells: { from: 'value' },
  width: 168,
  print: null,
} as const satisfies ColumnDefinition;
