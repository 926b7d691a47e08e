import { createEffect, createSignal } from 'solid-js';
import { isText, readPreference, writePreference } from './preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Light, dark, or as the system says; the styles read `<html data-theme>`. */
export function createTheme() {
  const stored = readPreference('theme', isText);
  const [theme, setTheme] = createSignal<Theme>(THEMES.find((known) => known === stored) ?? 'system');
  createEffect(() => {
    if (theme() === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme();
  });
  return {
    theme,
    choose: (next: Theme) => {
      writePreference('theme', next === 'system' ? null : next);
      setTheme(next);
    },
  };
}
