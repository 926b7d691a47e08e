import type { CauseText } from '../../../../model/judgement';

export const overMergedRecord: CauseText = {
  id: 'overMergedRecord',
  title: 'Several machines in one record',
  sentence: 'The record’s interfaces have names of several machines: Qualys merged them.',
  action: 'Find the value they share and keep it from merging; do not purge the record.',
};
