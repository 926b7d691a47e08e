import { explainSharedValue } from '../../identifiers/shared-value';
import { RULE_LABELS } from '../../model/rule';
import type { Rule } from './rule';

/** Two assets of one NetBIOS name, without regard to case, may be one machine. */
export const netbiosName: Rule = {
  id: 'netbiosName',
  label: RULE_LABELS.netbiosName,
  keys: (dataset) => ({ kind: 'text', column: dataset.columns.netbiosName, form: 'name' }),
  explain: (value, assets) => explainSharedValue('netbiosName', value, assets),
};
