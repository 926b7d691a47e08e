import type { MacListColumn, TextColumn, TextListColumn } from '../../model/columns';
import type { Dataset } from '../../model/dataset';
import type { RuleDefinition, TextForm } from '../../model/rules/rule';
import type { DetectionSettings } from '../../model/settings';
import { withInterfaceAddresses } from '../keys/interface-addresses';

export type { TextForm };

/** Which column a rule compares, and how its values become keys. The pipeline reads it without making strings. */
export type KeyColumn =
  | { readonly kind: 'text'; readonly column: TextColumn | TextListColumn; readonly form: TextForm }
  | { readonly kind: 'macs'; readonly column: MacListColumn };

/** The column that the rule compares under these settings. */
export function keyColumn(rule: RuleDefinition, dataset: Dataset, settings: DetectionSettings): KeyColumn {
  const { columns, size } = dataset;
  if (rule.form === 'mac') return { kind: 'macs', column: columns[rule.field] };
  const { field, form, more } = rule;
  if (more === undefined || !settings[more.setting]) return { kind: 'text', column: columns[field], form };
  return { kind: 'text', column: withInterfaceAddresses(columns[field], columns[more.field], size), form };
}
