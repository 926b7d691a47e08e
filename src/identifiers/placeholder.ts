/** What scanners, consoles and spreadsheet programs write where there is no value, in lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  "'-",
  'n/a',
  '#n/a',
  'na',
  'n.a.',
  'none',
  '(none)',
  'null',
  '(null)',
  'nil',
  'nan',
  'nat',
  'never',
  'unknown',
  'undefined',
  'not available',
  'not specified',
  'not identified',
  'os not identified',
  'no registered hostname',
  'no netbios name',
  'infinity',
  '-infinity',
]);

/** Whether a text stands for no value, without regard to case and the space around it. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 32 && PLACEHOLDERS.has(text.trim().toLowerCase());
}
