import type { CauseText } from '../../../../model/judgement';

export const severalSubscriptions: CauseText = {
  id: 'severalSubscriptions',
  title: 'Exports of several subscriptions',
  sentence:
    'Asset IDs are unique in one subscription only: records with one ID are plainly different machines and are kept apart.',
  action: 'Import each subscription by itself, or keep in mind that IDs repeat.',
};
