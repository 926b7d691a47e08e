import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { formatView, parseView, type View } from './view';

/** The page's address as a signal, and the way to change it. */
export interface Route {
  readonly view: Accessor<View>;
  /** Goes to the present view with these changes: a step that "back" undoes. */
  go(change: Partial<View>): void;
  /** The same without a step of its own, for what changes while one types. */
  adjust(change: Partial<View>): void;
  /** The address that `go` would lead to, for links. */
  href(change: Partial<View>): string;
}

/** Keeps the view in the part of the address behind `#`. */
export function createRoute(): Route {
  const [view, setView] = createSignal<View>(parseView(location.hash));
  const read = () => setView(parseView(location.hash));
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  onCleanup(() => {
    removeEventListener('popstate', read);
    removeEventListener('hashchange', read);
  });

  const move = (change: Partial<View>, replace: boolean) => {
    const next = { ...view(), ...change };
    const address = formatView(next);
    if (address !== location.hash) {
      if (replace) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    setView(next);
  };
  return {
    view,
    go: (change) => move(change, false),
    adjust: (change) => move(change, true),
    href: (change) => formatView({ ...view(), ...change }),
  };
}
