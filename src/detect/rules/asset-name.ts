import { explainSharedValue } from '../../identifiers/shared-value';
import { RULE_LABELS } from '../../model/rule';
import type { Rule } from './rule';

/** Two assets of one name, without regard to case, may be one machine. */
export const assetName: Rule = {
  id: 'assetName',
  label: RULE_LABELS.assetName,
  keys: (dataset) => ({ kind: 'text', column: dataset.columns.assetName, form: 'name' }),
  explain: (value, assets) => explainSharedValue('assetName', value, assets),
};
