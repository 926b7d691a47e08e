import type { ColumnDefinition } from './column';

export const operatingSystem = {
  header: 'Operating System',
  cells: { from: 'code', field: 'operatingSystem' },
  width: 160,
  print: 16,
  card: { report: 'line' },
} as const satisfies ColumnDefinition;
