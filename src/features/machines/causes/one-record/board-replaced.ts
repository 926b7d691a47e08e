import type { CauseText } from '../../../../model/judgement';

export const boardReplaced: CauseText = {
  id: 'boardReplaced',
  title: 'Main board replaced',
  sentence: 'Serial number and agent stay while the hardware UUID changes once.',
  action: 'Nothing to purge.',
};
