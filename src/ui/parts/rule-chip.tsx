import { RULE_LABELS, type RuleId } from '../../model/rule';

/** A field's name on a chip. */
export function RuleChip(props: { rule: RuleId }) {
  return <span class="chip">{RULE_LABELS[props.rule]}</span>;
}
