import { type ApartRule, areInOtherNetworks, share } from '../cause';

export const overlappingNetworks: ApartRule = {
  id: 'overlappingNetworks',
  title: 'Overlapping networks',
  sentence: 'Two networks use the same addresses, and names are made from them.',
  action: 'Use the Network feature of Qualys, so that both keep their records.',
  applies: (context) => {
    const { records, kind } = context;
    if (!areInOtherNetworks(context)) return false;
    return kind === 'address' || share(records.address, context);
  },
};
