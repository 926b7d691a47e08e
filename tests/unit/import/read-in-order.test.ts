import { resolveObjectURL } from 'node:buffer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readInOrder } from '../../../src/import/read-in-order';

const SIZE = (17 << 20) + 12_345;
const LARGE = new Uint8Array(SIZE);
for (let at = 0; at < SIZE; at++) LARGE[at] = (at * 31 + (at >>> 12)) & 255;

type Messages = (event: { data: unknown }) => void;

/** Runs the program of a blob worker in this thread, with messages that are cloned and transferred as real ones. */
class StandIn {
  static started: StandIn[] = [];
  /** Lets the reader say that it failed instead of its answer of this number. */
  static failAt = Number.POSITIVE_INFINITY;
  onmessage: Messages = () => undefined;
  onerror: (event: { preventDefault(): void }) => void = () => undefined;
  terminated = false;
  answers = 0;
  private readonly scope: { onmessage: Messages; postMessage: (message: unknown, transfer?: []) => void };
  private readonly ready: Promise<void>;

  constructor(address: string) {
    StandIn.started.push(this);
    const scope: StandIn['scope'] = {
      onmessage: () => undefined,
      postMessage: (message, transfer = []) => {
        const answer = this.answers++ >= StandIn.failAt ? 'failed' : message;
        const data = structuredClone(answer, { transfer: answer === message ? transfer : [] });
        setTimeout(() => this.terminated || this.onmessage({ data }), 0);
      },
    };
    this.scope = scope;
    this.ready = (async () => {
      const program = (await resolveObjectURL(address)?.text()) ?? '';
      new Function('globalThis', program)(scope);
    })();
  }

  postMessage(message: unknown, transfer: [] = []): void {
    const start = message as { blob?: Blob };
    const data = start.blob === undefined ? structuredClone(message, { transfer }) : { ...start };
    void this.ready.then(() => this.scope.onmessage({ data }));
  }

  terminate(): void {
    this.terminated = true;
  }
}

async function readAll(blob: Blob): Promise<{ bytes: Uint8Array; chunks: number }> {
  const bytes = new Uint8Array(blob.size);
  let length = 0;
  let chunks = 0;
  for await (const chunk of readInOrder(blob, 'assets.json')) {
    bytes.set(chunk, length);
    length += chunk.length;
    chunks++;
  }
  expect(length).toBe(blob.size);
  return { bytes, chunks };
}

function standIn(): void {
  StandIn.started = [];
  StandIn.failAt = Number.POSITIVE_INFINITY;
  vi.stubGlobal('Worker', StandIn);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('reading a file in order', { timeout: 240_000 }, () => {
  it('gives the same bytes from a thread of its own', async () => {
    standIn();
    const { bytes, chunks } = await readAll(new Blob([LARGE]));
    expect(Buffer.compare(bytes, LARGE)).toBe(0);
    expect(chunks).toBe(18);
    expect(StandIn.started.map((worker) => worker.terminated)).toEqual([true]);
    // Each chunk and the end: nothing was read in place.
    expect(StandIn.started[0]?.answers).toBe(19);
  });

  it('goes on in place where the thread fails, at the very byte', async () => {
    for (const failAt of [0, 1, 5, 17, 18]) {
      standIn();
      StandIn.failAt = failAt;
      const { bytes } = await readAll(new Blob([LARGE]));
      expect(Buffer.compare(bytes, LARGE)).toBe(0);
      expect(StandIn.started[0]?.terminated).toBe(true);
    }
  });

  it('reads in place where no thread can be started', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new Error('refused');
        }
      },
    );
    expect(Buffer.compare((await readAll(new Blob([LARGE]))).bytes, LARGE)).toBe(0);
  });

  it('reads in place where the thread stops with an error before it says anything', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        onerror: (event: { preventDefault(): void }) => void = () => undefined;
        postMessage(): void {
          setTimeout(() => this.onerror({ preventDefault: () => undefined }), 0);
        }
        terminate(): void {}
      },
    );
    expect(Buffer.compare((await readAll(new Blob([LARGE]))).bytes, LARGE)).toBe(0);
  });

  it('ends the thread when whoever reads stops early', async () => {
    standIn();
    for await (const chunk of readInOrder(new Blob([LARGE]), 'assets.json')) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(StandIn.started.map((worker) => worker.terminated)).toEqual([true]);
  });

  it('never has more than six chunks under way', async () => {
    standIn();
    let given = 0;
    for await (const _chunk of readInOrder(new Blob([LARGE]), 'assets.json')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      given++;
      expect(StandIn.started[0]!.answers).toBeLessThanOrEqual(given + 6);
    }
  });

  it('needs no thread for a small file', async () => {
    standIn();
    const small = LARGE.subarray(0, 1 << 20);
    expect(Buffer.compare((await readAll(new Blob([small]))).bytes, small)).toBe(0);
    expect(StandIn.started).toEqual([]);
  });
});
