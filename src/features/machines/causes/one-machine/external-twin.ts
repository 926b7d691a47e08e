import { EXTERNAL } from '../../records/sources';
import type { MachineCause } from '../cause';

export const externalTwin: MachineCause = {
  id: 'externalTwin',
  title: 'Seen from outside',
  sentence:
    'An external attack surface record has the name of an internal asset: behind it may be the machine itself, a proxy, or another server.',
  action: 'Nothing to purge. Link the two by a tag if they are the same service.',
  warnings: ['A name seen from outside does not prove one machine.'],
  applies: ({ records, assets, kinds }) => {
    return (kinds & EXTERNAL) !== 0 && assets.some((asset) => (records.kinds[asset]! & EXTERNAL) === 0);
  },
};
