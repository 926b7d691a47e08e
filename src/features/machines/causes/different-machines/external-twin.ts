import { EXTERNAL } from '../../records/sources';
import type { ApartRule } from '../cause';

export const externalTwin: ApartRule = {
  id: 'externalTwin',
  title: 'One public name, several servers',
  sentence: 'Several servers stand behind one public name, and an external record has it too.',
  action: 'Keep all records.',
  applies: (context) => {
    const { records, kind } = context;
    return (
      (kind === 'dns' || kind === 'host') &&
      context.holdersOf.some((asset) => (records.kinds[asset]! & EXTERNAL) !== 0)
    );
  },
};
