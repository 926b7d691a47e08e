const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: HTML has no way to write control characters
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Text as HTML text or as a quoted attribute; control characters removed, lone surrogates as U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(CONTROL, '')
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * A value as JSON inside `<script type="application/json">`: without `<`, so that nothing in it ends the block
 * or begins a comment, and without the line separators that older readers of JSON in HTML stumble over.
 */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
