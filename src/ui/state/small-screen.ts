import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The media queries of the stylesheets, which can hold no variable: a test keeps them to these. */
export const SMALL_SCREEN = '(max-width: 699.98px)';
export const NARROW_SCREEN = '(max-width: 1100px)';

/** Whether the window is as narrow as a phone, below 700 px. */
export function createSmallScreen(): Accessor<boolean> {
  return createMediaQuery(SMALL_SCREEN);
}

/** Whether a media query holds now. */
export function createMediaQuery(media: string): Accessor<boolean> {
  const query = matchMedia(media);
  const [holds, setHolds] = createSignal(query.matches);
  const read = () => setHolds(query.matches);
  query.addEventListener('change', read);
  onCleanup(() => query.removeEventListener('change', read));
  return holds;
}
