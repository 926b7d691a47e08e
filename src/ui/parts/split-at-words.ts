/** Places that are marked in one text; a search for one letter would mark each letter of a long one. */
const MOST_MARKED = 100;

/** Cuts text into pieces that are one of the words, and the rest. Joined, they are the text again. */
export function splitAtWords(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  const lower = text.toLowerCase();
  // Some letters change length in lower case (İ): then places would not fit, and nothing is marked.
  if (lower.length !== text.length) return [{ text, hit: false }];
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (let marked = 0; marked < MOST_MARKED && from < text.length; marked++) {
    const next = nextHit(lower, words, from);
    if (next === null) break;
    if (next.start > from) pieces.push({ text: text.slice(from, next.start), hit: false });
    pieces.push({ text: text.slice(next.start, next.end), hit: true });
    from = next.end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}

function nextHit(
  lower: string,
  words: readonly string[],
  from: number,
): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null;
  for (const word of words) {
    const start = word === '' ? -1 : lower.indexOf(word, from);
    if (start < 0) continue;
    const end = start + word.length;
    if (best === null || start < best.start || (start === best.start && end > best.end))
      best = { start, end };
  }
  return best;
}
