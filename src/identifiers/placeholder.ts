/** What consoles, scanners, databases, scripts and spreadsheet programs write where there is no value, in lower case. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['', '-', '--', '---', '–', '—', "'-", '?', '.', '[]', '{}', '@{}'],
  ...['none', '(none)', '<none>', 'null', '(null)', '<null>', 'nil', 'undefined', 'nan', 'nat'],
  ...['infinity', '-infinity', 'never', 'unknown', '(unknown)', '<unknown>', 'unassigned'],
  ...['n/a', 'n.a.', 'na', '#n/a', '#na', '#nv', '#value!', '#ref!', '#name?', '#num!', '#div/0!', '#null!'],
  ...['#wert!', '#bezug!', '(blank)', '(empty)', '<empty>'],
  ...['not available', 'not applicable', 'not specified', 'not identified', 'not found', 'not detected'],
  ...['not reported', 'os not identified', 'no registered hostname', 'no netbios name', 'no hostname'],
  ...['no host name', 'no dns name', 'no mac address', 'no ip address', 'no netbios', 'no dns', 'no mac'],
  ...[
    'no ip',
    'no name',
    'no value',
    'no data',
    'not set',
    'not configured',
    'not assigned',
    'not registered',
  ],
  ...['not resolved', 'unresolved', 'unidentified', 'not known', '<na>', '<nan>', '(unspecified)'],
  ...['unbekannt', 'nicht verfügbar', 'inconnu', 'non disponible', 'desconocido', 'no disponible'],
  ...['sconosciuto', 'non disponibile', 'desconhecido', 'não disponível', 'onbekend', 'niet beschikbaar'],
]);

/** The length and the first letter of each, so that nearly every text is told apart without being made lower case. */
const SHAPES: ReadonlySet<number> = new Set([...PLACEHOLDERS].map(shapeOf));

/** Whether a text stands for no value, without regard to case and the space around it. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return SHAPES.has(shapeOf(trimmed)) && PLACEHOLDERS.has(trimmed.toLowerCase());
}

function shapeOf(text: string): number {
  const first = text.length === 0 ? 0 : text.charCodeAt(0);
  return text.length * 0x10000 + (first >= 65 && first <= 90 ? first + 32 : first);
}
