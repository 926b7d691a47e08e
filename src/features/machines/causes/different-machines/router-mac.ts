import { PASSIVE } from '../../records/sources';
import type { ApartRule } from '../cause';

export const routerMac: ApartRule = {
  id: 'routerMac',
  title: 'MAC address of a router',
  sentence: 'A passive sensor sees the MAC address of the last hop for every machine behind it.',
  action:
    'Let the sensor see the remote network itself, or leave the range out. An exclusion prevents the wrong merge.',
  warnings: ['By the published criteria these records would be merged by MAC address.'],
  applies: (context) => {
    const { records, kind } = context;
    const passive = context.holdersOf.filter((asset) => (records.kinds[asset]! & PASSIVE) !== 0);
    return kind === 'mac' && passive.length >= 2;
  },
};
