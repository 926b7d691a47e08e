import { type Accessor, createSignal } from 'solid-js';
import type { GatewayCredentials } from '../types';

export type LoginField = 'userName' | 'password';

/** The two fields of the login. What they hold is read when it is needed and is in no signal. */
export interface Login {
  /** Takes a field's element. */
  set(field: LoginField, element: HTMLInputElement): void;
  /** What was typed; `null` if both are empty. */
  typed(): GatewayCredentials | null;
  empty(): void;
  /** The fields that were empty when both were needed. */
  readonly missing: Accessor<readonly LoginField[]>;
  /** Marks the empty fields and puts the cursor into the first. */
  askForMissing(): void;
  /** Takes the mark off. */
  unmark(): void;
}

const FIELDS: readonly LoginField[] = ['userName', 'password'];

/** See `Login`. */
export function createLogin(): Login {
  const elements = new Map<LoginField, HTMLInputElement>();
  const [missing, setMissing] = createSignal<readonly LoginField[]>([]);
  const value = (field: LoginField) => elements.get(field)?.value ?? '';
  return {
    set: (field, element) => elements.set(field, element),
    typed: () =>
      FIELDS.every((field) => value(field) === '')
        ? null
        : { userName: value('userName'), password: value('password') },
    empty: () => {
      for (const element of elements.values()) element.value = '';
    },
    missing,
    askForMissing: () => {
      const empty = FIELDS.filter((field) => value(field).trim() === '');
      setMissing(empty);
      elements.get(empty[0] ?? 'userName')?.focus();
    },
    unmark: () => setMissing([]),
  };
}
