import type { ColumnDefinition } from './column';

export const assetName = {
  header: 'Asset Name',
  cells: { from: 'text', field: 'assetName', order: 'natural' },
  width: 136,
  print: 8,
  card: { report: 'title' },
} as const satisfies ColumnDefinition;
