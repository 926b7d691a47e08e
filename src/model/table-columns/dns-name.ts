import type { ColumnDefinition } from './column';

export const dnsName = {
  header: 'DNS Name',
  cells: { from: 'text', field: 'dnsName', order: 'natural' },
  width: 260,
  print: 18,
  card: { report: 'line', page: 1 },
} as const satisfies ColumnDefinition;
