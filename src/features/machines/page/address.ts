import {
  choiceParameter,
  createAddressPart,
  indexParameter,
  optionParameter,
  textParameter,
  wordsParameter,
} from '../../../ui/state/address';
import { MACHINE_LISTS, MACHINE_SORTS, type MachineList, type MachineSort } from '../calls';

/** What the screen Machines shows: the list, its filters, and the entry that is open. */
export const MACHINES = createAddressPart({
  list: optionParameter('list', MACHINE_LISTS as unknown as readonly [MachineList, ...MachineList[]]),
  search: wordsParameter('machine-search'),
  cause: textParameter('cause'),
  strength: choiceParameter('strength', ['strong', 'likely', 'weak']),
  sort: optionParameter('machine-sort', MACHINE_SORTS as unknown as readonly [MachineSort, ...MachineSort[]]),
  open: indexParameter('machine'),
});
