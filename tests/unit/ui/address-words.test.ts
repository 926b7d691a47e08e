import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddressPart, textParameter, wordsParameter } from '../../../src/ui/state/address';
import { createAddressBook, formatAddress, parseAddress } from '../../../src/ui/state/address-text';
import { createAddressWords } from '../../../src/ui/state/address-words';

const PART = createAddressPart({ search: wordsParameter('search'), cause: textParameter('cause') });
const BOOK = createAddressBook(['overview'], [PART]);
const searching = (search: string) => PART.with({ search, cause: 'sharedAdapter' })(parseAddress('', BOOK));

describe('what is searched for', () => {
  it('never stands in the address, and is found again from it', () => {
    const words = createAddressWords(BOOK, 'page1');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (search) => {
        const text = formatAddress(words.conceal(searching(search)), BOOK);
        expect(text).toMatch(/^#\/overview\?(search=\.page1\.\d+&)?cause=sharedAdapter$/);
        expect(PART.of(words.reveal(parseAddress(text, BOOK)))).toEqual({ search, cause: 'sharedAdapter' });
      }),
    );
  });

  it('has one address for the same words', () => {
    const words = createAddressWords(BOOK, 'page1');
    expect(words.conceal(searching('srv-1'))).toEqual(words.conceal(searching('srv-1')));
    expect(words.conceal(searching('srv-1'))).not.toEqual(words.conceal(searching('srv-2')));
  });

  it('is forgotten by another page, which never takes the words of the first for its own', () => {
    const hash = formatAddress(createAddressWords(BOOK, 'page1').conceal(searching('srv-1')), BOOK);
    const other = createAddressWords(BOOK, 'page2');
    other.conceal(searching('srv-2'));
    expect(PART.of(other.reveal(parseAddress(hash, BOOK))).search).toBe('');
  });

  it('is read from a bookmark that still holds it', () => {
    const address = createAddressWords(BOOK).reveal(parseAddress('#/overview?search=srv-1', BOOK));
    expect(PART.of(address).search).toBe('srv-1');
  });
});
