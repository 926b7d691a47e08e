import type { MacListColumn, TextColumn, TextListColumn } from '../../model/columns';
import type { Dataset } from '../../model/dataset';
import type { RuleId } from '../../model/rule';
import type { DetectionSettings } from '../../model/settings';

/**
 * How a text becomes a key: `name` trimmed and lower-case, `dnsName` the same without one trailing dot,
 * `address` trimmed (docs/contract.md, "Field rules").
 */
export type TextForm = 'name' | 'dnsName' | 'address';

/** Which column a rule compares, and how its values become keys. The pipeline reads it without making strings. */
export type KeyColumn =
  | { readonly kind: 'text'; readonly column: TextColumn | TextListColumn; readonly form: TextForm }
  | { readonly kind: 'macs'; readonly column: MacListColumn };

/** One way to see that two assets may be one machine: what it compares and how it says so. */
export interface Rule {
  readonly id: RuleId;
  readonly label: string;
  readonly keys: (dataset: Dataset, settings: DetectionSettings) => KeyColumn;
  /** Why assets that share a value are taken for one machine, in words. */
  readonly explain: (value: string, assets: number) => string;
}
