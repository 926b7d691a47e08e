/** Beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese and Dutch, without accents. */
const BEGINNINGS: readonly string[] = [
  'jan ene gen janv',
  'feb fev fevr',
  'mar mrz maerz mars maart mrt',
  'apr avr abr',
  'may mai mayo mag mei maio',
  'jun juin giu',
  'jul juil lug',
  'aug aou ago',
  'sep set',
  'oct okt ott out',
  'nov',
  'dec dez dic',
];
const MONTHS = BEGINNINGS.map((names) => names.split(' '));

/** The month, from 1, that a name or its abbreviation means in one of seven languages; 0 for all else. */
export function monthNumber(name: string): number {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((names) => names.some((begin) => plain.startsWith(begin))) + 1;
}
