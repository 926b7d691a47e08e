/** What the address of the report asks for, behind its `#`. */
export type Place =
  | { readonly kind: 'part'; readonly id: string }
  | { readonly kind: Numbered; readonly number: number };

/** A group or cluster by its number, a set of matching fields by its bits, a field by its place, from 1. */
export type Numbered = 'group' | 'cluster' | 'overlap' | 'field';

const NUMBERED = /^(group|cluster|overlap|field)-(\d{1,9})$/;

/** Reads `#rows`, `#group-5`, `#cluster-3`, `#overlap-12`, `#field-2` or the name of any part, list or row; `null` for nothing. */
export function placeIn(hash: string): Place | null {
  const name = hash.replace(/^#/, '');
  if (name === '') return null;
  const [, kind, number] = NUMBERED.exec(name) ?? [];
  if (kind !== undefined) return { kind: kind as Numbered, number: Number(number) };
  return { kind: 'part', id: name };
}
