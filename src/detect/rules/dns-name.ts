import { explainSharedValue } from '../../identifiers/shared-value';
import { RULE_LABELS } from '../../model/rule';
import type { Rule } from './rule';

/** Two assets of one DNS name may be one machine; a trailing dot makes no difference. */
export const dnsName: Rule = {
  id: 'dnsName',
  label: RULE_LABELS.dnsName,
  keys: (dataset) => ({ kind: 'text', column: dataset.columns.dnsName, form: 'dnsName' }),
  explain: (value, assets) => explainSharedValue('dnsName', value, assets),
};
