import type { ColumnDefinition } from './column';

export const cluster = {
  header: 'Cluster',
  cells: { from: 'clusterNumber' },
  width: 76,
  print: null,
} as const satisfies ColumnDefinition;
