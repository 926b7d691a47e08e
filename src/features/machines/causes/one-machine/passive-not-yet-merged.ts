import { AGENT, PASSIVE, SCAN } from '../../records/sources';
import type { MachineCause } from '../cause';

export const passiveNotYetMerged: MachineCause = {
  id: 'passiveNotYetMerged',
  title: 'Passive record not yet merged',
  sentence:
    'A passive sensor reports a machine that is managed already; Qualys folds the two by its published criteria.',
  action:
    'Nothing to purge: the record folds by itself. If it stays, see the sensor check for what keeps it apart.',
  applies: ({ records, assets, kinds }) => {
    const passive = (asset: number) =>
      (records.kinds[asset]! & PASSIVE) !== 0 && (records.kinds[asset]! & (AGENT | SCAN)) === 0;
    return (kinds & (AGENT | SCAN)) !== 0 && assets.some(passive);
  },
};
