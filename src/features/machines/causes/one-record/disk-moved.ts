import type { CauseText } from '../../../../model/judgement';

export const diskMoved: CauseText = {
  id: 'diskMoved',
  title: 'Disk moved to another machine',
  sentence:
    'Name and agent stay while serial number, UUID and adapters change once: the disk was put into a spare machine.',
  action: 'Nothing to purge.',
};
