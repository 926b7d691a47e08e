import type { Address } from './address';
import type { AddressBook } from './address-text';

/** Puts a word of this page's memory in place of what a person searches for, and back. */
export interface AddressWords {
  conceal(address: Address): Address;
  /** A stand-in that this page did not give, as after a reload, is no search; other text is taken as it is. */
  reveal(address: Address): Address;
}

const STAND_IN = /^\.[0-9a-z]{1,8}\.\d+$/;

/**
 * Keeps searches out of the address, since browsers write every address into the history on the disk.
 * The words stay in memory, so back and forward find them; the page's name keeps numbers of another page apart.
 * @param page names this page, up to eight letters and digits
 */
export function createAddressWords(book: AddressBook, page = randomName()): AddressWords {
  const standIns = new Map<string, string>();
  const texts = new Map<string, string>();
  const standInOf = (text: string) => {
    const known = standIns.get(text) ?? `.${page}.${standIns.size + 1}`;
    standIns.set(text, known);
    texts.set(known, text);
    return known;
  };
  const names = book.parts.flatMap((part) => part.words);
  const change = (address: Address, to: (value: string) => string): Address => {
    const parameters = new Map(address.parameters);
    for (const name of names) {
      const value = parameters.get(name);
      if (value === undefined) continue;
      const changed = to(value);
      if (changed === '') parameters.delete(name);
      else parameters.set(name, changed);
    }
    return { ...address, parameters };
  };
  return {
    conceal: (address) => change(address, standInOf),
    reveal: (address) => change(address, (value) => texts.get(value) ?? (STAND_IN.test(value) ? '' : value)),
  };
}

function randomName(): string {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0).toString(36);
}
