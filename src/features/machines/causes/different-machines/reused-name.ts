import { isFollowedBy } from '../../evidence/facts';
import { type ApartRule, areBothAlive } from '../cause';

export const reusedName: ApartRule = {
  id: 'reusedName',
  title: 'Name used again',
  sentence: 'A new computer got the name of an old one.',
  action: 'Keep the new one; the old record is stale, not a duplicate.',
  applies: (context) => {
    const { records, kind, a, b } = context;
    const named = kind === 'host' || kind === 'dns' || kind === 'netbios';
    const inTurn = isFollowedBy(records, a, b) || isFollowedBy(records, b, a);
    return named && inTurn && !areBothAlive(context);
  },
};
