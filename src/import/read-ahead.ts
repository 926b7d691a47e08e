import { threadAddress } from '../model/thread-address';
import type { ByteOffset } from '../model/units';

/** Bytes of a chunk. */
const CHUNK_BYTES = 1 << 20;
/** Chunks between the two threads, read and waiting or handed back empty: bounds memory. */
const CHUNKS = 6;
/** A reader that says nothing for so long at first is given up; a slow disk is then read in place. */
const SILENCE_MS = 3000;

/** What the reader's thread says: the next bytes, `'end'`, or `'failed'` (not why: reading in place tells). */
type Answer = Uint8Array<ArrayBuffer> | 'end' | 'failed';

/**
 * The blob's bytes in order, read by a thread of its own while the caller works on those before: reading then
 * costs time only where it is slower than the work. Each chunk is valid until the next is asked for. Answers
 * whether all was read; if not, reading has to go on in place behind what was given.
 */
export async function* readAhead(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, boolean> {
  const reader = startReader();
  if (reader === null) return false;
  try {
    reader.worker.postMessage({ blob, chunks: CHUNKS, bytes: CHUNK_BYTES });
    let upTo: ByteOffset = 0;
    for (;;) {
      const answer = await reader.next(upTo === 0 ? SILENCE_MS : Number.POSITIVE_INFINITY);
      if (answer === 'end') return upTo === blob.size;
      if (answer === 'failed') return false;
      upTo += answer.length;
      yield answer;
      reader.worker.postMessage(answer.buffer, [answer.buffer]);
    }
  } finally {
    reader.stop();
  }
}

interface Reader {
  readonly worker: Worker;
  /** The next answer; `'failed'` after so many milliseconds without one. */
  next(patience: number): Promise<Answer>;
  stop(): void;
}

/** `null` where no thread can be started: in Node, or where the browser refuses one. */
function startReader(): Reader | null {
  if (typeof Worker === 'undefined' || typeof URL.createObjectURL !== 'function') return null;
  // From a blob, like the engine itself: the only kind that runs on `file://` and that the page's policy binds.
  const address = threadAddress(new Blob([`(${readerThread})()`], { type: 'text/javascript' }));
  let worker: Worker;
  try {
    worker = new Worker(address, { name: 'Doublet reader' });
  } catch {
    URL.revokeObjectURL(address);
    return null;
  }
  const answers: Answer[] = [];
  let wake: () => void = () => undefined;
  const take = (answer: Answer): void => {
    answers.push(answer);
    wake();
  };
  worker.onmessage = (event: MessageEvent<Answer>) => take(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    take('failed');
  };
  return {
    worker,
    next: async (patience) => {
      if (answers.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (Number.isFinite(patience)) setTimeout(resolve, patience);
        });
      }
      return answers.shift() ?? 'failed';
    },
    stop: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}

/**
 * The reader's program. It is handed over as its own text, so it may use nothing from outside. The browser reads
 * into buffers that go back and forth between the threads.
 */
function readerThread(): void {
  type Start = { blob: Blob; chunks: number; bytes: number };
  const scope = globalThis as unknown as {
    onmessage: (event: MessageEvent<Start | ArrayBuffer>) => void;
    postMessage: (message: unknown, transfer?: Transferable[]) => void;
  };
  const empty: ArrayBuffer[] = [];
  /** Held from here, or a collection might take it in the middle of a read; see `AT_WORK` in read-in-order.ts. */
  let atWork: ReadableStreamBYOBReader | null = null;
  let wake: () => void = () => undefined;
  /** Fills the buffer; short reads are common, and each message has its price. */
  const fill = async (reader: ReadableStreamBYOBReader, buffer: ArrayBuffer): Promise<Uint8Array> => {
    let length = 0;
    while (length < buffer.byteLength) {
      const { done, value } = await reader.read(new Uint8Array(buffer, length));
      if (value !== undefined) buffer = value.buffer as ArrayBuffer;
      if (done) break;
      length += value.length;
    }
    return new Uint8Array(buffer, 0, length);
  };
  const read = async (blob: Blob): Promise<void> => {
    const reader = blob.stream().getReader({ mode: 'byob' });
    atWork = reader;
    for (;;) {
      const buffer = empty.pop();
      if (buffer === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const chunk = await fill(reader, buffer);
      const last = chunk.length < chunk.buffer.byteLength;
      if (chunk.length > 0) scope.postMessage(chunk, [chunk.buffer]);
      if (last) break;
    }
    scope.postMessage('end');
  };
  scope.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) {
      if (atWork !== null) empty.push(data);
      wake();
      return;
    }
    for (let count = 0; count < data.chunks; count++) empty.push(new ArrayBuffer(data.bytes));
    read(data.blob).catch(() => scope.postMessage('failed'));
  };
}
