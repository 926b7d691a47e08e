import { type ApartRule, share } from '../cause';

export const truncatedName: ApartRule = {
  id: 'truncatedName',
  title: 'NetBIOS name cut off',
  sentence: 'NetBIOS names end at 15 characters, so different names look the same.',
  action: 'Keep all records.',
  applies: (context) => {
    const { records, kind } = context;
    const { a, b } = context;
    return (
      kind === 'netbios' &&
      (records.nameFlags[a]! & records.nameFlags[b]! & 1) !== 0 &&
      !share(records.host, context)
    );
  },
};
