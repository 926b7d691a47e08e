import type { CauseText } from '../../../../model/judgement';

export const repeatedRecord: CauseText = {
  id: 'repeatedRecord',
  title: 'Record twice in the export',
  sentence: 'One asset came twice, by overlapping pages: the newer record stands.',
  action: 'Nothing to do.',
};
