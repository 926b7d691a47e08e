/** What to mark in a cell: values that the group shares (`strong`), and what was searched for (`mark`). */
export interface Marks {
  readonly shared: readonly string[];
  readonly words: readonly string[];
}

/** Places marked in one text: a search for one letter would make an element of each letter of a long one. */
const MOST_MARKED = 100;

/** Writes text into an element with parts of it marked. Text only ever becomes text nodes. */
export function writeMarked(element: HTMLElement, text: string, { shared, words }: Marks): void {
  const lower = text.toLowerCase();
  // Where lower case has another length, places do not correspond: then nothing is marked.
  const safe = lower.length === text.length;
  const strength = new Uint8Array(text.length);
  if (safe) for (const value of shared) strengthen(strength, lower, value.toLowerCase(), 1);
  if (safe) for (const word of words) strengthen(strength, lower, word, 2);
  element.textContent = '';
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && strength[to] === strength[from]) to++;
    element.append(markedPart(text.slice(from, to), strength[from]!));
    from = to;
  }
}

function strengthen(strength: Uint8Array, text: string, part: string, bit: number): void {
  if (part === '') return;
  let at = text.indexOf(part);
  for (let marked = 0; at >= 0 && marked < MOST_MARKED; marked++, at = text.indexOf(part, at + part.length)) {
    for (let of = at; of < at + part.length; of++) strength[of]! |= bit;
  }
}

function markedPart(text: string, strength: number): Node {
  if (strength === 0) return document.createTextNode(text);
  const element = document.createElement(strength & 2 ? 'mark' : 'strong');
  if (strength === 3) element.className = 'shared';
  element.textContent = text;
  return element;
}
