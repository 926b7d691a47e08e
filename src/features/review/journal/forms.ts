import type { Decision } from '../../../model/decision';

/**
 * The forms of one decision that stand: those of its highest revision, sorted by their text. There is one, unless two
 * people changed the same revision; then they may contradict each other as any two decisions may.
 */
export type Forms = readonly Decision[];

/** A decision as text: the same decision gives the same text, whatever the order of its members was. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}

/** The revision of forms, 0 of none. */
export function revisionOf(forms: Forms): number {
  return forms[0]?.revision ?? 0;
}

/**
 * What stands of two lists of forms of one decision: the higher revision, or both where they are of one. Commutative,
 * associative and idempotent, so that it does not matter who merges whose file first.
 */
export function mergeForms(first: Forms, second: Forms): Forms {
  const revision = Math.max(...first.map((form) => form.revision), ...second.map((form) => form.revision), 0);
  const standing = [...first, ...second].filter((form) => form.revision === revision);
  if (standing.length < 2) return standing;
  const byText = new Map(standing.map((form) => [canonicalText(form), form]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, form]) => form);
}

/** Whether two lists of forms are the same. */
export function sameForms(first: Forms, second: Forms): boolean {
  return (
    first === second ||
    (first.length === second.length &&
      first.every((form, at) => form === second[at] || canonicalText(form) === canonicalText(second[at])))
  );
}
