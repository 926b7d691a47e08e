import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** Whether the window is as narrow as a phone, below 700 px; the same limit stands in the styles. */
export function createSmallScreen(): Accessor<boolean> {
  const query = matchMedia('(max-width: 699.98px)');
  const [small, setSmall] = createSignal(query.matches);
  const read = () => setSmall(query.matches);
  query.addEventListener('change', read);
  onCleanup(() => query.removeEventListener('change', read));
  return small;
}
