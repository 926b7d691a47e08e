import type { ColumnDefinition } from './column';

export const assetId = {
  header: 'Asset ID',
  cells: { from: 'text', field: 'assetId', order: 'number' },
  width: 96,
  fixed: true,
  print: 8,
  card: { report: 'id' },
} as const satisfies ColumnDefinition;
