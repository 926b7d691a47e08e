import { createEffect, createSignal } from 'solid-js';
import { isText, keep, readKept } from './preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Light, dark, or as the system says; the styles read `<html data-theme>`. */
export function createTheme() {
  const kept = readKept('theme', isText);
  const [theme, setTheme] = createSignal<Theme>(THEMES.find((known) => known === kept) ?? 'system');
  createEffect(() => {
    if (theme() === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme();
  });
  return {
    theme,
    choose: (next: Theme) => {
      keep('theme', next === 'system' ? null : next);
      setTheme(next);
    },
  };
}
