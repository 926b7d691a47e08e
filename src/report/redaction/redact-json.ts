import type { JsonMember, JsonSection } from '../section';
import type { Pseudonyms } from './pseudonyms';
import { LEFT_OUT } from './redaction';

/** An object or a list that is being read. */
interface Frame {
  readonly isList: boolean;
  /** What holds for texts in a list; of an object it is the key it stands under. */
  readonly member: JsonMember | undefined;
  /** Whether the next text is a key. */
  atKey: boolean;
  key: string;
  /** Texts of the object so far: what one of them says may decide about the next. */
  readonly texts: Map<string, string>;
}

/**
 * The text of a JSON value with pseudonyms in the place of its texts, piece by piece. Each key says what is to be done
 * with texts under it (`JsonSection.members`); throws at a key or at a text that nothing is known about.
 */
export async function* redactJson(
  pieces: AsyncIterable<string>,
  section: Pick<JsonSection, 'member' | 'members'>,
  pseudonyms: Pseudonyms,
): AsyncGenerator<string> {
  const redactor = new JsonRedactor(section, pseudonyms);
  for await (const piece of pieces) yield redactor.take(piece);
  redactor.end();
}

class JsonRedactor {
  private readonly frames: Frame[] = [];
  private rest = '';

  constructor(
    private readonly section: Pick<JsonSection, 'member' | 'members'>,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  take(piece: string): string {
    const text = this.rest + piece;
    let out = '';
    let done = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]!;
      if (sign !== '"') {
        this.sign(sign);
        continue;
      }
      const end = endOfText(text, at);
      if (end < 0) {
        this.rest = text.slice(at);
        return out + text.slice(done, at);
      }
      out += text.slice(done, at) + JSON.stringify(this.text(JSON.parse(text.slice(at, end + 1)) as string));
      at = end;
      done = end + 1;
    }
    this.rest = '';
    return out + text.slice(done);
  }

  end(): void {
    if (this.rest !== '' || this.frames.length > 0) throw this.unknown('text that does not end');
  }

  private sign(sign: string): void {
    const frame = this.frames.at(-1);
    if (sign === '{' || sign === '[') {
      const member = frame === undefined ? undefined : this.memberAt(frame);
      const isList = sign === '[';
      this.frames.push({ isList, member, atKey: !isList, key: '', texts: new Map() });
    } else if (sign === '}' || sign === ']') this.frames.pop();
    else if (sign === ':' && frame) frame.atKey = false;
    else if (sign === ',' && frame) frame.atKey = !frame.isList;
    else if (sign >= '0' && sign <= '9' && frame) this.number(frame);
  }

  /** A number under a key of values would be a value that slips through. */
  private number(frame: Frame): void {
    const member = this.memberAt(frame);
    if (member !== undefined && member !== 'none') throw this.unknown(`number under ${frame.key}`);
  }

  private memberAt(frame: Frame): JsonMember | undefined {
    return frame.isList || frame.member === 'none' ? frame.member : this.section.members[frame.key];
  }

  private text(text: string): string {
    const frame = this.frames.at(-1);
    if (frame?.atKey) {
      const known = Object.hasOwn(this.section.members, text) || frame.member === 'none';
      if (!known) throw this.unknown(`key ${text}`);
      frame.key = text;
      return text;
    }
    const member = frame && this.memberAt(frame);
    if (frame === undefined || member === undefined || member === 'parts')
      throw this.unknown(`text under ${frame?.key}`);
    frame.texts.set(frame.key, text);
    if (member === 'sentence') return text === '' ? '' : LEFT_OUT;
    if (typeof member === 'string') return this.pseudonyms.of(member, text);
    const decisive = frame.texts.get(member.by);
    const sensitivity = decisive === undefined ? undefined : member.of[decisive];
    if (sensitivity === undefined) throw this.unknown(`text under ${frame.key}`);
    return this.pseudonyms.of(sensitivity, text);
  }

  private unknown(what: string): Error {
    return new Error(`Results as JSON, ${this.section.member}: nothing says how to redact a ${what}.`);
  }
}

/** Where the text that begins at `start` ends, -1 if it does not. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}
