import { encodeText } from '../../model/text';
import { SCRATCH } from '../record-draft';
import type { FieldNode } from './field-node';
import { Input } from './input';
import { parseLoose, TYPE_NAME } from './loose-text';
import { type Draft, ShiftedDraft } from './shifted-draft';

const TYPE_NAMES_IN_JSON = /"(?:System\.[A-Za-z.]+(?:\[\])?|\[(?:Array|Object|object \w+)\])"/g;

/** Reads the value of a key from an input of its own. */
export interface ValueReader {
  readonly input: Input;
  marks: number;
  readValue(node: FieldNode, at: number, depth: number): number;
}

/** Whether a text that begins with this byte may be an object or a list: `{`, `[`, `(`, `@`, an escape, `System.`. */
export function mayBeStructured(first: number | undefined): boolean {
  return (
    first === 123 ||
    first === 91 ||
    first === 64 ||
    first === 40 ||
    first === 92 ||
    first === 83 ||
    first === 32
  );
}

/** Reads texts that stand where objects are expected: another program made texts of the objects. */
export class FlattenedValues {
  /** In the record: values replaced by the name of their type, and objects that PowerShell made texts of. */
  typeNames = 0;
  objects = 0;
  /** The name of a type that stood there last. */
  typeName = '';
  private inner: { readonly reader: ValueReader; readonly draft: ShiftedDraft } | null = null;

  constructor(
    private readonly draft: Draft,
    private readonly makeReader: (input: Input, draft: Draft) => ValueReader,
  ) {}

  begin(): void {
    this.typeNames = 0;
    this.objects = 0;
  }

  /** Reads the text as the value of the key; answers its marks, -1 if it is an ordinary text. */
  read(node: FieldNode, text: string, depth: number): number {
    if (TYPE_NAME.test(text)) {
      this.typeNames++;
      this.typeName = text;
      return 0;
    }
    const value = parseLoose(text);
    if (value === undefined) return -1;
    const json = JSON.stringify(value);
    if (text.includes('@{')) this.objects++;
    const names = json.match(TYPE_NAMES_IN_JSON) ?? [];
    this.typeNames += names.length;
    this.typeName = names[0]?.slice(1, -1) ?? this.typeName;
    return this.readJson(node, json, depth);
  }

  private readJson(node: FieldNode, json: string, depth: number): number {
    if (this.inner === null) {
      const draft = new ShiftedDraft(this.draft, SCRATCH);
      this.inner = { reader: this.makeReader(new Input(), draft), draft };
    }
    const { reader, draft } = this.inner;
    draft.offset = this.draft.text(json);
    reader.input.use(encodeText(`${json} `));
    reader.marks = 0;
    reader.readValue(node, 0, depth);
    return reader.marks;
  }
}
