import { readPreference, writePreference } from './preferences';

/** How many left pages are noted; each is looked up at the next start. */
const MOST = 8;

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');
const leftPages = () => readPreference('left', isNames) ?? [];
const without = (tab: string) => leftPages().filter((name) => name !== tab);

/**
 * Notes that the page is closed or reloaded while something runs, or may still be written. A browser says so (`pagehide`) only when a person
 * leaves a page, never when the page crashes: so the next start can tell the two apart.
 * @param tab names the page, see `EngineClient.tab`
 */
export function noteLeaving(tab: string, isBusy: () => boolean): () => void {
  const leave = () => {
    if (isBusy()) writePreference('left', [tab, ...without(tab)].slice(0, MOST));
  };
  // A page that comes back from the back-forward cache runs again, and can still crash.
  const comeBack = () => {
    if (leftPages().includes(tab)) forgetLeft(tab);
  };
  addEventListener('pagehide', leave);
  addEventListener('pageshow', comeBack);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', comeBack);
  };
}

/** Whether that page was left by the person. */
export function wasLeft(tab: string): boolean {
  return leftPages().includes(tab);
}

export function forgetLeft(tab: string): void {
  const others = without(tab);
  writePreference('left', others.length === 0 ? null : others);
}
