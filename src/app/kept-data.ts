import { OBJECT_STORES } from '../store/kept-data';

/** One place in the browser where the page keeps something. */
export interface KeptData {
  readonly where: 'IndexedDB' | 'localStorage' | 'Cache storage';
  /** Name of the object store or the entry; how the name of the cache begins. */
  readonly name: string;
  /** What it is, in words. */
  readonly what: string;
  /** Whether it holds values of assets. */
  readonly assets: boolean;
}

const preference = (name: string, what: string): KeptData => ({
  where: 'localStorage',
  name: `doublet.${name}`,
  what,
  assets: false,
});

/** All that the page keeps in the browser, for whoever wants to know what there is and how to wipe it. */
export const KEPT_DATA: readonly KeptData[] = [
  ...Object.entries(OBJECT_STORES).map(
    ([name, { what, assets }]): KeptData => ({ where: 'IndexedDB', name, what, assets }),
  ),
  preference('theme', 'Light or dark, where it is not as the system says'),
  preference('columns', 'Widths of the columns of the table, and which are hidden'),
  preference('panel', 'Width of the side panel'),
  preference('mappings', 'Which column of a spreadsheet holds what, by the names of the columns'),
  preference('redactionKey', 'Secret from which redacted copies get the same pseudonyms, if that is chosen'),
  preference('review', 'Keys of the review, and whether it is blind'),
  preference('left', 'Random names of pages that were closed while something ran or could still be written'),
  {
    where: 'Cache storage',
    name: 'doublet',
    what: 'The page itself, so that it opens without a network',
    assets: false,
  },
];
