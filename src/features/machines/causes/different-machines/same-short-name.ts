import { type ApartRule, differ } from '../cause';

export const sameShortName: ApartRule = {
  id: 'sameShortName',
  title: 'Same short name',
  sentence: 'Machines of different domains have the same short name.',
  action: 'Keep all records; compare full names.',
  applies: (context) => {
    const { records, kind } = context;
    return (kind === 'host' || kind === 'netbios') && differ(records.dns, context);
  },
};
