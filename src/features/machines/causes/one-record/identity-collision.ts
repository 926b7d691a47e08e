import type { CauseText } from '../../../../model/judgement';

export const identityCollision: CauseText = {
  id: 'identityCollision',
  title: 'One asset ID, several machines',
  sentence:
    'Between exports the name, hardware and addresses of one asset ID go to and fro: two machines use one agent ID.',
  action: 'Install the agent anew on the clones, with an ID of its own. Do not purge the record.',
  warnings: ['The record shows the vulnerabilities of whichever machine reported last.'],
};
