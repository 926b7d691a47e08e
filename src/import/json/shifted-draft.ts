import type { RecordDraft } from '../record-draft';

/** What readers of records need of the draft that they fill. */
export type Draft = Pick<
  RecordDraft,
  | 'begin'
  | 'put'
  | 'putSource'
  | 'putPair'
  | 'place'
  | 'goBack'
  | 'scratchLength'
  | 'scratchByte'
  | 'text'
  | 'textOf'
>;

/** A draft whose input is text that stands in the scratch of another draft: ranges of it are moved there. */
export class ShiftedDraft implements Draft {
  /** Where the text stands in the scratch. */
  offset = 0;

  /** `scratch`: offsets from here on are ranges of the scratch already. */
  constructor(
    private readonly draft: Draft,
    private readonly scratch: number,
  ) {}

  begin(): void {}

  put(field: number, rank: number, start: number, end: number): void {
    this.draft.put(field, rank, this.moved(start), this.moved(end));
  }

  putSource(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const { draft } = this;
    draft.putSource(this.moved(a), this.moved(b), this.moved(c), this.moved(d), this.moved(e), this.moved(f));
  }

  putPair(field: number, keyStart: number, keyEnd: number, start: number, end: number): void {
    const { draft } = this;
    draft.putPair(field, this.moved(keyStart), this.moved(keyEnd), this.moved(start), this.moved(end));
  }

  place(): number {
    return this.draft.place();
  }

  goBack(place: number): void {
    this.draft.goBack(place);
  }

  scratchLength(): number {
    return this.draft.scratchLength();
  }

  scratchByte(byte: number): void {
    this.draft.scratchByte(byte);
  }

  text(text: string): number {
    return this.draft.text(text);
  }

  textOf(start: number, end: number): string {
    return this.draft.textOf(this.moved(start), this.moved(end));
  }

  private moved(at: number): number {
    return at >= this.scratch ? at : at + this.offset;
  }
}
