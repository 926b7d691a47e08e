import { explainSharedValue } from '../../identifiers/shared-value';
import { RULE_LABELS } from '../../model/rule';
import type { Rule } from './rule';

/** Two assets with one network adapter may be one machine. Reads every interface: the Gateway has no MAC elsewhere. */
export const macAddress: Rule = {
  id: 'macAddress',
  label: RULE_LABELS.macAddress,
  keys: (dataset) => ({ kind: 'macs', column: dataset.columns.macAddresses }),
  explain: (value, assets) => explainSharedValue('macAddress', value, assets),
};
