import { type ApartRule, areBothAlive } from '../cause';

export const reusedName: ApartRule = {
  id: 'reusedName',
  title: 'Name used again',
  sentence: 'A new computer got the name of an old one.',
  action: 'Keep the new one; the old record is stale, not a duplicate.',
  applies: (context) => {
    const { records, kind } = context;
    const named = kind === 'host' || kind === 'dns' || kind === 'netbios';
    return named && records.size > 0 && !areBothAlive(context);
  },
};
