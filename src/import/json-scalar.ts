/** What a text is that is JSON but neither an object nor a list, for a sentence; `null` if it is not JSON. */
export function jsonScalar(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length >= 4000) return null;
  try {
    const value: unknown = JSON.parse(trimmed);
    if (value === null) return 'null';
    if (typeof value === 'object') return null;
    return typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : `${value}`;
  } catch {
    return null;
  }
}
