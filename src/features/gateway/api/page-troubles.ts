import type { Trouble } from '../../../model/outcome';

/** A page that claims more but says nothing usable to go on from. @param page its number, from 1 */
export function cursorTrouble(page: number, what: string): Trouble {
  return {
    code: 'gateway-cursor',
    what: `Page ${page} says that there are more assets but ${what}.`,
    remedy: 'The assets up to there are kept; fetch again later, or narrow the filter.',
  };
}

/** A page whose `hasMore` is missing or unreadable. @param page its number, from 1 */
export function noEndTrouble(page: number): Trouble {
  return {
    code: 'gateway-no-end',
    what: `Page ${page} does not say whether there are more assets, so some may be missing.`,
    remedy: 'Continue the fetch to ask from there on, or count the assets and compare.',
  };
}

/** An end that came before as many assets as were counted. */
export function fewerTrouble(assets: number, expected: number): Trouble {
  return {
    code: 'gateway-fewer',
    what: `The Gateway ended the list after ${figure(assets)} assets, but had counted ${figure(expected)}.`,
    remedy: 'Count the assets again and compare; then fetch again.',
  };
}

/** As many records as were counted, of which some are the same asset. */
export function repeatedTrouble(records: number, repeated: number, expected: number): Trouble {
  const different = records - repeated;
  return {
    code: 'gateway-fewer',
    what: `The Gateway had counted ${figure(expected)} assets, but only ${figure(different)} different ones came: ${figure(repeated)} of ${figure(records)} records repeat an asset.`,
    remedy: 'Count the assets again and compare; then fetch again.',
  };
}

/** Pages in a row without assets that claim more. @param page the number of the last one, from 1 */
export function emptyTrouble(pages: number, page: number): Trouble {
  return {
    code: 'gateway-empty-pages',
    what: `${pages} pages in a row up to page ${page} hold no asset but say that there are more.`,
    remedy: 'The assets up to there are kept; fetch again later.',
  };
}

function figure(count: number): string {
  return count.toLocaleString('en-US');
}
