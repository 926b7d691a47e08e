import { describe, expect, it } from 'vitest';
import { type Command, commandOfKey } from '../../../src/ui/command';

const command = (id: string, keys: Command['keys'], available = true): Command => ({
  id,
  label: id,
  section: 'View',
  ...(keys && { keys }),
  available: () => available,
  run: () => undefined,
});
const COMMANDS = [
  command('none', undefined),
  command('save', { key: 's', mod: true }),
  command('search', { key: '/' }),
  command('gone', { key: 'g' }, false),
];
const event = (key: string, held: { ctrl?: boolean; meta?: boolean; alt?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
});
const found = (key: string, held = {}, typing = false) =>
  commandOfKey(COMMANDS, event(key, held), typing)?.id ?? null;

describe('the command of a key', () => {
  it('is told by Ctrl, or Cmd on a Mac, in either case of the letter', () => {
    expect([found('s', { ctrl: true }), found('S', { meta: true }), found('s')]).toEqual([
      'save',
      'save',
      null,
    ]);
  });

  it('is none while one types, unless Ctrl is held', () => {
    expect([found('/'), found('/', {}, true), found('s', { ctrl: true }, true)]).toEqual([
      'search',
      null,
      'save',
    ]);
  });

  it('is none with Alt, which types other letters, and none that is not available', () => {
    expect([found('/', { alt: true }), found('g'), found('x')]).toEqual([null, null, null]);
  });
});
