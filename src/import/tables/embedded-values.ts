// Lists and objects that came as text in a cell: JSON (RFC 8259), what Python prints, and PowerShell's @{a=b; c=d}.

/** A value as such a text holds it. */
export type EmbeddedValue = string | null | readonly EmbeddedValue[] | EmbeddedObject;
export interface EmbeddedObject {
  readonly members: readonly (readonly [key: string, value: EmbeddedValue])[];
}

const LONGEST = 1 << 20;
const DEEPEST = 50;
const NOTHING = new Set(['null', 'None', 'nan', 'NaN', '']);

/** PowerShell writes the name of a type where it did not go deeper. */
export const TYPE_NAME = /\bSystem\.(Object\[\]|Collections\.[\w.`[\]]+|Management\.Automation\.\w+)/;

/** Whether the text may be a list or an object. */
export function mayBeEmbedded(text: string): boolean {
  return /^(\[|\{|@\{|\()/.test(text);
}

/** Reads the text; `null` where it is no list or object, is cut off, or is longer than a megabyte. */
export function readEmbedded(text: string): EmbeddedValue | null {
  if (!mayBeEmbedded(text) || text.length > LONGEST) return null;
  const reader = new EmbeddedReader(text);
  const value = reader.value(0, '');
  return value === undefined || !reader.atEnd() ? null : value;
}

/** A reader of one text by recursive descent; `undefined` is a text that cannot be read. */
class EmbeddedReader {
  private at = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.space();
    return this.at === this.text.length;
  }

  /** `stops` are characters that end a bare word besides commas and brackets. */
  value(depth: number, stops: string): EmbeddedValue | undefined {
    if (depth > DEEPEST) return undefined;
    this.space();
    if (this.text.startsWith('@{', this.at)) return this.shellObject(depth);
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.list(depth, ']');
    if (first === '(') return this.list(depth, ')');
    if (stops === '' && (first === '"' || first === "'")) return this.string(first);
    return this.word(stops);
  }

  private list(depth: number, end: string): EmbeddedValue[] | undefined {
    const items: EmbeddedValue[] = [];
    this.at++;
    for (;;) {
      this.space();
      if (this.take(end)) return items;
      const item = this.value(depth + 1, '');
      if (item === undefined) return undefined;
      items.push(item);
      this.space();
      if (!this.take(',') && this.text[this.at] !== end) return undefined;
    }
  }

  private object(depth: number): EmbeddedObject | undefined {
    const members: [string, EmbeddedValue][] = [];
    this.at++;
    for (;;) {
      this.space();
      if (this.take('}')) return { members };
      const key = this.value(depth + 1, '');
      this.space();
      if (typeof key !== 'string' || !this.take(':')) return undefined;
      const value = this.value(depth + 1, '');
      if (value === undefined) return undefined;
      members.push([key, value]);
      this.space();
      if (!this.take(',') && this.text[this.at] !== '}') return undefined;
    }
  }

  /** `@{name=value; other=}`: values have no quotes and end at a semicolon or at the brace. */
  private shellObject(depth: number): EmbeddedObject | undefined {
    const members: [string, EmbeddedValue][] = [];
    this.at += 2;
    for (;;) {
      this.space();
      if (this.take('}')) return { members };
      const equals = this.text.indexOf('=', this.at);
      const key = this.text.slice(this.at, equals).trim();
      if (equals < 0 || !/^[\w.-]+$/.test(key)) return undefined;
      this.at = equals + 1;
      const value = this.value(depth + 1, ';}');
      if (value === undefined) return undefined;
      members.push([key, value]);
      this.space();
      if (!this.take(';') && this.text[this.at] !== '}') return undefined;
    }
  }

  private string(quote: string): string | undefined {
    let text = '';
    for (this.at++; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]!;
      if (char === quote) {
        this.at++;
        return text;
      }
      text += char === '\\' ? this.escape() : char;
    }
    return undefined;
  }

  private escape(): string {
    const char = this.text[++this.at] ?? '';
    const digits = char === 'u' ? 4 : char === 'x' ? 2 : 0;
    const code = this.text.slice(this.at + 1, this.at + 1 + digits);
    if (digits > 0 && /^[0-9a-f]+$/i.test(code) && code.length === digits) {
      this.at += digits;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    return { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }[char] ?? char;
  }

  /** A number, a constant, or in PowerShell any text; `System.Object[]` is none. */
  private word(stops: string): string | null | undefined {
    const ends = stops === '' ? ',]}):' : stops;
    const start = this.at;
    while (this.at < this.text.length && !ends.includes(this.text[this.at]!)) this.at++;
    const word = this.text.slice(start, this.at).trim();
    if (word === '' && stops === '') return undefined;
    return NOTHING.has(word) || TYPE_NAME.test(word) ? null : word;
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }
}

/** Every text in the value with the key that it stands under, in order; items of a list have the list's key. */
export function* textsIn(value: EmbeddedValue, key = ''): Generator<readonly [key: string, text: string]> {
  if (value === null) return;
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, key);
  else for (const [name, inner] of (value as EmbeddedObject).members) yield* textsIn(inner, name);
}

/** Every object in the value, outermost first. */
export function* objectsIn(value: EmbeddedValue): Generator<ReadonlyMap<string, EmbeddedValue>> {
  if (value === null || typeof value === 'string') return;
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsIn(item);
    return;
  }
  const { members } = value as EmbeddedObject;
  yield new Map(members);
  for (const [, inner] of members) yield* objectsIn(inner);
}
