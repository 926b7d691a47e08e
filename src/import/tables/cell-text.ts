/** What consoles, scanners and spreadsheet programs write for "nothing", in lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '-',
  '--',
  "'-",
  '#n/a',
  '#na',
  '(none)',
  '<null>',
  'n/a',
  'na',
  'nan',
  'nat',
  'nil',
  'none',
  'not available',
  'not specified',
  'null',
  'undefined',
  'unknown',
  'os not identified',
  'no registered hostname',
  'no netbios name',
  '[]',
  '{}',
  '@{}',
]);

/** Whether the text stands for no value. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(text.toLowerCase());
}

/** A cell's text without what spreadsheet programs put around it to keep it text: `'0011`, `="00123"`. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return text.slice(2, -1).replaceAll('""', '"').trim();
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

/** What spreadsheet programs and data frames make of a long number; its last digits are gone, or may be. */
const POWER_OF_TEN = /^\d+([.,]\d+)?e[+]?\d+$/i;

/** Whether an id was saved as a power of ten, such as `7.001E+11`. */
export function hasLostDigits(id: string): boolean {
  return POWER_OF_TEN.test(id);
}

/** An id as whole digits where a data frame made `9001.0` of it. */
export function wholeId(id: string): string {
  return /^\d+\.0+$/.test(id) ? id.slice(0, id.indexOf('.')) : id;
}
