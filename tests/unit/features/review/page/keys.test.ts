import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  type Action,
  actionOfKey,
  DEFAULT_KEYS,
  keyFault,
  readKeys,
} from '../../../../../src/features/review/page/state/keys';

const press = (key: string, own: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...own,
});

describe('the keys of the review', () => {
  it('are one for each action, none twice and none that something else has', () => {
    expect(new Set(Object.values(DEFAULT_KEYS)).size).toBe(ACTIONS.length);
    for (const action of ACTIONS) expect(keyFault(DEFAULT_KEYS, action, DEFAULT_KEYS[action])).toBeNull();
  });

  it('act in either case, and digits choose a record', () => {
    expect(actionOfKey(DEFAULT_KEYS, press('s'))).toBe('same');
    expect(actionOfKey(DEFAULT_KEYS, press('S'))).toBe('same');
    expect(actionOfKey(DEFAULT_KEYS, press('1'))).toBe(0);
    expect(actionOfKey(DEFAULT_KEYS, press('9'))).toBe(8);
    expect(actionOfKey(DEFAULT_KEYS, press('0'))).toBeNull();
    expect(actionOfKey(DEFAULT_KEYS, press('Enter'))).toBeNull();
  });

  it('do nothing with Ctrl, Cmd or Alt, and nothing more while they are held', () => {
    for (const own of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])
      expect(actionOfKey(DEFAULT_KEYS, press('s', own))).toBeNull();
  });

  it.each([
    ['', 'Press one letter or sign.'],
    [' ', 'Press one letter or sign.'],
    ['Enter', 'Press one letter or sign.'],
    ['5', 'The digits choose a record.'],
    ['/', '“/” searches the duplicates.'],
    ['?', '“?” opens the help.'],
    ['D', '“D” is the key of “Different machines”.'],
  ])('refuse %j', (key, fault) => {
    expect(keyFault(DEFAULT_KEYS, 'same', key)).toBe(fault);
  });

  it('come back from what was kept, the first ones where that cannot be used', () => {
    expect(readKeys({ same: 'Y' })).toEqual({ ...DEFAULT_KEYS, same: 'y' });
    expect(readKeys({ same: 'd' })).toEqual(DEFAULT_KEYS);
    expect(readKeys({ same: 5, undo: '' })).toEqual(DEFAULT_KEYS);
    expect(readKeys(null)).toEqual(DEFAULT_KEYS);
  });

  it('stay one for each action after any changes that are allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ACTIONS), fc.string({ maxLength: 2 }))), (changes) => {
        let keys: Record<Action, string> = { ...DEFAULT_KEYS };
        for (const [action, key] of changes)
          if (keyFault(keys, action, key) === null) keys = { ...keys, [action]: key.toLowerCase() };
        for (const action of ACTIONS) expect(actionOfKey(keys, press(keys[action]))).toBe(action);
        expect(readKeys(JSON.parse(JSON.stringify(keys)))).toEqual(keys);
      }),
    );
  });
});
