/**
 * What the browser keeps between visits: theme, column widths, panel width, column mappings. Never asset data.
 * Storage may be absent or refuse (private windows, policies): then nothing is kept, and nothing fails.
 */
export function readPreference<T>(name: string, check: (value: unknown) => value is T): T | null {
  try {
    const text = localStorage.getItem(`doublet.${name}`);
    if (text === null) return null;
    const value: unknown = JSON.parse(text);
    return check(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps a value; `null` forgets it. */
export function writePreference(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`doublet.${name}`);
    else localStorage.setItem(`doublet.${name}`, JSON.stringify(value));
  } catch {
    // Not kept; see above.
  }
}

/** Forgets what tells of a person's data: names of columns, and the key by which pseudonyms could be guessed. */
export function forgetPrivatePreferences(): void {
  for (const name of ['mappings', 'redactionKey']) writePreference(name, null);
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
