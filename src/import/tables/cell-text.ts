/** What consoles, scanners, databases and spreadsheet programs write for "nothing", in lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['-', '--', '---', '–', '—', "'-", '?', '.', '[]', '{}', '@{}', '(none)', '<none>', '(null)', '<null>'],
  ...['#n/a', '#na', '#nv', '#value!', '#ref!', '#name?', '#num!', '#div/0!', '#null!', '#wert!', '#bezug!'],
  ...[
    'n/a',
    'n.a.',
    'na',
    'nan',
    'nat',
    'nil',
    'none',
    'null',
    'undefined',
    'unknown',
    '(unknown)',
    '<unknown>',
  ],
  ...['not available', 'not applicable', 'not specified', 'not found', 'not detected', 'not reported'],
  ...['(blank)', '(empty)', '<empty>', 'unassigned', 'os not identified'],
  ...['no registered hostname', 'no hostname', 'no host name', 'no dns name', 'no netbios name'],
  ...['no mac address', 'no ip address'],
  ...['unbekannt', 'nicht verfügbar', 'inconnu', 'non disponible', 'desconocido', 'no disponible'],
  ...['sconosciuto', 'non disponibile', 'desconhecido', 'não disponível', 'onbekend', 'niet beschikbaar'],
]);
const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].map((text) => text.length));

/** Whether the text stands for no value. */
export function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(text.toLowerCase());
}

/** Signs that stand before a cell's text to keep it text, and may stand behind it as well. */
const QUOTES = '\'’‘`"';

/**
 * A cell's text without what spreadsheet programs and scripts put around it to keep it text: `'0011`, `'0011'`,
 * `="00123"`.
 */
export function plainCell(cell: string): string {
  let text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return text.slice(2, -1).replaceAll('""', '"').trim();
  if (text.length < 2 || !QUOTES.includes(text[0]!)) return text === "'" ? '' : text;
  const quote = text[0]!;
  const isPaired = text.endsWith(quote) && text.indexOf(quote, 1) === text.length - 1;
  if (quote === '"' && !isPaired) return text;
  text = text.slice(1, isPaired ? -1 : undefined);
  return text.trim();
}
