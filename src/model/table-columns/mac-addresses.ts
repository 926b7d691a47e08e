import type { ColumnDefinition } from './column';

export const macAddresses = {
  header: 'MAC Addresses',
  cells: { from: 'macs', field: 'macAddresses' },
  width: 148,
  fixed: true,
  print: 11,
  card: { report: 'line', page: 3 },
} as const satisfies ColumnDefinition;
