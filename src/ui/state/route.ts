import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { formatView, parseView, type View } from './view';

/** The page's address as a signal, and the way to change it. */
export interface Route {
  readonly view: Accessor<View>;
  /** Goes to the present view with these changes: a step that "back" undoes. */
  go(change: Partial<View>): void;
  /** The same without a step of its own, for what changes while one types. */
  adjust(change: Partial<View>): void;
  /** The same for what changes with every key: at once, but the address follows once the keys rest. */
  type(change: Partial<View>): void;
  /** The address that `go` would lead to, for links. */
  href(change: Partial<View>): string;
}

/** Browsers refuse or drop changes of the address from about 100 in 30 s on (WebKit throws): a held key makes more. */
const ADDRESS_AFTER = 300;

/** Keeps the view in the part of the address behind `#`. */
export function createRoute(): Route {
  const [view, setView] = createSignal<View>(parseView(location.hash));
  let late: ReturnType<typeof setTimeout> | undefined;
  /** Writes what was typed into the address, if that is still to be done. */
  const catchUp = () => {
    if (late === undefined) return;
    clearTimeout(late);
    late = undefined;
    history.replaceState(null, '', formatView(view()));
  };
  const read = () => {
    clearTimeout(late);
    late = undefined;
    setView(parseView(location.hash));
  };
  addEventListener('pagehide', catchUp);
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  onCleanup(() => {
    clearTimeout(late);
    removeEventListener('pagehide', catchUp);
    removeEventListener('popstate', read);
    removeEventListener('hashchange', read);
  });

  const move = (change: Partial<View>, replace: boolean) => {
    catchUp();
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
    type: (change) => {
      clearTimeout(late);
      late = setTimeout(catchUp, ADDRESS_AFTER);
      setView({ ...view(), ...change });
    },
    href: (change) => formatView({ ...view(), ...change }),
  };
}
