/** A key as it stands in compact JSON, `"key":`, with the keys that were seen to come next. */
export interface GuessedKey {
  readonly length: number;
  /** Its bytes, four to a word; `tail` is its last four, so that every length from 4 on is covered. */
  readonly words: Int32Array;
  readonly tail: number;
  next: GuessedKey | null;
  other: GuessedKey | null;
}

/** Keys remembered at most; a file with more is not regular enough to guess in. */
const MOST_KEYS = 4096;
/** Longer keys are not worth remembering. */
const LONGEST = 64;

/**
 * Guesses the next key from the last one: exports are written by programs, so keys come in the same order in
 * every record. Comparing the expected bytes costs half of looking for the closing quote.
 */
export class KeyGuess {
  private readonly keys = new Map<string, GuessedKey>();
  private last: GuessedKey = { length: 0, words: new Int32Array(0), tail: 0, next: null, other: null };

  /** The length of the key with its colon if it is one of the two expected ones, else 0. */
  match(view: DataView, at: number, end: number): number {
    const last = this.last;
    let key = last.next;
    if (key === null) return 0;
    if (!stands(key, view, at, end)) {
      key = last.other;
      if (key === null || !stands(key, view, at, end)) return 0;
    }
    this.last = key;
    return key.length;
  }

  /** Remembers that the key from `at` to `end`, quotes and colon included, came after the last one. */
  learn(bytes: Uint8Array, view: DataView, at: number, end: number): void {
    const length = end - at;
    if (length < 4 || length > LONGEST) return;
    let name = '';
    for (let i = at; i < end; i++) name += String.fromCharCode(bytes[i]!);
    let key = this.keys.get(name);
    if (key === undefined) {
      if (this.keys.size >= MOST_KEYS) return;
      const words = Int32Array.from({ length: length >> 2 }, (_, i) => view.getInt32(at + 4 * i, true));
      key = { length, words, tail: view.getInt32(end - 4, true), next: null, other: null };
      this.keys.set(name, key);
    }
    this.last.other = this.last.next;
    this.last.next = key;
    this.last = key;
  }
}

function stands(key: GuessedKey, view: DataView, at: number, end: number): boolean {
  const length = key.length;
  if (at + length > end) return false;
  if (view.getInt32(at + length - 4, true) !== key.tail) return false;
  const words = key.words;
  for (let i = 0; i < words.length; i++) if (view.getInt32(at + 4 * i, true) !== words[i]) return false;
  return true;
}
