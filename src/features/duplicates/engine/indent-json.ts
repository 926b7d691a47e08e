const STRING_OR_MARK = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON text with each entry on a line of its own, two spaces a level. Works on the text, since parsing would
 * round ids over 2⁵³ and drop repeated keys. Text that is cut off is indented as far as it goes.
 */
export function indentJson(json: string): string {
  let depth = 0;
  let text = '';
  let before = '';
  const line = () => `\n${'  '.repeat(Math.min(depth, 200))}`;
  for (const [token] of json.matchAll(STRING_OR_MARK)) {
    const opened = before === '{' || before === '[';
    if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      text += opened ? token : line() + token;
    } else if (token === ',' || token === ':') {
      text += token === ':' ? ': ' : ',';
    } else {
      if (opened || before === ',') text += line();
      text += token;
      if (token === '{' || token === '[') depth++;
    }
    before = token;
  }
  return text;
}
