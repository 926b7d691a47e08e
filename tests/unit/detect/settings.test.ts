import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/detect/settings';
import { TroubleError } from '../../../src/model/outcome';

function refusal(json: unknown): string {
  try {
    readSettings(json);
  } catch (error) {
    if (error instanceof TroubleError) return error.trouble.what;
    throw error;
  }
  throw new Error('accepted');
}

const entry = (field: string, pattern: unknown) => ({ version: 1, ignored: [{ field, pattern }] });

describe('readSettings', () => {
  it('reads what was written', () => {
    expect(readSettings(JSON.parse(JSON.stringify(DEFAULT_SETTINGS)))).toEqual(DEFAULT_SETTINGS);
  });

  it('takes defaults for what is missing', () => {
    expect(readSettings({ version: 1 })).toEqual(DEFAULT_SETTINGS);
    expect(readSettings(entry('name', 'kiosk-*')).ignored).toEqual([
      { field: 'name', pattern: 'kiosk-*', reason: '', enabled: true },
    ]);
  });

  it('puts the rules into their order', () => {
    expect(readSettings({ version: 1, rules: ['macAddress', 'assetName', 'macAddress'] }).rules).toEqual([
      'assetName',
      'macAddress',
    ]);
  });

  it.each([
    [null, 'The settings were refused. This is not an object with detection settings.'],
    [[], 'The settings were refused. version: It is missing.'],
    [{}, 'The settings were refused. version: It is missing.'],
    [
      { version: 2 },
      'The settings were refused. version: It must be 1: this version of Doublet reads no other.',
    ],
    [{ version: 1, matchExact: true }, 'The settings were refused. matchExact: There is no such setting.'],
    [
      { version: 1, matchExactly: 'yes' },
      'The settings were refused. matchExactly: It must be true or false.',
    ],
    [{ version: 1, rules: 'all' }, 'The settings were refused. rules: It must be a list of rules.'],
    [
      { version: 1, rules: ['serial'] },
      'The settings were refused. rules.0: A rule is one of assetName, dnsName, netbiosName, macAddress, ipv4Address.',
    ],
    [
      { version: 1, sharedWidelyFrom: 1 },
      'The settings were refused. sharedWidelyFrom: It must be 2 or more.',
    ],
    [
      { version: 1, sharedWidelyFrom: 2.5 },
      'The settings were refused. sharedWidelyFrom: It must be a whole number.',
    ],
    [{ version: 1, ignored: {} }, 'The settings were refused. ignored: It must be a list of values.'],
    [
      { version: 1, ignored: ['a'] },
      'The settings were refused. ignored.0: It must be an object with field and pattern.',
    ],
    [
      entry('serial', 'x'),
      'The settings were refused. ignored.0.field: It must be "name", "macAddress" or "ipv4Address".',
    ],
    [
      { version: 1, ignored: [{ field: 'name' }] },
      'The settings were refused. ignored.0.pattern: It is missing.',
    ],
    [entry('name', 7), 'The settings were refused. ignored.0.pattern: It must be a text.'],
    [{ version: 1, rules: [] }, 'The settings were refused. rules: At least one field must take part.'],
    [entry('name', ' '), 'The settings were refused. ignored.0.pattern: There is no name.'],
    [entry('name', '**'), 'The settings were refused. ignored.0.pattern: “**” stands for every name.'],
    [
      entry('name', 'a'.repeat(1001)),
      'The settings were refused. ignored.0.pattern: It has more than 1000 characters.',
    ],
    [
      entry('macAddress', '00:00:5e'),
      'The settings were refused. ignored.0.pattern: A MAC address has 12 digits, “00:00:5e” has 6. Write 00:00:5e:xx:xx:xx for all that begin so.',
    ],
    [
      entry('macAddress', '00:00:5g:00:00:00'),
      'The settings were refused. ignored.0.pattern: “g” is no digit of a MAC address.',
    ],
    [
      entry('ipv4Address', '10.0.0.9-10.0.0.1'),
      'The settings were refused. ignored.0.pattern: The range runs backwards: 10.0.0.9 comes after 10.0.0.1.',
    ],
    [
      entry('ipv4Address', '10.0.0.0/40'),
      'The settings were refused. ignored.0.pattern: “/40” is not a prefix length: for 10.0.0.0 it is /0 to /32.',
    ],
  ])('refuses %j by name', (json, sentence) => {
    expect(refusal(json)).toBe(sentence);
  });
});
