import { explainSharedValue } from '../../identifiers/shared-value';
import { RULE_LABELS } from '../../model/rule';
import { withInterfaceAddresses } from '../keys/interface-addresses';
import type { Rule } from './rule';

/** Two assets at one address may be one machine. Compares the primary address as it is written, an IPv6 one too;
 * a setting adds the IPv4 addresses of the interfaces. */
export const ipv4Address: Rule = {
  id: 'ipv4Address',
  label: RULE_LABELS.ipv4Address,
  keys: (dataset, settings) => ({
    kind: 'text',
    column: settings.interfaceAddresses
      ? withInterfaceAddresses(dataset.columns.address, dataset.columns.interfaceAddresses, dataset.size)
      : dataset.columns.address,
    form: 'address',
  }),
  explain: (value, assets) => explainSharedValue('ipv4Address', value, assets),
};
