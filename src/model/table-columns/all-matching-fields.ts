import type { ColumnDefinition } from './column';

export const allMatchingFields = {
  header: 'All Matching Fields',
  cells: { from: 'matchingRules' },
  width: 220,
  print: null,
  card: { report: 'line' },
} as const satisfies ColumnDefinition;
