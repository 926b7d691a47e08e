/** The sections of the palette, in their order. */
export const COMMAND_SECTIONS = ['Go to', 'Data', 'Save', 'Table', 'View'] as const;

/** Something that the person can do: menus, palette, shortcuts and the help page are made from these. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words by which people look for it. */
  readonly words?: string;
  /** Where it stands in the palette. */
  readonly section: (typeof COMMAND_SECTIONS)[number];
  /** As `KeyboardEvent.key`; `mod` is Ctrl, or Cmd on a Mac. Keys without `mod` work only outside text fields. */
  readonly keys?: { readonly key: string; readonly mod?: boolean };
  readonly available: () => boolean;
  readonly run: () => void;
}

/** The available command whose shortcut the event is; none without `mod` while the person types. */
export function commandOfKey(
  commands: readonly Command[],
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  typing: boolean,
): Command | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const found = commands.find(
    ({ keys }) => keys !== undefined && (keys.mod ?? false) === mod && keys.key === event.key.toLowerCase(),
  );
  if (found === undefined || (typing && !mod)) return null;
  return found.available() ? found : null;
}
