import type {
  CodeColumn,
  CodeListColumn,
  MacListColumn,
  SourceColumn,
  TextColumn,
  TextListColumn,
  TimeColumn,
} from '../columns';
import type { Sensitivity } from './sensitivity';

/** How a field's values are kept; each kind is one type of column. */
export interface ColumnOf {
  text: TextColumn;
  texts: TextListColumn;
  macs: MacListColumn;
  code: CodeColumn;
  codes: CodeListColumn;
  time: TimeColumn;
  sources: SourceColumn;
}
export type ColumnKind = keyof ColumnOf;

/** Where a field stands when one asset is shown whole. */
export type FieldSection = 'identity' | 'network' | 'activity' | 'machine' | 'other';

/** What is known of a field besides its values. */
export interface FieldDefinition {
  readonly kind: ColumnKind;
  readonly label: string;
  readonly sensitivity: Sensitivity;
  /** What two records with the same value have in common: one record of Qualys, one machine, or nothing. */
  readonly identifies: 'record' | 'machine' | 'nothing';
  /** Whether a machine has only one value at a time, so that two values speak against one machine. */
  readonly single: boolean;
  /** How two values are trimmed and folded before they are compared; names without regard to case if not said. */
  readonly form?: 'dnsName' | 'address';
}
