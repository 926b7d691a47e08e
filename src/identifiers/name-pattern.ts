import { canonicalName } from './hostname';

/** A name in which `*` stands for any run of characters, also for none. Compares canonical names. */
export interface NamePattern {
  /** The canonical name that alone matches, if there is no `*`. */
  readonly exact: string | null;
  matches(canonical: string): boolean;
}

export type NamePatternReading =
  | { readonly ok: true; readonly pattern: NamePattern }
  | { readonly ok: false; readonly fault: string };

/** Reads a pattern; a fault is one sentence for people. `canonical` is the form of the names to compare with. */
export function parseNamePattern(text: string, canonical = canonicalName): NamePatternReading {
  const name = canonical(text);
  if (name === '') return { ok: false, fault: 'There is no name.' };
  if (/^\*+$/.test(name)) return { ok: false, fault: `“${name}” stands for every name.` };
  if (!name.includes('*')) return { ok: true, pattern: { exact: name, matches: (other) => other === name } };
  const pieces = name.split('*');
  return { ok: true, pattern: { exact: null, matches: (other) => fits(other, pieces) } };
}

/** Greedy from left to right, so that no pattern of many stars takes more than length times pieces. */
function fits(name: string, pieces: readonly string[]): boolean {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
