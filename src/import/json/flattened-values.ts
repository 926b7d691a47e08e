import { encodeText } from '../../model/text';
import { SCRATCH } from '../record-draft';
import type { FieldNode } from './field-node';
import { Input } from './input';
import { parseLoose, TYPE_NAME } from './loose-text';
import { type Draft, ShiftedDraft } from './shifted-draft';

/** Reads the value of a key from an input of its own. */
export interface ValueReader {
  readonly input: Input;
  marks: number;
  readValue(node: FieldNode, at: number, depth: number): number;
}

/** Reads texts that stand where objects are expected: another program made texts of the objects. */
export class FlattenedValues {
  /** In the record: values replaced by the name of their type, and objects that PowerShell made texts of. */
  typeNames = 0;
  objects = 0;
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
      return 0;
    }
    const value = parseLoose(text);
    if (value === undefined) return -1;
    const json = JSON.stringify(value);
    if (text.includes('@{')) this.objects++;
    this.typeNames += json.match(/"System\.[A-Za-z.]+(?:\[\])?"/g)?.length ?? 0;
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
