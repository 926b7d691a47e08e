import { overlapOf } from '../../evidence/facts';
import { type ApartRule, areBothAlive, share } from '../cause';

/** So many living machines of one name come from a template. */
const MANY = 5;

export const clonedImage: ApartRule = {
  id: 'clonedImage',
  title: 'Cloned image',
  sentence: 'Machines were made from one image and carry its identifiers; each lives.',
  action:
    'Give each clone its own identity (sysprep, new machine ID, agent installed after cloning). Keep all records.',
  warnings: ['Merging or purging one of them loses a machine.'],
  applies: (context) => {
    const { records, kind, holders } = context;
    if (kind === 'uuid') return true;
    if (kind === 'agent') return !(overlapOf(records, context.a, context.b) <= 0);
    const named = kind === 'host' || kind === 'dns' || kind === 'netbios';
    const template = named && holders >= MANY && areBothAlive(context);
    return template || (share(records.uuid, context) && areBothAlive(context));
  },
};
