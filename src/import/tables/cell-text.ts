/** Signs that stand before a cell's text to keep it text, and may stand behind it as well. */
const QUOTES = '\'’‘`"';

/** `=HYPERLINK("https://…","700100001")`: the text that is shown. */
const LINK = /^=HYPERLINK\(\s*"[^"]*"\s*[,;]\s*(?:"([^"]*)"|([\d.]+))\s*\)$/i;

/**
 * A cell's text without what spreadsheet programs and scripts put around it to keep it text: `'0011`, `'0011'`,
 * `="00123"`.
 */
export function plainCell(cell: string): string {
  let text = cell.trim();
  // What databases write for no value (MySQL, PostgreSQL, Snowflake).
  if (text === '\\N') return '';
  const link = LINK.exec(text);
  if (link !== null) return plainCell(link[1] ?? link[2]!);
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return text.slice(2, -1).replaceAll('""', '"').trim();
  if (text.length < 2 || !QUOTES.includes(text[0]!)) return text === "'" ? '' : text;
  const quote = text[0]!;
  const isPaired = text.endsWith(quote) && text.indexOf(quote, 1) === text.length - 1;
  if (quote === '"' && !isPaired) return text;
  text = text.slice(1, isPaired ? -1 : undefined);
  return text.trim();
}
