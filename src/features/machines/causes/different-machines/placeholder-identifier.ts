import type { ApartRule } from '../cause';

export const placeholderIdentifier: ApartRule = {
  id: 'placeholderIdentifier',
  title: 'Shared or placeholder identifier',
  sentence:
    'A serial number or another identifier stands for something that several machines share, such as a chassis.',
  action: 'Keep all records; the identifier is weighed down.',
  applies: (context) => {
    const { records, kind } = context;
    return (kind === 'serial' || kind === 'cloud') && records.size > 0 && context.holders > 1;
  },
};
