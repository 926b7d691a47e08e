import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { type Address, type AddressPart, DATASET, type Step } from './address';
import { type AddressBook, formatAddress, parseAddress } from './address-text';
import { createAddressWords } from './address-words';

/** The page's address as a signal, and the way to change it. */
export interface Route {
  readonly screen: Accessor<string>;
  /** The id of the dataset that the address names. */
  readonly dataset: Accessor<string | null>;
  /** The values of a part of the address; reactive. */
  of<T>(part: AddressPart<T>): T;
  /** Changes the address: a step that "back" undoes. */
  go(...steps: readonly Step[]): void;
  /** The same without a step of its own in the history. */
  adjust(...steps: readonly Step[]): void;
  /** The same for what changes with every key: at once, but the address follows once the keys rest. */
  type(...steps: readonly Step[]): void;
  /** The address that `go` would lead to, for links. */
  href(...steps: readonly Step[]): string;
}

/** Browsers refuse or drop changes of the address from about 100 in 30 s on (WebKit throws): a held key makes more. */
const ADDRESS_AFTER = 300;

/** Keeps what is shown in the part of the address behind `#`; the book says what the features may write there. */
export function createRoute(book: AddressBook): Route {
  const words = createAddressWords(book);
  const parse = (hash: string) => words.reveal(parseAddress(hash, book));
  const format = (shown: Address) => formatAddress(words.conceal(shown), book);
  const [address, setAddress] = createSignal<Address>(parse(location.hash));
  // A bookmark of an older version can hold what was searched for; it leaves this entry of the history at once.
  if (location.hash !== '') history.replaceState(null, '', format(address()));
  const after = (steps: readonly Step[]) => steps.reduce((before, step) => step(before), address());
  let late: ReturnType<typeof setTimeout> | undefined;
  /** Writes what was typed into the address, if that is still to be done. */
  const catchUp = () => {
    if (late === undefined) return;
    clearTimeout(late);
    late = undefined;
    history.replaceState(null, '', format(address()));
  };
  /** `hashchange` alone: a step through the history also fires `popstate`, and both would read it twice. */
  const read = () => {
    clearTimeout(late);
    late = undefined;
    setAddress(parse(location.hash));
  };
  addEventListener('pagehide', catchUp);
  addEventListener('hashchange', read);
  onCleanup(() => {
    clearTimeout(late);
    removeEventListener('pagehide', catchUp);
    removeEventListener('hashchange', read);
  });

  const move = (steps: readonly Step[], replace: boolean) => {
    catchUp();
    const text = format(after(steps));
    if (text !== location.hash) {
      if (replace) history.replaceState(null, '', text);
      else history.pushState(null, '', text);
    }
    setAddress(parse(text));
  };
  return {
    screen: createMemo(() => address().screen),
    dataset: createMemo(() => DATASET.of(address()).id),
    of: (part) => part.of(address()),
    go: (...steps) => move(steps, false),
    adjust: (...steps) => move(steps, true),
    type: (...steps) => {
      clearTimeout(late);
      late = setTimeout(catchUp, ADDRESS_AFTER);
      setAddress(after(steps));
    },
    href: (...steps) => format(after(steps)),
  };
}
