import type { ApartRule } from '../cause';

export const homeNetworkAddress: ApartRule = {
  id: 'homeNetworkAddress',
  title: 'Address of home networks',
  sentence: 'Machines have the same private address in the networks of their users.',
  action: 'Keep all records; do not compare such addresses.',
  applies: (context) => {
    const { records, kind, holders } = context;
    const first = ((records.address[context.a]! - 1) / 2 ** 16) | 0;
    return kind === 'address' && (first === 0xc0a8 || first === 0xac10) && holders > 1;
  },
};
