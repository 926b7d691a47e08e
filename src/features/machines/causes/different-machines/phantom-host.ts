import { isNameless } from '../../evidence/facts';
import type { ApartRule } from '../cause';

export const phantomHost: ApartRule = {
  id: 'phantomHost',
  title: 'Phantom hosts',
  sentence:
    'A firewall or a proxy answers for addresses behind which nothing is; each answer became a record.',
  action:
    'Take the addresses out of the scan, or let the device not answer; then purge the nameless records.',
  applies: (context) => {
    const { records, kind } = context;
    const nameless = context.holdersOf.filter((asset) => isNameless(records, asset));
    return kind === 'mac' && nameless.length >= 2 && nameless.length >= context.holdersOf.length - 1;
  },
};
