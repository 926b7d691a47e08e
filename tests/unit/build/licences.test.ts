import { expect, test } from 'vitest';
import { licencesText } from '../../../src/build/licences';

const mit = { licence: 'MIT', text: 'MIT License\r\nCopyright A  \n' };

test('own licence first, then each text once with all the packages that share it', () => {
  const text = licencesText('MIT License\nCopyright Doublet\n', [
    { name: 'a', version: '1.0.0', ...mit },
    { name: 'b', version: '2.0.0', licence: 'ISC', text: 'ISC License' },
    { name: 'c', version: '3.0.0', licence: 'MIT', text: 'MIT License\nCopyright A' },
  ]);
  expect(text.split(/\n\n-{80}\n\n/)).toEqual([
    'Doublet\n\nMIT License\nCopyright Doublet',
    'a 1.0.0 (MIT)\nc 3.0.0 (MIT)\n\nMIT License\nCopyright A',
    'b 2.0.0 (ISC)\n\nISC License\n',
  ]);
});
