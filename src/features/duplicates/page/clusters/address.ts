import type { ClusterSort } from '../../../../model/table';
import { createAddressPart, optionParameter, wordsParameter } from '../../../../ui/state/address';

const SORTS: readonly [ClusterSort, ...ClusterSort[]] = ['order', 'assets', 'groups', 'newest'];

/** What the list of clusters shows: the words searched for, the order, and whether all or those of several groups. */
export const CLUSTERS = createAddressPart({
  search: wordsParameter('find'),
  sort: optionParameter('order', SORTS),
  by: optionParameter('joined-by', ['any', 'several']),
});
