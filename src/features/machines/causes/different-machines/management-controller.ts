import type { ApartRule } from '../cause';

export const managementController: ApartRule = {
  id: 'managementController',
  title: 'Management controller',
  sentence:
    'A server and its management controller share a serial number or a UUID: both sit in one box but are two systems.',
  action: 'Keep both; tag the controller as such.',
  applies: (context) => {
    const { records, kind } = context;
    const { a, b } = context;
    return (kind === 'serial' || kind === 'uuid') && records.controller[a] !== records.controller[b];
  },
};
