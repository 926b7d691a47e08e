import { DEEPEST } from './input';

/** What `parseLoose` makes: numbers stay texts, so that no digit of an ID is lost. */
export type LooseValue = null | boolean | string | LooseValue[] | { [key: string]: LooseValue };

const SPACE = /\s*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][\w.]*/y;
/** A key without quotes, as JavaScript has it. */
const BARE_KEY = /[A-Za-z_$][\w$]*(?=\s*:)/y;
const NULLS = new Set(['null', 'None', 'NaN', 'nan', 'NaT', 'Infinity', 'inf', 'undefined', 'NA']);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0' };

/** Where the name of a type stands in the place of a value that was cut off: .NET's or JavaScript's. */
export const TYPE_NAME = /^(?:System\.[A-Za-z.]+(?:\[\])?|(?:\[object \w+\],?)+|\[(?:Array|Object)\])$/;
/** What Node prints for what is nested too deep. */
const CUT_BY_NODE = /\[(?:Array|Object|object \w+)\]/y;

/**
 * Reads text that another program made of an object or a list: JSON with `NaN` and commas too many, what Python
 * prints (`{'a': None}`), and what PowerShell makes of objects (`@{a=1; b=}`). `undefined`: it is none of these.
 */
export function parseLoose(text: string): LooseValue | undefined {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[' && first !== '@' && first !== '(') return undefined;
  try {
    const parser = new LooseParser(text);
    const value = parser.value(0);
    const values = [value];
    // PowerShell parts the objects of a list by spaces.
    while (!parser.atEnd() && parser.peek() === '@') values.push(parser.value(0));
    if (!parser.atEnd()) return undefined;
    return values.length === 1 ? value : values;
  } catch (error) {
    if (error instanceof NotLoose) return undefined;
    throw error;
  }
}

class NotLoose extends Error {}

class LooseParser {
  private at = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.space();
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text[this.at] ?? '';
  }

  value(depth: number): LooseValue {
    if (depth > DEEPEST) throw new NotLoose();
    this.space();
    const first = this.peek();
    if (first === '{') return this.object(depth);
    if (first === '[') return this.match(CUT_BY_NODE) ?? this.list(']', depth);
    if (first === '(') return this.tuple(depth);
    if (first === '"' || first === "'") return this.strings();
    if (first === '@') return this.hashtable(depth);
    const number = this.match(NUMBER);
    if (number !== null) return number;
    if (first === '-' && this.match(/-(?:Infinity|inf)/y) !== null) return null;
    return this.word(depth);
  }

  private object(depth: number): LooseValue {
    const object: { [key: string]: LooseValue } = Object.create(null);
    this.at++;
    for (;;) {
      this.commas();
      if (this.take('}')) return object;
      const key = this.match(BARE_KEY) ?? this.value(depth + 1);
      this.space();
      if (typeof key !== 'string' || !this.take(':')) throw new NotLoose();
      object[key] = this.value(depth + 1);
      this.separator('}');
    }
  }

  private list(closer: string, depth: number): LooseValue[] {
    const list: LooseValue[] = [];
    this.at++;
    for (;;) {
      this.commas();
      if (this.take(closer)) return list;
      list.push(this.value(depth + 1));
      this.separator(closer);
    }
  }

  /** Python puts texts over several lines into brackets: those are no list. */
  private tuple(depth: number): LooseValue {
    const start = this.at;
    const list = this.list(')', depth);
    const single = list.length === 1 && !/,\s*\)$/.test(this.text.slice(start, this.at));
    return single ? list[0]! : list;
  }

  /** Texts one after another are one text, as Python has it. */
  private strings(): string {
    let text = this.string();
    for (this.space(); this.peek() === '"' || this.peek() === "'"; this.space()) text += this.string();
    return text;
  }

  private string(): string {
    const { text } = this;
    const quote = text[this.at++]!;
    let value = '';
    for (;;) {
      const character = text[this.at++];
      if (character === undefined) throw new NotLoose();
      if (character === quote) return value;
      value += character === '\\' ? this.escape() : character;
    }
  }

  private escape(): string {
    const letter = this.text[this.at++] ?? '';
    const digits = { x: 2, u: 4, U: 8 }[letter];
    if (digits === undefined) return ESCAPES[letter] ?? letter;
    const code = Number.parseInt(this.text.slice(this.at, this.at + digits), 16);
    if (!(code <= 0x10ffff)) throw new NotLoose();
    this.at += digits;
    return String.fromCodePoint(code);
  }

  private word(depth: number): LooseValue {
    const word = this.match(WORD);
    if (word === null) throw new NotLoose();
    // u'…' and b'…' of Python.
    if (/^[uUbBrR]$/.test(word) && /["']/.test(this.peek())) return this.strings();
    if (this.peek() === '(') return this.call(word, depth);
    if (NULLS.has(word)) return null;
    if (word === 'true' || word === 'True') return true;
    if (word === 'false' || word === 'False') return false;
    throw new NotLoose();
  }

  /** `datetime.datetime(2026, 1, 2)`, `ObjectId('…')`, `Decimal('1')`, `OrderedDict({…})`. */
  private call(name: string, depth: number): LooseValue {
    const start = this.at;
    const parts: LooseValue[] = [];
    this.at++;
    for (;;) {
      this.commas();
      if (this.take(')')) break;
      this.match(/[A-Za-z_]\w*\s*=(?!=)/y);
      parts.push(this.value(depth + 1));
      this.separator(')');
    }
    const numbers = parts.filter((part) => typeof part === 'string' && /^\d+$/.test(part));
    if (/datetime$/.test(name) && numbers.length >= 3) return isoTime(numbers.map(Number));
    if (/timezone|tzinfo|utc/i.test(name) || this.at === start + 2) return null;
    const [first = null] = parts;
    return /dict$/i.test(name) ? dictOf(parts.find(Array.isArray) ?? first) : first;
  }

  /** `@{name=value; name=value}`: values have no quotes; one ends before `; name=` or the closing bracket. */
  private hashtable(depth: number): LooseValue {
    const object: { [key: string]: LooseValue } = Object.create(null);
    if (!this.text.startsWith('@{', this.at)) throw new NotLoose();
    this.at += 2;
    for (;;) {
      this.space();
      if (this.take('}')) return object;
      const key = this.match(/[^=;{}@]+?(?==)/y);
      if (key === null) throw new NotLoose();
      this.at++;
      object[key.trim()] = this.hashtableValue(depth + 1);
      this.take(';');
    }
  }

  private hashtableValue(depth: number): LooseValue {
    if (depth > DEEPEST) throw new NotLoose();
    const objects: LooseValue[] = [];
    while (this.text.startsWith('@{', this.at)) {
      objects.push(this.hashtable(depth));
      this.space();
    }
    if (objects.length > 0) return objects.length === 1 ? objects[0]! : objects;
    const start = this.at;
    const end = /;(?= ?[^=;{}]+=)|\}/g;
    end.lastIndex = start;
    const found = end.exec(this.text);
    if (found === null) throw new NotLoose();
    this.at = found.index;
    const value = this.text.slice(start, found.index);
    return value === '' ? null : value;
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    this.at = SPACE.lastIndex;
  }

  private commas(): void {
    for (this.space(); this.take(','); this.space());
  }

  private separator(closer: string): void {
    this.space();
    if (this.peek() !== closer && this.peek() !== ',') throw new NotLoose();
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null || found.index !== this.at || found[0] === '') return null;
    this.at += found[0].length;
    return found[0];
  }
}

/** `OrderedDict([('a', 1), ('b', 2)])`: pairs of a name and a value. */
function dictOf(value: LooseValue): LooseValue {
  if (!Array.isArray(value)) return value;
  const pairs = value.filter(
    (pair): pair is [string, LooseValue] =>
      Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string',
  );
  return pairs.length === value.length ? Object.fromEntries(pairs) : value;
}

function isoTime([year, month, day, hour = 0, minute = 0, second = 0]: readonly number[]): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month!)}-${two(day!)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}
