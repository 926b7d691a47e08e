import type { ApartRule } from '../cause';

export const containerSharesHost: ApartRule = {
  id: 'containerSharesHost',
  title: 'Container and its host',
  sentence: 'A container reports the identifiers of the host it runs on.',
  action: 'Keep both; scan containers with the container sensor.',
  applies: (context) => {
    const { records, kind, a, b } = context;
    return (kind === 'uuid' || kind === 'serial') && records.container[a] !== records.container[b];
  },
};
