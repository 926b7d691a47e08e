import { createAddressPart, indexParameter, optionParameter, textParameter } from '../../../ui/state/address';
import { CHANGE_LISTS, type ChangeList } from '../calls';

/** What the screen Changes shows: the two datasets (the later is the open one where ""), the list, its filter, the entry that is open. */
export const CHANGES = createAddressPart({
  earlier: textParameter('earlier'),
  later: textParameter('later'),
  list: optionParameter('changes', CHANGE_LISTS as unknown as readonly [ChangeList, ...ChangeList[]]),
  cause: textParameter('change-cause'),
  open: indexParameter('change'),
  handOver: textParameter('handed-over'),
});
