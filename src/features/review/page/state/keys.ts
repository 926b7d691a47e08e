/** What can be done with a question by a single key, in the order in which it is shown. */
export const ACTIONS = [
  'same',
  'different',
  'notSure',
  'skip',
  'back',
  'takeOut',
  'keep',
  'split',
  'find',
  'ignoreValue',
  'note',
  'undo',
  'redo',
  'previousRecord',
  'nextRecord',
  'proposal',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Words of the buttons; also the names by which actions stand in the settings of the screen. */
export const ACTION_LABELS: Readonly<Record<Action, string>> = {
  same: 'Same machine',
  different: 'Different machines',
  notSure: 'Not sure',
  skip: 'Skip',
  back: 'Back',
  takeOut: 'Take out',
  keep: 'Keep this one',
  split: 'Split',
  find: 'Find a record',
  ignoreValue: 'Ignore a value',
  note: 'Note',
  undo: 'Undo',
  redo: 'Redo',
  previousRecord: 'Record before',
  nextRecord: 'Record after',
  proposal: 'Show the proposal',
};

export type Keys = Readonly<Record<Action, string>>;

export const DEFAULT_KEYS: Keys = {
  same: 's',
  different: 'd',
  notSure: 'n',
  skip: 'j',
  back: 'k',
  takeOut: 't',
  keep: 'e',
  split: 'b',
  find: 'f',
  ignoreValue: 'i',
  note: 'm',
  undo: 'u',
  redo: 'r',
  previousRecord: ',',
  nextRecord: '.',
  proposal: 'p',
};

/** Keys that act on every screen (`commands.ts` of the duplicates, and the help). */
const TAKEN: Readonly<Record<string, string>> = {
  '/': '“/” searches the duplicates.',
  '?': '“?” opens the help.',
};

/** Why a key cannot be given to an action, one sentence; `null` where it can. */
export function keyFault(keys: Keys, action: Action, key: string): string | null {
  if ([...key].length !== 1 || key.trim() === '') return 'Press one letter or sign.';
  if (/^\d$/.test(key)) return 'The digits choose a record.';
  if (TAKEN[key] !== undefined) return TAKEN[key];
  const other = ACTIONS.find((one) => one !== action && keys[one] === key.toLowerCase());
  return other === undefined ? null : `“${key}” is the key of “${ACTION_LABELS[other]}”.`;
}

/** Keys as they were kept, the first ones in the place of what cannot be used. */
export function readKeys(kept: unknown): Keys {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_KEYS;
  const given = kept as Partial<Record<Action, unknown>>;
  const read: Record<Action, string> = { ...DEFAULT_KEYS };
  for (const action of ACTIONS) {
    const key = given[action];
    if (typeof key === 'string') read[action] = key.toLowerCase();
  }
  const usable = ACTIONS.every((action) => keyFault(read, action, read[action]) === null);
  return usable ? read : DEFAULT_KEYS;
}

/** A key that was pressed, as far as it matters. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/**
 * The action of a key, or the place of the record that a digit chooses, from 0; `null` for none. A key that is held
 * does nothing more: nobody decides questions that they have not seen.
 */
export function actionOfKey(keys: Keys, pressed: Pressed): Action | number | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.repeat) return null;
  if (/^[1-9]$/.test(pressed.key)) return Number(pressed.key) - 1;
  const key = pressed.key.toLowerCase();
  return ACTIONS.find((action) => keys[action] === key) ?? null;
}

/** A key as people read it on a button. */
export function keyText(key: string): string {
  return key.toUpperCase();
}
