import type { ColumnDefinition } from './column';

export const netbiosName = {
  header: 'NetBIOS Name',
  cells: { from: 'text', field: 'netbiosName', order: 'natural' },
  width: 136,
  print: 8,
  card: { report: 'line' },
} as const satisfies ColumnDefinition;
