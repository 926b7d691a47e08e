/** Characters that gather before they are encoded and handed on: about a quarter of a megabyte. */
const BATCH = 1 << 18;

const encoder = new TextEncoder();

/** Text that gathers until there is enough of it to be worth a chunk of the stream. */
export class TextGatherer {
  private text = '';

  add(text: string): void {
    this.text += text;
  }

  get full(): boolean {
    return this.text.length >= BATCH;
  }

  /** What has gathered as UTF-8; lone surrogates, which UTF-8 lacks, become U+FFFD. */
  take(): Uint8Array {
    const bytes = encoder.encode(this.text);
    this.text = '';
    return bytes;
  }
}

/** Turns texts into chunks of bytes. */
export async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const gatherer = new TextGatherer();
  for await (const text of texts) {
    gatherer.add(text);
    if (gatherer.full) yield gatherer.take();
  }
  yield gatherer.take();
}
