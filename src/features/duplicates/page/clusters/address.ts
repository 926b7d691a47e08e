import type { ClusterSort } from '../../../../model/table';
import { createAddressPart, optionParameter, wordsParameter } from '../../../../ui/state/address';

const SORTS: readonly [ClusterSort, ...ClusterSort[]] = ['order', 'assets', 'groups', 'newest'];

/** What the list of clusters shows: the words searched for and the order. */
export const CLUSTERS = createAddressPart({
  search: wordsParameter('find'),
  sort: optionParameter('order', SORTS),
});
