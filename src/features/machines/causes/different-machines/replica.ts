import { type ApartRule, areBothAlive, areInOtherNetworks, share } from '../cause';

export const replica: ApartRule = {
  id: 'replica',
  title: 'Replica',
  sentence: 'A replica of a machine runs in another network, for example a disaster-recovery test.',
  action: 'Keep the original. Put the test network out of scope, or purge the replica once the test is over.',
  applies: (context) => {
    const { records, kind } = context;
    return (
      (kind === 'uuid' || kind === 'host') &&
      share(records.uuid, context) &&
      areInOtherNetworks(context) &&
      !areBothAlive(context)
    );
  },
};
