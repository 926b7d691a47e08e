import type { Address, AddressPart } from './address';

/** What an address can name: the first screen is where it starts. */
export interface AddressBook {
  readonly screens: readonly string[];
  /** In the order in which their parameters are written. */
  readonly parts: readonly AddressPart[];
}

/** A book of these. Throws where two parts would write the same parameter, or two screens share an id. */
export function createAddressBook(screens: readonly string[], parts: readonly AddressPart[]): AddressBook {
  for (const names of [screens, parts.flatMap((part) => part.names)]) {
    const twice = names.find((name, place) => names.indexOf(name) < place);
    if (twice !== undefined) throw new Error(`Two features name “${twice}” in the address.`);
  }
  return { screens, parts };
}

/** Reads the part of an address behind `#`; drops a screen and parameters that no part knows. Never throws. */
export function parseAddress(hash: string, book: AddressBook): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  // Of a parameter that stands twice the first counts.
  const parameters = new Map([...new URLSearchParams(query)].reverse());
  return knownOf({ screen: path, parameters }, book);
}

/** The part of an address behind `#`, the inverse of `parseAddress`; what is at its start is left out. */
export function formatAddress(address: Address, book: AddressBook): string {
  const { screen, parameters } = knownOf(address, book);
  const text = new URLSearchParams([...parameters]).toString();
  return `#/${screen}${text === '' ? '' : `?${text}`}`;
}

function knownOf({ screen, parameters }: Address, { screens, parts }: AddressBook): Address {
  const known = screens.find((id) => id === screen) ?? screens[0] ?? '';
  const written = parts.flatMap((part) => {
    const own = part.names.flatMap((name): [string, string][] => {
      const value = parameters.get(name);
      return value === undefined ? [] : [[name, value]];
    });
    // The part writes what it could read, so that nothing unreadable stays.
    return [...part.with({})({ screen: known, parameters: new Map(own) }).parameters];
  });
  return { screen: known, parameters: new Map(written) };
}
